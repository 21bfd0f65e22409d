import type { CommandHelp } from '../../command-help.ts'

const importFlags = {
  '--from': 'the format of the file, as import formats lists them, or none (default: found out)',
  '--dates': 'how open days are written: dmy or mdy',
  '--decimal': 'how open amounts are written: comma or point',
  '--header-row': 'the row with the headings (default: found out)',
  '--state': 'what a word of a status is: WORD=sale, owed, refund or skip',
  '--all-states': 'take rows of every unknown status as sales',
  '--walk-in': 'no column names a customer: all are walk-ins',
  '--refunds-alone': 'enter refunds of sales the ledger does not have as returns',
  '--as-of': 'the day that owes and credit are of (default: today)',
  '--map': 'which column is which: name=Client,phone=3',
  '--encoding': 'utf-8, utf-16, gbk, big5, shift-jis, euc-kr, windows-1250 to -1258 (default: found out)',
  '--delimiter': 'comma, semicolon, tab or pipe (default: found out)',
  '--sheet': 'the sheet of a workbook, by name or number (default: the first)',
  '--on-match': 'what is in the ledger already: update, skip or reject',
  '--keep-unknown': 'keep unknown columns as facts',
  '--rejects': 'write the rows not taken to this file',
  '--no-classify': 'do not sort tiers at the end',
  '--same-phone': 'several names may share a phone (families)',
  '--aspects': 'which columns are questions: goods=Quality,Service; ASPECT=heading or number',
  '--scale': 'what bare numbers are out of: 5, 10 or 100 (default: found out)',
  '--create-customers': 'add customers the ledger does not know',
}

const exportFlags = {
  '--out':
    'write this file, for your eyes alone; its ending says the format; ' +
    'one that is there is only written over with --yes',
  '--excel': 'mark the file so that Excel reads it as UTF-8',
}

