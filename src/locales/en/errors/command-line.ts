import { quoted } from '../../asked.ts'
import type { CodesOf, ErrorWords, InAnyLanguage } from '../../error-message.ts'
import { article } from '../plural.ts'

const said = {
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
    month: { message: (asked: string) => `Not a month: “${asked}”.`, hint: 'Examples: 2026-11   11   nov   last' },
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
  'usage.no-terminal': ({ command }) => ({
    message: `${command} goes from card to card by the keyboard: it needs a terminal.`,
    hint: 'The list without it: regulars due',
  }),
  'usage.no-password': ({ path }) => ({
    message: `There is no password in the first line of ${path}.`,
    hint: 'Write it there, readable by you alone. Examples: regulars help backup',
  }),
  'usage.no-home': () => ({
    message: 'This user has no home folder to keep a ledger or settings in.',
    hint: 'Name the ledger with --db, or for good: regulars help config set',
  }),
  'usage.no-here': () => ({
    message: 'The folder you are in is gone.',
    hint: 'Go to another: cd ~   then the same command again',
  }),
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
  'usage.empty-name': ({ command }) => ({
    message: `${command}: a name is missing.`,
    hint: `Examples: regulars help ${command}`,
  }),
  'usage.too-long': ({ what, length, most }) => ({
    message: `Too long a ${what}: ${length} characters, ${most} at most.`,
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
  'usage.due-paid': () => ({
    message: '--due: nothing is left unpaid.',
    hint: 'On account: --unpaid; in part: --paid AMOUNT',
  }),
  'usage.no-filter': ({ command }) => ({
    message: `${command}: which customers? A group is saved with the flags of list.`,
    hint: `Example: regulars ${command} --tag oolong --not-since 90d   All flags: regulars help group save`,
  }),
} satisfies ErrorWords<Exclude<CodesOf<'usage' | 'demo' | 'schedule' | 'interrupted'>, 'usage.out-unwritable'>>

/** What is typed wrong: commands, flags, words that are none of those known. */
export const commandLineErrors: InAnyLanguage<typeof said> = said
