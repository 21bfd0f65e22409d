/** How the shop came to be; each line begins with the day it was typed on. */
export const setup = `
2025-06-02 init --name "Tea House" --currency CNY --region CN --timezone Asia/Shanghai --lang en --margin 40%
2025-06-02 add "Green Leaf Ltd" --kind firm --code F1 --credit-limit 5000 --owes 320 --keeper Li --address "Dock 4"
2025-06-02 add 欧阳静 --called 静姐 --birthday 农历十月十九 --channel wechat --consent wechat --no-consent sms --style driver
2025-06-02 add "Anna Becker" --phone +4915112345678 --email anna@example.com --referred-by 欧阳静 --set taste=light
2025-06-02 add Mei --kind staff
2026-11-01 buy code:F1 1200 "Pu'er cake" --unpaid --due 2026-12-01 --cost 700 --ref R-901
2026-11-02 buy 欧阳静 128+60-8 竹叶青 --paid 100 --method cash --discount 8
2026-11-03 buy 欧阳静 388 龙井 --note "for her mother"
2026-11-10 pay code:F1 500 --method card
2026-11-11 pay "Anna Becker" 200
2026-11-12 buy "Anna Becker" 45 "Jasmine 100 g" --unpaid
2026-11-13 refund 欧阳静 88 --reason damp --fault supplier
2026-11-14 buy walk-in 36.50 "Oolong 50 g"
2026-11-15 done 欧阳静 -n "wants the new tea" --next 2026-11-20 -c wechat
2026-11-15 done code:F1 --in -n "asks for an invoice" -c email
2026-11-16 done "Anna Becker" -o no-answer
2026-11-16 tag 欧阳静 +green +vip
2026-11-16 note 欧阳静 "her daughter is in Chengdu"
2026-11-17 snooze "Anna Becker" 2026-11-25
2026-11-18 import customers roster.csv
2026-11-18 import purchases till-1.csv --create-customers
2026-06-30 classify
2026-11-19 import purchases till-2.csv --create-customers
2026-11-19 import contacts calls.csv
2026-11-19 pin 欧阳静 A --reason "brings half the street" --until 2026-12-31
2026-11-19 lost "Qian 18" --why rival -n "the shop next door"
2026-11-19 archive "Sun 35"
2026-11-19 group save quiet --not-since 90d
2026-11-19 group save street --source street --tier A,B
2026-11-19 edit "Anna Becker" --potential 4 --share 60 --keeper Li
2026-11-19 policy set cadence.A 10
2026-11-20 buy "Anna Becker" 999 "typed twice"
2026-11-20 undo --yes
2026-11-20 classify
`