export const data: Record<string, CommandHelp> = {
  import: {
    does:
      'Takes a file into the ledger that says itself what it is: ' +
      'a bill of WeChat Pay or Alipay, orders of a shop system, a roster, contacts.',
    examples: [
      'regulars import bill.xlsx',
      'regulars import orders.csv --create-customers',
      'regulars import old.csv --dates dmy --decimal comma --dry-run',
    ],
    flags: importFlags,
    more:
      'The formats it knows: regulars import formats. One of your own is a JSON file in the folder formats beside ' +
      `the ledger.
What a row is, its words of status say: sales, sales on account, refunds; what is not paid, cancelled or ` +
      `failed is skipped and counted, and so are totals, headings and the shop's own spending. An unknown word is ` +
      'named with how to say what it means: --state. Whoever pays under a nick or a number of the service is a ' +
      'walk-in whose name is kept.',
  },
  'import customers': {
    does:
      'Takes a customer roster into the ledger: ' +
      'a CSV or Excel file, the contacts of a phone (vCard), or - for standard input.',
    examples: [
      'regulars import customers roster.csv',
      'regulars import customers roster.csv --map name=Client,tags=Group --rejects bad.csv',
      'regulars import customers members.xlsx --sheet VIP --dry-run',
      'regulars import customers contacts.vcf --dry-run',
    ],
    flags: importFlags,
    more:
      'Columns, by these names or what shops call them in English and Chinese: name (or first_name last_name) ' +
      'called code kind phone email wechat company address birthday joined source referred_by tags notes style ' +
      'potential keeper owes credit balance visits_before spent_before last_purchase points tier wallet_share ' +
      `preferred_channel hours credit_limit do_not_contact consent archived; fact:KEY is a key of your own.
A row is a customer of the ledger by code; else by phone and name; else by name and birthday. Importing a ` +
      'file twice changes nothing. Exit code 3: some rows were rejected.',
  },
  'import purchases': {
    does: 'Takes purchases into the ledger: a till’s CSV or Excel file, or - for standard input.',
    examples: [
      'regulars import purchases today.csv --create-customers',
      'regulars import purchases till.csv --map customer=Card,on=Time,amount=Total',
      'regulars import purchases today.csv --rejects bad.csv --quiet',
    ],
    flags: importFlags,
    more:
      'Columns: customer (or code phone name) on amount quantity unit_price cost unit_cost discount refunded item ' +
      `ref method paid due refund_of status direction note reason fault by.
Lines with the same ref, customer and day are one receipt; a negative amount is a return; an empty customer ` +
      'is a walk-in; status void voids the purchase of that ref. A receipt is known again by its ref, and rejected ' +
      'when its amount differs (--on-match update enters it anew). What is unpaid of a day before the account was ' +
      'opened (owes, credit) is in that balance already: it lowers the opening.',
  },
  'import contacts': {
    does: 'Takes contacts, calls and visits say, into the ledger: a CSV or Excel file, or - for standard input.',
    examples: [
      'regulars import contacts calls.csv',
      'regulars import contacts calls.csv --map customer=Caller,on=Start,note=Summary --dry-run',
    ],
    flags: importFlags,
    more:
      'Columns: customer (or code phone name) on direction call_type channel outcome about note next campaign gift ' +
      'by. Only customer and on are needed: direction is out, outcome reached (of one that came in wants-reply), ' +
      `channel the customer's preferred one.
A contact is about everything that was due, unless about names reasons. It is known again by customer, day, ` +
      'channel and direction; importing a file twice changes nothing. Customers the ledger does not know are ' +
      'rejected, or made with --create-customers.',
  },
  'import surveys': {
    does:
      'Takes answers of surveys into the ledger: ' +
      'a CSV or Excel file, the export of a questionnaire service say, or - for standard input.',
    examples: [
      'regulars import surveys answers.csv',
      'regulars import surveys form.xlsx --map on=Submitted,phone=Phone --aspects goods=5,service=6 --scale 10',
    ],
    flags: importFlags,
    more:
      'Columns: customer (or code phone name) on aspect expected perceived comment by. Customer, on and perceived ' +
      'are needed; expected is 4 unless given. With a question a column, --aspects says which and what they ask ' +
      `about; columns headed goods, service, delivery, price or place are found.
An answer is a number out of five, ten or a hundred (told from the whole column, or --scale), 8/10, 90%, ` +
      'stars, or a word: satisfied. It is known again by customer, day and aspect; importing a file twice changes ' +
      'nothing. Customers the ledger does not know are rejected, or made with --create-customers.',
  },
  init: {
    does: 'Starts a ledger.',
    examples: [
      'regulars init --name "Tea House"',
      'regulars init --name Teehaus --currency EUR --region DE --timezone Europe/Berlin',
      'regulars init --margin 40% --db second.db',
    ],
    flags: {
      '--name': 'the name of the shop',
      '--currency': 'three letters (default: what is paid with there)',
      '--region':
        "how phones without a country are read, two letters (default: by the system's territory, else its time zone)",
      '--timezone': "where the shop's days begin (default the one zone of --region, else the system's)",
      '--margin': 'what is left of a sale without a cost: 40% or 0.4 (default all of it)',
    },
    more:
      'On a terminal it asks for name, currency and zone; Return takes what stands in brackets. ' +
      'To change them later: regulars policy show shop. While there is no customer and no entry, ' +
      'init settles the ledger anew. add, import and restore start a ledger by themselves where there is none.',
  },
  'import formats': {
    does: 'Lists the kinds of files that are known by themselves, and those of your own beside the ledger.',
    examples: ['regulars import formats', 'regulars import formats --json'],
  },
  'import all': {
    does: 'Reads a whole shop, as export all wrote it, into an empty ledger.',
    examples: [
      'regulars --db new.db import all shop.jsonl',
      'regulars import all shop.jsonl --dry-run',
      'age -d usb.age | regulars import all -',
    ],
    more:
      'Customers, entries and contacts keep their numbers, the ledger its name, currency and calendar ids. Every ' +
      'line is checked; one that is wrong stops it, and nothing is written. The log of the old ledger stays behind.',
  },
  'payer list': {
    does:
      'Who paid by a name or number of a pay service and is no customer yet: ' +
      'how often, how much, and whose purchases they may be.',
    examples: ['regulars payer list', 'regulars payer list --linked', 'regulars payer list --format csv'],
    flags: { '--linked': 'those who are linked to a customer, with what came by the link' },
    more:
      'A customer may be the payer by their name, what they are called, the sound of it (pinyin), ' +
      'and purchases of theirs of the same day and amount. Nobody is linked by that alone: payer link does it.',
  },
  'payer link': {
    does: 'Gives all purchases of a payer, past and to come, to a customer.',
    examples: [
      'regulars payer link wechat:春风十里 12',
      'regulars payer link 春风十里 wangxiaoming',
      'regulars payer link openid:oUpF8uN95 13800138000 --dry-run',
    ],
    more:
      'KEY is what payer list shows; the service before it may be left out where only one is called so. ' +
      'Purchases of the payer that are somebody’s already stay theirs. ' +
      'Amounts, days and refs stay as they are; there is no welcome and no thanks for what the link brought.',
  },
  'payer unlink': {
    does: 'Takes back from a customer what came by the link of a payer: it is walk-in again.',
    examples: ['regulars payer unlink wechat:春风十里'],
    more: 'Purchases that name the customer otherwise too, by card or phone, stay theirs.',
  },
  'export customers': {
    does: 'Every customer as a file: csv, tsv, json, jsonl or vcf (cards for a phone).',
    examples: [
      'regulars export customers --out customers.csv --excel',
      'regulars export customers --format vcf --out customers.vcf',
      'regulars export customers --format jsonl | jq .name',
    ],
    flags: exportFlags,
    more:
      'CSV goes back in with import customers (your own keys as fact:KEY, tier only of those pinned; ' +
      '--same-phone where a family shares one). ' +
      "Texts that a spreadsheet would take for a formula get a ' in front, which an import takes off.\n" +
      'owes and credit are the balance of today: to move purchases and payments as well, use export all.',
  },
  'export purchases': {
    does: 'Every purchase and refund as a file: csv, tsv, json or jsonl.',
    examples: [
      'regulars export purchases --out purchases.csv',
      'regulars export purchases --format jsonl | jq -s length',
    ],
    flags: exportFlags,
    more:
      'In the order they were entered. In CSV a refund is a negative amount and a void purchase has the status ' +
      'void, as import purchases reads them; entry:12 ties a refund to a purchase that has no ref.',
  },
  'export payments': {
    does: 'Every payment, credit handed back and opening account as a file: csv, tsv, json or jsonl.',
    examples: ['regulars export payments --out payments.csv'],
    flags: exportFlags,
  },
  'export contacts': {
    does: 'Every contact as a file: csv, tsv, json or jsonl.',
    examples: ['regulars export contacts --out contacts.csv'],
    flags: exportFlags,
  },
  'export balances': {
    does: 'What customers owe, by age, and their credit, as a file: csv, tsv, json or jsonl.',
    examples: ['regulars export balances --out owed.csv --excel'],
    flags: exportFlags,
  },
  'export due': {
    does: 'Everybody who is due, as a file: csv, tsv, json, jsonl or ics (a calendar).',
    examples: ['regulars export due --days 14 --out due.ics --yes', 'regulars export due --format csv --limit 12'],
    flags: {
      ...exportFlags,
      '--days': 'look so many days ahead',
      '--limit': 'at most so many customers (without it all)',
    },
    more: 'In the calendar each customer has one day, known again at the next export: it moves instead of doubling.',
  },
  'export birthdays': {
    does: 'Birthdays to come as a file: csv, tsv, json, jsonl, ics (a calendar) or vcf.',
    examples: ['regulars export birthdays --out birthdays.ics', 'regulars export birthdays --days 30 --format csv'],
    flags: { ...exportFlags, '--days': 'so many days ahead (default 365: everybody)' },
    more:
      'Each customer once, on the next day it is kept; lunar birthdays too. ' +
      'Exported again next year the day moves on instead of doubling.',
  },
  'export all': {
    does: 'The whole shop in one file (JSON Lines), which import all reads into an empty ledger.',
    examples: ['regulars export all --out shop.jsonl', 'regulars export all | age -r KEY > usb.age'],
    flags: { '--out': exportFlags['--out'] },
    more: 'Nothing is left out but the log of changes. The same shop gives the same bytes. The file is not encrypted.',
  },
  undo: {
    does: 'Takes back your own newest change, or change N, whoever made it.',
    examples: ['regulars undo', 'regulars undo 1204', 'regulars undo 7 --keep-edited --yes'],
    flags: { '--keep-edited': 'of an import, leave the rows that later changes touched' },
    more:
      'It says what it was and asks first; where nobody can answer it needs --yes. ' +
      'Refused where later changes build on it: take those back first. ' +
      'init, backup, restore, forget and undo cannot be undone; a run of classify only by its number.',
  },
  log: {
    does: 'What was done to the ledger, newest first.',
    examples: ['regulars log -l 20', 'regulars log --from yesterday', 'regulars log --json'],
    flags: { '--from': 'changes made on this day or later', '--to': 'changes made on this day or earlier' },
  },
  backup: {
    does: 'Copies the ledger to a file or folder while it is in use, and reads the copy back.',
    examples: [
      'regulars backup',
      'regulars backup /media/usb/ --keep 8',
      'regulars backup shop-2026.db',
      'regulars backup /media/usb/ --password-file ~/.regulars-password',
    ],
    flags: {
      '--keep': 'keep so many dated copies of this ledger in the folder, delete older ones',
      '--password-file': 'encrypt the copy with the password in the first line of this file',
    },
    more:
      'Into a folder the copy gets a dated name; a folder that is not there is not made (is the stick plugged ' +
      'in?), a single file ends in .db; without one it goes to backups beside the ledger. ' +
      'The copy is not encrypted, unless with --password-file (scrypt, AES-256-GCM): its name ends in .db.enc then.',
  },
  restore: {
    does: 'Puts a backup in the place of the ledger; the one it replaces is kept beside it.',
    examples: [
      'regulars restore /media/usb/regulars-2026-11-21-2130.db',
      'regulars restore shop-2026.db --dry-run',
      'regulars restore shop-2026.db --yes',
      'regulars restore regulars-2026-11-21-2130.db.enc --password-file ~/.regulars-password',
    ],
    flags: { '--password-file': 'the file with the password of an encrypted backup' },
    more: 'The backup is checked first and what is in it is shown. Where nobody can answer it needs --yes.',
  },
  doctor: {
    does: 'Checks the ledger: the file, the sums, the place it lies in, tiers and backups.',
    examples: [
      'regulars doctor',
      'regulars doctor --migrate',
      'regulars doctor --duplicates',
      'regulars doctor --quiet || mail -s ledger me@example.com',
    ],
    flags: {
      '--migrate': 'bring an older ledger up to date first (a copy is kept)',
      '--data': 'also data that looks odd: no phone, doubtful birthdays, nothing new for two years',
      '--duplicates':
        'also customers that may be one: same phone, name and birthday, but for a title, or names that sound alike',
    },
    more: 'Exit code 0: sound. 1: something should be put right. 4: the file is damaged.',
  },
  demo: {
    does: 'A made-up tea shop to look around in: 120 customers, 18 months of purchases, what is due today.',
    examples: ['regulars demo', 'regulars demo --lang zh', 'regulars demo --db try.db'],
    more: 'Always a new ledger in a temporary folder (or in an empty --db); your own is not touched.',
  },
  'config list': {
    does: 'What holds on this computer (language, ledger, your name, shops), and who settled it.',
    examples: ['regulars config', 'regulars config list --json'],
  },
  'config get': { does: 'One of the settings.', examples: ['regulars config get db'] },
  'config set': {
    does: 'Settles the language (lang), the ledger (db), your name (user) or a shop (shops.NAME) on this computer.',
    examples: [
      'regulars config set lang zh',
      'regulars config set db ~/shop.db',
      'regulars config set user li',
      'regulars config set shops.north ~/north.db',
      'regulars due --shop north',
    ],
    more:
      'config set lang zh makes help Chinese too. ' +
      'Without it all of it speaks as the ledger does, and as the computer where there is none.',
  },
  'config unset': { does: 'Leaves a setting to its default again.', examples: ['regulars config unset db'] },
  ledgers: {
    does: 'The ledgers in the database of a server: their names, shops and last backups.',
    examples: [
      'regulars ledgers --db postgres://till3@db.example/regulars',
      'regulars ledgers --grants | psql regulars',
    ],
    flags: { '--grants': 'the rights of the roles keeper and till in the ledger of the address, as SQL' },
    more:
      'A shop whose tills share customers keeps its ledger on PostgreSQL: ' +
      '--db postgres://USER@HOST/DATABASE?ledger=NAME, in every command.',
  },
  schedule: {
    does: 'Runs tiers, the list and a backup every day by itself: lines to paste, or --install.',
    examples: [
      'regulars schedule --install',
      'regulars schedule --install --mask',
      'regulars schedule',
      'regulars schedule systemd',
      'regulars schedule launchd',
      'regulars schedule windows',
    ],
    more:
      'Without --install it prints lines and changes nothing. They name the program and the ledger by their full ' +
      'paths: cron knows neither PATH nor your settings. Each shop (--shop) has its own.',
    flags: {
      '--install': "put the lines into the computer's own clock",
      '--remove': 'take them out again',
    },
  },
  completion: {
    does: 'Lets the shell complete commands, flags, names, tags and groups.',
    examples: ['regulars completion --install', 'regulars completion zsh --install', 'regulars completion fish'],
    flags: { '--install': 'put it where the shell looks for it' },
    more: 'For bash, zsh and fish; without a name for the shell you are in. bash needs the package bash-completion.',
  },
}
