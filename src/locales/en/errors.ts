import { quoted } from '../asked.ts'
import type { ErrorMessage, ErrorWords, InAnyLanguage } from '../error-message.ts'
import { grouped } from '../figure.ts'
import { entry } from './entry.ts'
import { exportErrors } from './export.ts'
import { importErrors } from './import.ts'
import { article, plural, pointsOf } from './plural.ts'

const said = {
  ...importErrors,
  ...exportErrors,
  interrupted: () => ({ message: 'Interrupted; nothing was changed.' }),
  'usage.unknown-command': {
    message: (asked: string) => `No such command: ${asked}.`,
    all: 'All commands: regulars help',
  },
  'usage.customer-alone': ({ asked }) => ({
    message: `${asked} is a customer, no command.`,
    hint: `To see them: regulars show ${quoted(asked)}   All commands: regulars help`,
  }),
  'usage.which-command': {
    which: (group: string) => `${group}: which one?`,
    none: (asked: string) => `No such command: ${asked}.`,
    choices: (commands: readonly string[]) => `One of: ${commands.join(', ')}`,
  },
  'usage.unknown-option': {
    message: (command: string, asked: string) => `${command} has no flag ${asked}.`,
    all: (help: string) => `All flags: ${help}`,
  },
  'usage.missing-argument': {
    message: (command: string, argument: string) => `${command}: ${argument} is missing.`,
    example: (example: string, command: string) => `Example: ${example}   More: regulars help ${command}`,
    examples: (command: string) => `Examples: regulars help ${command}`,
  },
  'usage.flag-twice': ({ option, command }) => ({
    message: `${command}: ${option} is given twice.`,
    hint: `Once will do. Flags: regulars help ${command}`,
  }),
  'usage.missing-value': ({ option, command }) => ({
    message: `${command}: ${option} needs a value.`,
    hint: `Examples: regulars help ${command}`,
  }),
  'usage.extra-argument': {
    message: (command: string, extra: string) => `${command}: one word too many: ${extra === '' ? '“”' : extra}.`,
    phone: (phone: string) => `Phones: --phone ${phone}`,
    find: (text: string) => `To look for it: regulars find ${text}   Flags: regulars help list`,
    blanks: (command: string) => `Quote a text with blanks. Examples: regulars help ${command}`,
  },
  'usage.hash': ({ command }) => ({
    message: `${command}: a customer is missing.`,
    hint:
      `Say who: regulars ${command} NAME …   or regulars ${command} 12 …   ` +
      '(#12 alone is dropped by the shell: leave out the #)',
  }),
  'usage.conflict': ({ first, second }) => ({ message: `${first} and ${second} cannot go together.` }),
  'usage.unknown-column': {
    message: (asked: string) => `No column ${asked === '' ? '“”' : asked} here.`,
    columns: (known: readonly string[]) => `Columns: ${known.join(', ')}`,
    none: 'This command has no columns: leave out --columns; --json gives all of it.',
  },
  'usage.no-ids': () => ({ message: '--ids: this command lists nobody.' }),
  'usage.bad-choice': {
    message: (what: string, asked: string) => `Not ${article(what)} ${what}: “${asked}”.`,
    /** A word to choose, as the language says it: both are understood. */
    word: (_what: string, choice: string): string => choice,
    choices: (words: readonly string[]) => `One of: ${words.join(', ')}`,
  },
  'usage.bad-count': {
    least: (asked: string, least: number) => `Not a whole number of at least ${least}: “${asked}”.`,
    between: (asked: string, least: number, most: number) => `Not a whole number from ${least} to ${most}: “${asked}”.`,
    rule: (key: string) => `What it means, and is now: regulars policy show ${key}`,
  },
  'usage.bad-share': ({ asked }) => ({ message: `Not a share from 0 to 1: “${asked}”.`, hint: 'Examples: 0.35   35%' }),
  'usage.bad-flag': ({ asked }) => ({ message: `Neither on nor off: “${asked}”.`, hint: 'Type on or off.' }),
  'usage.bad-ranges': ({ asked, key }) => ({
    message: `Not three scores or ranges of 1 to 5, for recency, visits and amount: “${asked}”.`,
    hint: `Example: regulars policy set ${key} 1-2 3-5 4-5`,
  }),
  'usage.bad-reward': ({ asked, key }) => ({
    message: `No reward for a referral: “${asked}”.`,
    hint: `points:50, coupon:CODE or credit:10; 0 for none. Example: regulars policy set ${key} points:50`,
  }),
  'usage.bad-festivals': ({ asked, key }) => ({
    message: `Not festivals, each a name and a day of the year: “${asked}”.`,
    hint: `Example: regulars policy set ${key} "Anniversary 05-18, Chongyang lunar:09-09"`,
  }),
  'usage.bad-steps': {
    money: {
      message: (asked: string) => `Not four rising amounts, one between each two of the five scores: “${asked}”.`,
      hint: 'Example: regulars policy set rfm.money 100 300 800 2000',
    },
    count: {
      message: (asked: string) => `Not four rising numbers, one between each two of the five scores: “${asked}”.`,
      hint: 'Example: regulars policy set rfm.days 14 30 90 180',
    },
  },
  'usage.bad-period': {
    month: { message: (asked: string) => `Not a month: “${asked}”.`, hint: 'Examples: 2026-11   11' },
    quarter: { message: (asked: string) => `Not a quarter: “${asked}”.`, hint: 'Examples: 2026-Q4   Q4' },
  },
  'usage.unknown-key': {
    message: (asked: string) => `No such rule: ${asked}.`,
    all: 'All rules: regulars policy show',
  },
  'usage.yes-missing': ({ command }, voice) => ({
    message: `${command} asks first, and nobody is here to answer.`,
    hint: `To go ahead: ${voice.again('--yes')}`,
  }),
  'usage.nothing-to-change': ({ command }) => ({
    message: `${command}: say what to change.`,
    hint: `Flags: regulars help ${command}`,
  }),
  'usage.no-file': ({ path }) => ({
    message: `No such file: ${path}.`,
    hint: 'Is it spelt so, and in this folder? Else the whole path: /home/me/FILE',
  }),
  'usage.no-folder': ({ path }) => ({
    message: `No such folder: ${path}.`,
    hint: `Is the disk plugged in? To make the folder: mkdir -p ${quoted(path)}`,
  }),
  'usage.bad-currency': ({ asked }) => ({
    message: `Not a currency: “${asked}”.`,
    hint: 'Three letters: CNY, HKD, TWD, JPY, USD, EUR',
  }),
  'usage.bad-region': ({ asked }) => ({
    message: `Not a region: “${asked}”.`,
    hint: 'Two letters: CN, HK, TW, JP, US, DE',
  }),
  'usage.bad-timezone': {
    environment: {
      message: (asked: string) => `Not a time zone: “${asked}” (TZ says so), and a ledger keeps its zone.`,
      hint: 'Say where the shop is: regulars init --timezone Asia/Shanghai',
    },
    typed: {
      message: (asked: string) => `Not a time zone: “${asked}”.`,
      hint: 'Examples: Asia/Shanghai, Asia/Tokyo, Europe/Berlin, UTC',
    },
  },
  'usage.keep-folder': () => ({
    message: '--keep needs a folder: a single file is written over each time.',
    hint: 'Example: regulars backup /media/usb/ --keep 8',
  }),
  'demo.not-empty': ({ path }) => ({
    message: `There are customers in ${path} already; the made-up shop was not put there.`,
    hint: 'In a temporary folder: regulars demo   In a new file: regulars demo --db demo.db',
  }),
  'schedule.refused': {
    missing: (program: string) => `There is no ${program} on this computer.`,
    would: (program: string, why: string) => `${program} would not: ${why}`,
    noReason: 'no reason given',
    hint: (system: string) => `To see the lines and paste them yourself: regulars schedule ${system}`,
  },
  'usage.unknown-shop': {
    message: (asked: string) => `No shop is called “${asked}” on this computer.`,
    none: 'None was named yet: regulars help config set',
    shops: (names: readonly string[]) => `There are: ${names.join(', ')}   To name another: regulars help config set`,
  },
  'points.overdrawn': ({ customerId }) => ({
    message: `Customer #${customerId} has redeemed points of it since: it cannot be taken back.`,
    hint: `What they did with their points: regulars points show ${customerId}`,
  }),
  'reward.spent': ({ customerId, spent }, voice) => ({
    message:
      `Customer #${customerId} was given credit for the referral and has spent ${voice.money(spent)} of it: ` +
      'taken back, they would owe that.',
    hint:
      'Void it instead, what was spent stays spent: regulars help void   ' +
      `Their account: regulars statement ${customerId}`,
  }),
  'points.too-few': ({ id, name, points, asked }) => ({
    message: `${name} #${id} has ${pointsOf(points)}: ${grouped(asked)} cannot be taken.`,
    hint: `Their points: regulars points show ${id}`,
  }),
  'points.worthless': () => ({
    message: 'Points pay for nothing at the till: a point is worth 0.',
    hint: 'To change it: regulars policy set points.worth 0.01',
  }),
  'points.too-many': ({ asked, most, amount }, voice) => ({
    message: `${pointsOf(asked)} ${plural(asked, 'is', 'are')} worth more than the ${voice.money(amount)} left to pay.`,
    hint: `At most: --redeem ${most}`,
  }),
  'points.walk-in': () => ({
    message: 'A walk-in has no points, coupons or privileges.',
    hint: 'Say who: regulars help buy',
  }),
  'coupon.not-found': {
    message: (asked: string) => `No coupon “${asked}”.`,
    hint: (code: string) =>
      `Those there are: regulars coupon list   To make one: regulars coupon give ${code} --value 10 --to nobody`,
  },
  'coupon.not-given': ({ code, id, name }) => ({
    message: `Coupon ${code} was not given to ${name} #${id}.`,
    hint: `To give it: regulars coupon give ${quoted(code)} --to ${id}`,
  }),
  'coupon.used-up': {
    once: (name: string, code: string) => `${name} has used coupon ${code} already.`,
    often: (name: string, code: string, uses: number) => `${name} has used coupon ${code} already (${uses} times).`,
    hint: 'What is open: regulars coupon list',
  },
  'coupon.over': ({ code, until }) => ({
    message: `Coupon ${code} was good until ${until}.`,
    hint: 'What is open: regulars coupon list',
  }),
  'coupon.too-little': ({ code, least, amount }) => ({ message: `Coupon ${code} needs ${least}; this is ${amount}.` }),
  'coupon.stands': ({ code }) => ({
    message: `There is a coupon ${code} already, with another value.`,
    hint: 'To give that one, leave out its value; what it is: regulars coupon list',
  }),
  'coupon.no-worth': ({ code }) => ({
    message: `What is coupon ${code} good for?`,
    hint: 'So much off, or so many percent: --value 10 or --percent 15. More: regulars help coupon give',
  }),
  'coupon.nobody': ({ code }) => ({
    message: `Nobody to give coupon ${code} to: no customer fits, or all of them have it.`,
    hint: 'To whom: --to NAME, --group, --tier, --tag. More: regulars help coupon give',
  }),
  'privilege.none': ({ tier }) => ({
    message: `Tier ${tier} has no percent off.`,
    hint: `To give one: regulars policy set tier.${tier}.privilegePercent 5`,
  }),
  'usage.no-terminal': ({ command }) => ({
    message: `${command} goes from card to card by the keyboard: it needs a terminal.`,
    hint: 'The list without it: regulars due',
  }),
  'usage.no-password': ({ path }) => ({
    message: `There is no password in the first line of ${path}.`,
    hint: 'Write it there, readable by you alone. Examples: regulars help backup',
  }),
  'backup.encrypted': ({ path }) => ({
    message: `${path} is encrypted.`,
    hint: 'Name the file its password stands in with --password-file. Examples: regulars help restore',
  }),
  'backup.wrong-password': ({ path }) => ({
    message: `That password does not open ${path}; nothing was touched.`,
    hint: 'The first line of the file is the password, blanks included. More: regulars help restore',
  }),
  'backup.unlike': ({ path }) => ({
    message: `The backup of ${path} did not read back as it was written; it was not kept.`,
    hint: 'Try another disk: regulars help backup   Look at the ledger: regulars doctor',
  }),
  'backup.taken': ({ path }) => ({
    message: `${path} is something else, not a backup; it was left as it is.`,
    hint: 'Name a folder or a new file. Examples: regulars help backup',
  }),
  'backup.other': ({ path, why }) => ({
    message: {
      other: `${path} is another ledger, not a copy of this one; it was left as it is.`,
      'in-use': `${path} is in use: a log lies beside it, or somebody has it open; it was left as it is.`,
      damaged: `${path} is a copy that is damaged; it was left as it is, and this ledger is not concerned.`,
      ahead: `${path} holds what this ledger does not: it was written in since it was made; it was left as it is.`,
    }[why],
    hint: 'Name a folder or a new file. Examples: regulars help backup',
  }),
  'engine.bad-address': ({ asked }) => ({
    message: `Not an address of a ledger: ${quoted(asked)}.`,
    hint: 'postgres://USER@HOST/DATABASE?ledger=NAME',
  }),
  'engine.password': () => ({
    message: 'A password has no place in an address: it would be shown and kept.',
    hint: 'Put it into ~/.pgpass, or into PGPASSWORD, and leave it out here.',
  }),
  'engine.unreachable': ({ host }) => ({
    message: `The server ${host} cannot be reached.`,
    hint: 'Is it running, and is this computer online?',
  }),
  'engine.refused': ({ host }) => ({
    message: `The server ${host} does not let this user in.`,
    hint: 'The name stands in the address, the password in ~/.pgpass or PGPASSWORD.',
  }),
  'engine.untrusted': ({ host }) => ({
    message: `The server ${host} does not show, by a certificate this computer trusts, that it is the one.`,
    hint: 'The certificate of its issuer: NODE_EXTRA_CA_CERTS=FILE regulars …',
  }),
  'engine.no-database': ({ database }) => ({
    message: `The server has no database ${quoted(database)}.`,
    hint: `Make it once: createdb ${database}`,
  }),
  'engine.too-old': ({ found, needed }) => ({
    message: `The server is PostgreSQL ${found}; a ledger needs ${needed} or newer.`,
    hint: 'Have it upgraded, or keep the ledger in a file: regulars help config',
  }),
  'engine.encoding': ({ found, database }) => ({
    message: `The database ${quoted(database)} keeps its texts as ${found}, not as UTF-8: some names would be lost.`,
    hint: `Make another beside it: createdb -T template0 -E UTF8 NAME`,
  }),
  'engine.no-zero': () => ({
    message: 'A text holds the character U+0000, which a server does not keep; nothing was changed.',
    hint: "Take it out first. Of a file: tr -d '\\000' < FILE > CLEAN",
  }),
  'engine.not-allowed': () => ({
    message: 'The server does not allow this user to do that.',
    hint: 'Whoever keeps the ledger may: ask them, or use their name in the address.',
  }),
  'engine.lost': ({ host }) => ({
    message: `The connection to the server ${host} was lost; what was not confirmed is not entered.`,
    hint: 'Look with regulars log before you enter it again.',
  }),
  'engine.file-only': () => ({
    message: 'That works on a ledger file only, not on one of a server.',
    hint: 'A copy of it in a file: regulars backup',
  }),
  'engine.server-only': () => ({
    message: 'That is for the database of a server.',
    hint: 'regulars ledgers --db postgres://USER@HOST/DATABASE   Shops by name: regulars config',
  }),
  'usage.no-home': () => ({
    message: 'This user has no home folder to keep a ledger or settings in.',
    hint: 'Name the ledger with --db, or for good: regulars help config set',
  }),
  'usage.no-here': () => ({
    message: 'The folder you are in is gone.',
    hint: 'Go to another: cd ~   then the same command again',
  }),
  'file.address': ({ text }) => ({
    message: `${text} is an address, not a file; nothing was made or changed.`,
    hint: 'Name a file in its place, ./shop.db say.',
  }),
  'file.not-regular': ({ path }) => ({
    message: `${path} is a device or a pipe, not a file; it was left as it is.`,
    hint: 'Name a file in its place, ./shop.db say.',
  }),
  'file.foreign': ({ path, beside }) => ({
    message: `${beside} belongs to another user than ${path}: what it says is not believed.`,
    hint:
      'Make sure that nobody has the ledger open, then move it away: ' +
      `mv ${quoted(beside)} /tmp/   What is wrong: regulars doctor`,
  }),
  'file.beside': ({ path, beside }) => ({
    message: `${beside} is no ordinary file, as the log of ${path} would be; nothing was changed.`,
    hint: `Move it away: mv ${quoted(beside)} /tmp/`,
  }),
  'file.missing': ({ path }) => ({
    message: `No ledger at ${path}.`,
    hint: 'To start one: regulars init   From a backup: regulars help restore   To look around first: regulars demo',
  }),
  'file.exists': ({ path }) => ({
    message: `There is a ledger already: ${path}.`,
    hint: 'Its name, currency, zone … can be changed: regulars policy show shop',
  }),
  'file.not-a-ledger': ({ path }) => ({
    message: `${path} is not a ledger of regulars; it was left as it is.`,
    hint: 'Name a ledger in its place. Which one is looked at: regulars config list',
  }),
  'file.newer': ({ path, found, known }) => ({
    message: `${path} was written by a newer regulars (file version ${found}; this one knows ${known}).`,
    hint: 'Next: npm install -g regulars   Another ledger is named with --db.',
  }),
  'file.older': ({ path, found, known }) => ({
    message: `${path} is an older ledger (file version ${found}; this one writes ${known}).`,
    hint: 'To bring it up to date (a copy is kept): regulars doctor --migrate',
  }),
  'file.busy': ({ path }) => ({
    message: `${path} is in use by another regulars; waited 30 s.`,
    hint: 'Try again when the other one is done.',
  }),
  'file.damaged': ({ path }) => ({
    message: `${path} is damaged.`,
    hint: `What is wrong: regulars doctor --db ${quoted(path)}   The last good state: regulars help restore`,
  }),
  'file.unwritable': ({ path }) => ({
    message: `${path} cannot be written.`,
    hint: 'Check who owns the file and its folder, or name another (a ledger with --db).',
  }),
  'file.unreadable': ({ path }) => ({
    message: `${path} cannot be read.`,
    hint: 'Check who owns the file and its folder, or name another (a ledger with --db).',
  }),
  'file.is-folder': ({ path }) => ({
    message: `${path} is a folder, not a ledger.`,
    hint: 'Name the file in it with --db.',
  }),
  'file.full': ({ path }) => ({
    message: `No room left on the disk of ${path}; the ledger is as before.`,
    hint: 'Free some space, then run the same command again.',
  }),
  'file.disk': ({ said }) => ({
    message: `A disk, a stick or a network drive does not give what is on it (${said}).`,
    hint: 'Once it does: regulars doctor   What was not told as done is not in the ledger.',
  }),
  'file.output': {
    full: 'No room left where this is printed to: it is not all there.',
    broken: 'The output cannot be written: it is not all there.',
    hint: 'What the command changed in the ledger stands: regulars log',
  },
  'usage.amount-last': ({ command, customer, amount, item }) => ({
    message: `${command}: “${item}” is no amount.`,
    hint: `The amount comes before the goods: regulars ${command} ${quoted(customer)} ${amount} ${item}`,
  }),
  'usage.dash': {
    message: (word: string) => `“${word}” begins with a dash and is no goods.`,
    flags: (command: string) => `Flags begin with - or --: regulars help ${command}`,
    flag: (flag: string) => `As a flag it is typed ${flag}`,
  },
  'usage.needs': ({ flag, other }) => ({ message: `${flag} goes only with ${other}.` }),
  'usage.credit-paid': ({ method }) => ({
    message: `--method ${method} means the customer's own credit: nothing of it is paid at the counter.`,
    hint: 'A credit card: --method card   In part: --paid alone, the rest is taken from the credit.',
  }),
  'policy.money-stands': {
    message: (what: readonly string[]) =>
      `The currency cannot be changed while money stands in the ledger: ${what.join(', ')}.`,
    entries: (count: number) => `${grouped(count)} ${plural(count, 'entry', 'entries')}`,
    customers: (count: number) => `${grouped(count)} ${plural(count, 'customer')} with amounts`,
    rules: (count: number) => `${grouped(count)} ${plural(count, 'rule')}`,
    hint: 'A ledger in another currency: regulars help init',
  },
  'config.foreign': ({ path }) => ({
    message: `${path} belongs to another user, or anybody may write it: what is settled there does not count.`,
    hint: `If it is yours: sudo chown $(id -un) ${quoted(path)} && chmod go-w ${quoted(path)}`,
  }),
  'file.not-counted': {
    foreign: (path: string): ErrorMessage => ({
      message: `${path} belongs to another user, or anybody may write it: it does not count.`,
      hint: `If it is yours: sudo chown $(id -un) ${quoted(path)} && chmod go-w ${quoted(path)}`,
    }),
    unreadable: (path: string): ErrorMessage => ({
      message: `${path} is no text that can be read (up to 1 MB): it does not count.`,
      hint: 'Mend it or delete it.',
    }),
  },
  'config.damaged': ({ path }) => ({
    message: `${path} cannot be read: what is settled there does not count.`,
    hint: 'Mend the file or delete it, then: regulars config list',
  }),
  'usage.swapped': ({ command, customer, amount }) => ({
    message: `${command}: “${customer}” is no amount.`,
    hint:
      `The customer comes first, then the amount. Is ${amount} the amount? ` +
      `regulars ${command} ${quoted(customer)} ${amount}`,
  }),
  'usage.backup-folder': {
    message: (folder: string) => `${folder} is a folder, not a backup.`,
    none: 'There is no backup in it. To make one: regulars help backup',
    newest: (path: string) => `The newest backup in it: regulars restore ${path}`,
  },
  'money.unreadable': ({ text }) => ({
    message: `Not an amount: “${text}”.`,
    hint: 'Examples: 128   88.5   12,50   128+60-8   128*2   1,288.00',
  }),
  'money.too-precise': ({ text, currency, digits }) => ({
    message: `Too many decimals: “${text}”; ${currency} has ${digits}.`,
  }),
  'money.negative': ({ text }) => ({
    message: `An amount below nothing makes no sense here: “${text}”.`,
    hint: 'Goods come back: regulars refund   Money goes out: regulars pay --out',
  }),
  'money.ambiguous': {
    message: (text: string, one: string, other: string) => `“${text}” can be ${one} or ${other}.`,
    either: (thousands: string, decimals: string) => `Write ${thousands}, or ${decimals}.`,
    fewer: (thousands: string, currency: string) =>
      `Write ${thousands}, or fewer decimals: ${currency} has not so many.`,
  },
  'money.too-large': ({ text, most }, voice) => ({
    message: `Too large an amount: “${text}”; the most there can be is ${voice.money(most)}.`,
  }),
  'day.unreadable': {
    message: (text: string) => `Not a day: “${text}”.`,
    ahead: 'Examples: 2026-12-31   12-31   tomorrow   3d   friday   end of month',
    back: 'Examples: 2026-11-21   11-21   yesterday   3d   friday',
  },
  'day.year-last': ({ text }) => ({ message: `Not a day: “${text}”.`, hint: 'Year first: 2026-12-31' }),
  'day.impossible': ({ text }) => ({
    message: `The calendar has no such day: “${text}”.`,
    hint: 'How days can be typed: regulars help days',
  }),
  'day.future': ({ day, today }) => ({
    message: `${day} has not come yet (today is ${today}).`,
    hint: 'Year first, month, day: 2026-11-21   or: yesterday',
  }),
  'day.next-first': ({ next, on }) => ({
    message: `The next contact cannot be before this one: ${next} is before ${on}.`,
    hint: 'Examples: --next 3d   --next friday   --next 2026-12-31',
  }),
  'day.snooze-past': ({ day, today }) => ({
    message: `A snooze ends on a day to come: ${day} is not after ${today}.`,
    hint: 'Examples: 3d   monday   2026-12-31   off',
  }),
  'day.past': ({ day, today }) => ({
    message: `${day} is over (today is ${today}).`,
    hint: 'Examples: 2026-12-31, 30d',
  }),
  'day.reversed': ({ from, to }) => ({ message: `The period ends before it begins: ${from} to ${to}.` }),
  'phone.unreadable': ({ text, region }) => ({
    message: `Not a phone of region ${region}: “${text}”.`,
    hint: 'From elsewhere, write the country: +44 20 7946 0000',
  }),
  'birthday.unreadable': {
    either: (text: string, lunar: string, solar: string): ErrorMessage => ({
      message: `“${text}” may be lunar or solar.`,
      hint: `Lunar: ${lunar}   Solar: ${solar}`,
    }),
    neither: (text: string): ErrorMessage => ({
      message: `Not a birthday: “${text}”.`,
      hint: 'Examples: 1988-05-06   05-06   lunar:1988-04-18   lunar:04-18   农历四月十八',
    }),
  },
  'birthday.future': ({ text, today }) => ({
    message: `That birthday has not come yet: “${text}” (today is ${today}).`,
    hint: 'Year first: 1988-05-06',
  }),
  'usage.empty-name': ({ command }) => ({
    message: `${command}: a name is missing.`,
    hint: `Examples: regulars help ${command}`,
  }),
  'usage.too-long': ({ what, length, most }) => ({
    message: `Too long a ${what}: ${length} characters, ${most} at most.`,
  }),
  'survey.unreadable': ({ text }) => ({
    message: `Not an answer: “${text}”.`,
    hint: 'Examples: 4   4.5   8/10   90%   ★★★★   satisfied',
  }),
  'survey.too-high': ({ text, most }) => ({
    message: `“${text}” is more than ${most}.`,
    hint: 'Out of something else: 8/10   80%   in a file: --scale 10',
  }),
  'survey.expected-nothing': ({ text }) => ({
    message: `“${text}”: nobody expects nothing.`,
    hint: 'Examples: --expected 4   --expected 5',
  }),
  'usage.bad-percent': ({ text }) => ({
    message: `Not a share from 0 to 100: “${text}”.`,
    hint: 'Example: --share 60',
  }),
  'usage.bad-email': ({ text }) => ({
    message: `Not an e-mail address: “${text}”.`,
    hint: 'Example: wang@example.com',
  }),
  'usage.bad-fact': ({ text }) => ({
    message: `Not KEY=VALUE: “${text}”.`,
    hint: 'Example: --set hobby=chess   To forget it: --set hobby=',
  }),
  'usage.bad-years': ({ text }) => ({
    message: `Not years of birth: “${text}”.`,
    hint: 'Examples: 1960..1969   1965   ..1949',
  }),
  'usage.bad-tag': ({ text }) => ({
    message: `Not +TAG or -TAG: “${text}”.`,
    hint: 'Example: regulars tag 12 +oolong -new',
  }),
  'customer.not-found': {
    message: (asked: string) => `No customer “${asked}”.`,
    all: 'All customers: regulars list   Search: regulars help find',
    addPhone: (phone: string) => `New, by a name: regulars add 'Anna Becker' --phone ${phone}`,
    near: (customers: readonly string[]) => `Like it: ${customers.join(', ')}`,
    customer: (typed: string | number, name: string) => `${typed} (${name})`,
    search: (text: string) => `Search: regulars find ${text}`,
    add: (name: string) => `New: regulars add ${name}`,
  },
  'customer.ambiguous': {
    message: (asked: string, count: number) => `“${asked}” is ${grouped(count)} customers.`,
    hint: (matches: readonly string[]) => `Full name, last 4 of the phone, or id: ${matches.join(', ')}`,
    match: (typed: string | number, about: readonly string[]) => `${typed} (${about.join(' ')})`,
    phone: (last: string) => `…${last}`,
    last: (day: string) => day,
    others: ' …',
  },
  'customer.unreadable': ({ asked }) => ({
    message: `Not a way to name a customer: “${asked}”.`,
    hint: 'Examples: 12   id:12   code:007   phone:13800138000   name:Wang',
  }),
  'customer.phone-taken': ({ phone, by }, voice) => ({
    message: `${voice.phone(phone)} is the phone of ${by.name} #${by.id}.`,
    hint: `The same person: regulars show ${by.id}   A family sharing it: ${voice.again('--same-phone')}`,
  }),
  'customer.code-taken': ({ code, by }) => ({ message: `Code ${code} is the card of ${by.name} #${by.id}.` }),
  'customer.owes-still': ({ who, amount }, voice) => ({
    message: `${who.name} #${who.id} still ${voice.balance(amount)}.`,
    hint: `When it is paid: regulars pay ${who.id} ${amount}`,
  }),
  'customer.refers-self': ({ who }) => ({ message: `${who.name} #${who.id} cannot have referred themselves.` }),
  'customer.refers-round': ({ who, by }) => ({
    message: `${by.name} #${by.id} came by way of ${who.name} #${who.id}: they cannot have brought each other.`,
    hint: `Who brought whom: regulars referrals   To take it off the other: regulars edit ${by.id} --referred-by ""`,
  }),
  'value.too-little-data': ({ asOf, buyers, buyersNeeded, repeatBuyers, repeatBuyersNeeded }) => ({
    message:
      `Too little data to value customers up to ${asOf}: ` +
      `${buyers} bought, ${repeatBuyers} of them on two days or more.`,
    hint:
      `It takes ${buyersNeeded} buyers, ${repeatBuyersNeeded} of them on two days or more. ` +
      'Where they stand without it: regulars report stages',
  }),
  'merge.same': ({ who }) => ({ message: `${who.name} #${who.id} are one already.` }),
  'merge.kept': {
    twice: 'The customer to keep is named twice.',
    missing: 'Into whom? The customer to keep is missing.',
    hint: 'Example: regulars merge 301 --into 12',
  },
  'merge.changed': ({ from, into }) => ({
    message: `${from.name} #${from.id} or ${into.name} #${into.id} changed meanwhile. Nothing was merged.`,
    hint: `Look again: regulars merge ${from.id} --into ${into.id}`,
  }),
  'forget.not-wiped': ({ path }) => ({
    message: `Forgotten, not yet wiped: another program reads ${path}.`,
    hint: 'When it is closed: run doctor (regulars doctor)',
  }),
  'keeper.not-found': {
    message: (asked: string) => `Nobody called “${asked}” looks after customers.`,
    near: (name: string) => ` Did you mean ${name}?`,
    none: (keeper: string) => `Say whom they look after: regulars edit 12 --keeper ${keeper}`,
    all: 'Who has whom: regulars list --columns id,name,keeper',
  },
  'keeper.same': ({ keeper }) => ({ message: `${keeper} looks after them already.` }),
  'person.taken': ({ name, who }) => ({
    message: `${who.name} #${who.id} has somebody called ${name} already.`,
    hint: `To put something else: regulars person remove ${who.id} ${quoted(name)}, then add them anew`,
  }),
  'person.not-found': {
    message: (firm: string, id: number, name: string) => `${firm} #${id} has nobody called “${name}”.`,
    known: (names: readonly string[]) => `Their people: ${names.join(', ')}`,
    add: (id: number, name: string) => `Add somebody: regulars person add ${id} ${name}`,
  },
  'customer.not-pinned': ({ id, name }) => ({
    message: `${name} #${id} is not pinned to a tier.`,
    hint: `Why they are in theirs: regulars why ${id}`,
  }),
  'customer.walk-in': ({ command }) => ({
    message: `${command}: a walk-in is nobody in particular.`,
    hint: 'Name a customer, or add one: regulars help add',
  }),
  'customer.archived': ({ id, name }) => ({
    message: `${name} #${id} is archived.`,
    hint: `They are back? regulars unarchive ${id}`,
  }),
  'usage.due-paid': () => ({
    message: '--due: nothing is left unpaid.',
    hint: 'On account: --unpaid; in part: --paid AMOUNT',
  }),
  'money.zero': ({ text }) => ({ message: `An amount of nothing makes no sense here: “${text}”.` }),
  'money.over-paid': ({ paid, amount }, voice) => ({
    message: `Paid ${voice.money(paid)} is more than the ${voice.money(amount)} to pay.`,
    hint: 'What is over can be kept as credit: regulars help pay',
  }),
  'day.due-first': ({ due, on }) => ({ message: `Due on ${due}, before the day of the purchase (${on}).` }),
  'payment.on-account': ({ method }) => ({
    message: `${method} is no way to pay: nothing came in.`,
    hint: 'What somebody owes more: regulars help buy   what came in: --method cash, say',
  }),
  'payment.of-credit': ({ method, customer }) => ({
    message: `Nothing is paid in by ${method}: that money is in the shop already.`,
    hint:
      `To hand credit back: regulars pay ${quoted(customer)} 50 --out, say   ` +
      `the account: regulars statement ${quoted(customer)}`,
  }),
  'entry.unreadable': ({ text }) => ({
    message: `Not an entry: “${text}”.`,
    hint: 'An entry is its number (812), a contact c31. Numbers: regulars purchases',
  }),
  'entry.not-found': ({ asked }) => ({
    message: `No entry ${asked}.`,
    hint: `Entries: regulars purchases   A customer is id:${asked} or a name.`,
  }),
  'entry.already-void': ({ id, kind }) => ({
    message: `${entry.numbered(kind, id)} is void already.`,
    hint: 'To take the voiding back, undo its change: regulars log',
  }),
  'entry.not-a-purchase': ({ id, kind }) => ({
    message: `${entry.numbered(kind, id)} cannot be refunded: only a purchase can.`,
    hint: `A wrong entry: regulars void ${id}`,
  }),
  'entry.has-refunds': ({ id, refunds, command }) => ({
    message: `${command}: purchase ${id} has ${plural(refunds.length, 'a refund', 'refunds')} (${refunds.join(', ')}).`,
    hint: `All void together: regulars void ${[id, ...refunds].join(' ')}`,
  }),
  'entry.paid-does-not-fit': ({ id, paid, amount }, voice) => ({
    message: `Purchase ${id}: ${voice.money(paid)} was paid, more than ${voice.money(amount)}.`,
    hint: `Enter it anew: regulars void ${id}   then the purchase again`,
  }),
  'entry.same-amount': ({ id, amount }, voice) => ({ message: `Entry ${id} is ${voice.money(amount)} already.` }),
  'purchase.credit-short': {
    message: (who: string, credit: string, short: string, amount: string) =>
      `${who} has ${credit}, ${short} less than ${amount}.`,
    none: 'no credit',
    credit: (amount: string) => `credit ${amount}`,
    hint: (id: number) =>
      'A credit card: --method card   The rest on account: --unpaid without --method   ' +
      `Their account: regulars statement ${id}`,
  },
  'payment.bonus-without-credit': ({ id, name, owed, amount }, voice) => ({
    message:
      'A bonus goes with money that stays as credit: ' +
      `${name} #${id} owes ${voice.money(owed)}, and ${voice.money(amount)} leaves nothing.`,
    hint: `Their account: regulars statement ${id}`,
  }),
  'payment.bonus-spent': ({ id, customerId, bonus, left }, voice) => ({
    message:
      `Payment ${id} came with a bonus of ${voice.money(bonus)}, ` +
      `of which ${voice.money(left)} is left: it cannot be taken back.`,
    hint: `What spent it: regulars statement ${customerId}`,
  }),
  'payment.no-bonus': ({ id, name }) => ({
    message: `${name} #${id} has no bonus that could end.`,
    hint: `Their account: regulars statement ${id}`,
  }),
  'pass.none': {
    message: (name: string, id: number) => `${name} #${id} has no pass to use on that day.`,
    sell: 'To sell one: regulars help pass sell',
    theirs: (id: number) => `Their passes: regulars pass list ${id}`,
  },
  'pass.not-found': ({ id, name, pass }) => ({
    message: `${name} #${id} has no pass ${pass}.`,
    hint: `Their passes: regulars pass list ${id}`,
  }),
  'pass.not-open': {
    message: (pass: number, why: string) => `Pass ${pass} ${why}.`,
    'used-up': (visits: number) => `is used up: ${visits} of ${visits}`,
    refunded: 'was refunded',
    over: (until: string) => `was good until ${until}`,
    'not-sold': (on: string) => `was sold on ${on}`,
  },
  'pass.over-when-sold': ({ until, on }) => ({
    message: `The pass would be over (${until}) before it is sold (${on}).`,
  }),
  'entry.is-reward': ({ id }) => ({
    message: `Payment ${id} is credit for a referral: the rule says how much.`,
    hint: `To take it back: regulars void ${id}`,
  }),
  'pass.visit-is-free': ({ id, command }) => ({
    message: `${command}: entry ${id} is a visit of a pass, nothing was paid for it.`,
    hint: `To give the visit back: regulars void ${id}`,
  }),
  'pass.overdrawn': ({ id, visits, used }) => ({
    message: `That would leave pass ${id} with ${used} visits made of ${visits}, or more refunded than it is worth.`,
    hint: 'The passes: regulars pass list',
  }),
  'entry.has-visits': ({ id, visits }) => ({
    message:
      `void: ${visits.length} ${plural(visits.length, 'visit')} of pass ${id} ` +
      `${plural(visits.length, 'stands', 'stand')} (${visits.join(', ')}).`,
    hint: `All void together: regulars void ${[id, ...visits].join(' ')}`,
  }),
  'purchase.walk-in-unpaid': () => ({
    message: 'A walk-in pays in full: nobody could be asked for the rest.',
    hint: 'On account: name a customer, or add one: regulars help add',
  }),
  'purchase.over-limit': ({ name, id, limit, balance }, voice) => ({
    message: `${name} #${id} would owe ${voice.money(balance)}; the credit limit is ${voice.money(limit)}.`,
    hint: `All the same: ${voice.again('--over-limit')}`,
  }),
  'refund.before-purchase': ({ id, on, boughtOn }) => ({
    message: `The refund (${on}) comes before purchase ${id} (${boughtOn}).`,
  }),
  'refund.too-much': ({ id, asked, left }, voice) => ({
    message: `${voice.money(asked)} is more than is left of purchase ${id}: ${voice.money(left)}.`,
    hint: `All that is left: regulars refund ${id}`,
  }),
  'refund.nothing-left': ({ id }) => ({ message: `Purchase ${id} has nothing left to refund.` }),
  'refund.nothing-covers': {
    none: (who: string) => `${who} has no purchase to refund.`,
    covers: (who: string, amount: string) => `No purchase of ${who} covers ${amount}.`,
    hint: (id: number) => `Their purchases: regulars purchases ${id}`,
  },
  'payment.more-than-credit': {
    message: (who: string, credit: string, amount: string) => `${who} has ${credit}: ${amount} cannot be handed back.`,
    none: 'no credit',
    credit: (amount: string) => `credit ${amount}`,
    besides: (credit: string, bonus: string) => `${credit}, the bonus of ${bonus} aside`,
    hint: (id: number) => `Their account: regulars statement ${id}`,
  },
  'usage.no-filter': ({ command }) => ({
    message: `${command}: which customers? A group is saved with the flags of list.`,
    hint: `Example: regulars ${command} --tag oolong --not-since 90d   All flags: regulars help group save`,
  }),
  'group.not-found': {
    message: (asked: string) => `No group “${asked}”.`,
    none: 'None was saved yet: regulars help group save',
    all: 'The groups: regulars group list',
  },
  'group.taken': ({ name }, voice) => ({
    message: `There is a group “${name}” already.`,
    hint: `To change it: ${voice.again('--replace')}   What it is: regulars group list`,
  }),
  'payer.not-found': {
    message: (asked: string) => `No purchase came with a payer “${asked}”.`,
    none: 'None came with one yet: regulars help import',
    all: 'Those there are: regulars payer list',
  },
  'payer.several': ({ asked, keys }) => ({
    message: `“${asked}” is several payers: ${keys.join(', ')}.`,
    hint: `Type the whole of it, with its service: ${quoted(keys[0] ?? '')}`,
  }),
  'payer.linked': ({ key, by }) => ({
    message: `${key} is ${by.name} #${by.id} already.`,
    hint: `To change that, first: regulars payer unlink ${quoted(key)}`,
  }),
  'payer.not-linked': ({ key }) => ({
    message: `${key} is nobody’s: there is no link.`,
    hint: 'Those linked: regulars payer list --linked',
  }),
  'complaint.not-found': ({ asked }) => ({
    message: `No complaint ${asked}.`,
    hint: 'All of them: regulars complaint list --all',
  }),
  'complaint.not-theirs': ({ id, who }) => ({
    message: `Entry ${id} is not of ${who.name} #${who.id}.`,
    hint: `Theirs: regulars purchases ${who.id}`,
  }),
  'complaint.promise-first': ({ promised, on }) => ({
    message: `The day promised (${promised}) is before the day itself (${on}).`,
    hint: 'Example: --promise 3d',
  }),
  'complaint.before-opened': ({ id, on, opened }) => ({
    message: `Complaint ${id} was opened on ${opened}: nothing can be done about it on ${on}.`,
    hint: `All of it: regulars complaint show ${id}`,
  }),
  'complaint.resolved': ({ id, on }) => ({
    message: `Complaint ${id} was settled on ${on}.`,
    hint: `To ask how it went: regulars complaint step ${id} 6   Something new: regulars help complaint open`,
  }),
  'complaint.no-steps': ({ id }) => ({
    message: `${id} is a suggestion: it has no steps.`,
    hint: `When it is answered: regulars complaint resolve ${id}`,
  }),
  'customer.complains': ({ who, complaint }) => ({
    message: `${who.name} #${who.id} has an open complaint (${complaint}).`,
    hint: `When it is settled: regulars complaint resolve ${complaint}`,
  }),
  'occasion.not-found': {
    several: (who: string, text: string) => `“${text}” is several of the occasions of ${who}.`,
    none: (who: string, text: string) => `${who} has no occasion “${text}”.`,
    add: 'To note one: regulars help occasion add',
    known: (occasions: readonly string[]) => `There are: ${occasions.join(', ')}`,
  },
  'event.taken': ({ name, on }) => ({
    message: `There is an event “${name}” already, on ${on}.`,
    hint: 'All of them: regulars event list',
  }),
  'event.not-found': {
    message: (asked: string) => `No event “${asked}”.`,
    none: 'To open it: regulars help event open',
    all: 'The events: regulars event list',
  },
  'event.to-come': ({ name, on }) => ({
    message: `“${name}” is on ${on}: nobody can have come yet.`,
    hint: 'It was held earlier: --on DAY',
  }),
  'message.unknown-template': {
    message: (asked: string) => `No message “${asked}”.`,
    all: (known: readonly string[]) => `There are: ${known.join(', ')}   what they say: regulars message`,
  },
  'message.unknown-field': {
    message: (template: string, asked: string) =>
      `The message “${template}” has {${asked}}, which is nothing that can be filled in.`,
    fact: '{fact:KEY}',
    known: (fields: readonly string[]) => `There are: ${fields.join(' ')}`,
  },
  'message.personal': {
    reasoned: (template: string) =>
      `“${template}” is for those who have a reason for it: ` +
      'it is written to one customer after another, not to a group.',
    filled: (template: string, field: string) =>
      `“${template}” has {${field}}: it is written to one customer after another, not to a group.`,
    hint: (template: string) => `To whom: regulars message ${template} --to due   or --to NAME, --tier A, --group NAME`,
  },
  'message.nobody-asked': ({ template, flag }) => ({
    message: `${flag} needs to be told to whom.`,
    hint: `Examples: regulars message ${quoted(template)} --to due ${flag}   --tier A,B   --to NAME   --group NAME`,
  }),
  'message.no-event': ({ template }) => ({
    message: `“${template}” speaks of an event.`,
    hint: 'Which one: --event NAME   those there are: regulars event list',
  }),
  'message.event-over': ({ name, on }) => ({
    message: `“${name}” was on ${on}.`,
    hint: 'Who came: regulars help event came   A new one: regulars help event open',
  }),
  'message.festival-away': {
    unkept: (festival: string) => `The shop does not keep “${festival}”.`,
    keep: 'To keep it: regulars policy set festival.calendar chinese',
    away: (festival: string, on: string, days: number) =>
      `“${festival}” is on ${on}: greetings go out from ${days} days before to 3 days after.`,
    earlier: (days: number) => `To begin today: regulars policy set festival.days ${days}`,
    others: 'What there is to send now: regulars message',
  },
  'message.empty': ({ file }) => ({
    message: `${file} has no text.`,
    hint: 'A first line `subject: …` and the text after it; {salutation} is filled in.',
  }),
  'want.not-found': {
    message: (name: string, id: number, text: string) => `${name} #${id} does not wait for “${text}”.`,
    note: (id: number, text: string) => `To note it: regulars want ${id} "${text}"`,
    waits: (texts: readonly string[]) => `They wait for: ${texts.join(', ')}`,
  },
  'loss.never-bought': ({ id, name }) => ({
    message: `${name} #${id} has not bought yet: there is nobody to lose.`,
    hint: `To note something: regulars help note`,
  }),
  'contact.not-found': ({ asked }) => ({
    message: `No contact ${asked}.`,
    hint: 'Contacts and their numbers: regulars contacts',
  }),
  'contact.no-amount': ({ id, command }) => ({
    message: `${command}: c${id} is a contact, no amount stands in it.`,
    hint: `A wrong contact: regulars void c${id}   numbers of purchases: regulars purchases`,
  }),
  'contact.already-void': ({ id }) => ({
    message: `Contact c${id} is void already.`,
    hint: 'To take the voiding back, undo its change: regulars log',
  }),
  'change.not-found': ({ asked }) => ({ message: `No change ${asked}.`, hint: 'The changes: regulars log' }),
  'change.undone': ({ change, by }) => ({
    message: `Change ${change} has been taken back already (by change ${by}).`,
    hint: 'The changes: regulars log',
  }),
  'change.not-undoable': ({ change, command }) => ({
    message: `${command} cannot be undone (change ${change}).`,
    hint: 'The changes: regulars log',
  }),
  'change.none-of-yours': {
    none: 'You have no change to take back.',
    newest: (by: string, time: string, what: string) =>
      `You have no change to take back; the newest is by ${by}, ${time} (${what}).`,
    undo: (change: number) => `To take that back all the same: regulars undo ${change}`,
    all: 'The changes: regulars log',
  },
  'change.in-the-way': {
    message: (change: number, later: readonly string[], more: string) =>
      `Change ${change} cannot be taken back: later changes build on it: ${later.join(', ')}${more}.`,
    later: (change: number, what: string) => `${change} (${what})`,
    more: (count: number) => `, and ${grouped(count)} more`,
    hint: (first: number) => `Take those back first: regulars undo ${first}`,
    keep: (change: number) => `Or all but the rows they touch: regulars undo ${change} --keep-edited`,
  },
  'change.keep-not-import': ({ change, command }) => ({
    message: `--keep-edited is for imports; change ${change} is ${command}.`,
    hint: `Without it: regulars undo ${change}`,
  }),
} satisfies ErrorWords

/** A sentence for every error, or the pieces of those that are said in several ways. */
export const errors: InAnyLanguage<typeof said> = said