/** A line a case; a semicolon stands between commands on one ledger, < FILE is typed in, demo: asks the demo's shop. */
export const cases = `

add "Sun Li" --phone 13912340000 --birthday 1990-02-28 --tag new ; show "Sun Li" ; undo --yes ; find Sun
buy 欧阳静 88 white ; purchases 欧阳静 ; undo --yes
buy 静姐 128*2 ; buy id:2 12.345
buy - < day.txt
refund 3 100 ; statement 欧阳静
refund 4 ; void 4 ; void 4 8
refund 欧阳静 20 --credit --dry-run
pay code:F1 300 --dry-run
pay "Anna Becker" 50 --out ; balances
due
due --all
due --short
due --days 7 --tier A,B
due --reason promise,birthday --ids
due --keeper Li --exit-code
due --group street --format csv
done 欧阳静 -o reached -n "comes Monday" --next 3d ; why 欧阳静 ; due --limit 2
snooze 欧阳静 3d ; snooze 欧阳静 off
find wang
find 静 --format md
show 欧阳静
show 1 3

list
list --tier A,B --sort=-spent --limit 8
list --stage lost,declining --columns id,name,stage
list --tag green --format tsv --no-header
list --owes --sort balance
list --segment Champions
list --bought oolong --limit 5
list --group quiet --archived
list --not-since 90d --format jsonl --columns id,name
list --where taste=light --format csv
edit "Anna Becker" --wechat anna7 --email "" --note "likes it light" ; show "Anna Becker" ; undo --yes
tag 欧阳静 +old -green --dry-run
archive 欧阳静 ; archive code:F1
unarchive "Sun 35" ; list --limit 2 --sort=-id
statement code:F1
statement code:F1 --from 2025-06-01
statement 欧阳静 --short
statement 欧阳静 --from 2026-11-01 --format csv
balances
balances --columns name,balance --no-header --format tsv
purchases --on 2026-11-14
purchases 欧阳静
purchases --from 2026-11-10 --to 2026-11-16 --format csv
contacts 欧阳静
void 3 ; void 2 --reason "entered twice" ; purchases 欧阳静 ; void 2
void c1 --dry-run
fix 3 380 ; statement 欧阳静 ; undo --yes ; undo --yes
group list
group save mine --tag green ; group list ; group delete mine ; group list

classify
classify --dry-run --today 2026-12-15
why 欧阳静
why code:F1
why "Qian 18"
pin "Anna Becker" B --reason "the mayor" ; why "Anna Becker" ; unpin "Anna Becker"
policy show
policy show due
policy set tier.margin 35% ; policy reset tier.margin
policy set tier.method rfm ; classify ; policy reset --yes
policy set tier.method scorecard ; classify --dry-run

birthdays
birthdays --days 60
referrals
message
message greeting --tier A,B
message mid-autumn
event list
occasion list

report
report summary
report summary --month 2026-10 --explain
report rates --explain
report stages --explain
report rfm
report pareto --explain
report cohorts
report quadrants --explain
report value --limit 10
report value --calibrate-until 2026-06-30 --explain
report value --unit day --horizon 90 --discount-rate 8% --limit 3
report followups --from 2026-10-01 --explain
report losses --from 2026-01-01 --explain
report referrals --explain
report campaigns --explain
report events --explain
report --html shop.html --month 2026-10

demo: due --limit 5
demo: show 4
demo: report summary
demo: report followups
demo: report value --limit 3
demo

init
init --db new/shop.db --name 茶馆 --currency EUR --region DE ; add Wang --db new/shop.db ; list --db new/shop.db
import customers more.csv --dry-run
import customers more.csv --rejects rejects.csv ; list --sort=-id --limit 3 ; undo --yes
import customers semicolon.csv --dry-run
import customers cards.vcf ; find Fischer
import customers odd.csv --map name=Who,phone=Reach --keep-unknown --dry-run
import customers roster.csv
import purchases bad-till.csv --dry-run
import purchases bad-till.csv --create-customers --rejects rejects.csv ; log --limit 1
import purchases till-1.csv
import purchases - --dry-run < till-3.csv
import purchases all-bad.csv
import contacts calls.csv
import contacts bad-calls.csv --dry-run
import customers nowhere.csv
import customers empty.csv
export customers
export customers --format vcf
export customers --out people.csv --excel
export purchases --format jsonl --out till.jsonl
export payments
export balances
export due --days 14 --out due.ics
export birthdays --format ics
export birthdays --out birthdays.vcf
export all --out shop.jsonl ; import all shop.jsonl --db copy.db ; balances --db copy.db
export all ; import all whole.jsonl
undo --dry-run
undo 6 --yes
undo 20 --yes
undo
log
log --limit 5
backup ; doctor
backup copy.db ; buy 1 10 ; restore copy.db --dry-run ; restore copy.db --yes ; log --limit 2
restore roster.csv --yes
doctor
config list
config set lang zh ; config get lang ; config list ; config unset lang
schedule
schedule systemd
completion bash

due --db nowhere.db
list --db roster.csv
show Nobody
show Zhao
why
buy
buy 1 abc
buy 1 10 --on 2027-01-01
buy 1 10 --on 31/12/2026
buy code:F1 9000 --unpaid
add "Wang Li" --phone 123
add Double --phone +4915112345678
add Someone --birthday 13-45
pin 1 Z
lits
list --nonsense
list --json --format csv
list --columns id,nothing
list --limit 1 --limit 2
report --month 2026-13
report nothing
policy set cadence.A never
restore nowhere.db --yes
refund 3 9999
void 99999
undo 9999 --yes
due --today yesterdayish
due --lang fr

--version
--help
help buy
help add
help due
help import purchases
help import customers
help report
help report value
help export all
help policy set
help nothing
`
