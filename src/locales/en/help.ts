import type { CommandHelp } from '../command-help.ts'
import { care } from './help/care.ts'
import { customers } from './help/customers.ts'
import { daily } from './help/daily.ts'
import { data } from './help/data.ts'
import { insight } from './help/insight.ts'
import { messages } from './help/messages.ts'
import { tiers } from './help/tiers.ts'
import { topics } from './topics.ts'

export const help = {
  tagline: 'regulars: a customer ledger for your shop. Who keeps it alive, and whom to call this morning.',
  start: [
    'regulars demo                     look around in a made-up tea shop',
    'regulars init --name "Tea House"  start your own ledger',
    'regulars due                      whom to call today, and why',
  ],
  headings: {
    start: 'Start',
    usage: 'Usage',
    examples: 'Examples',
    flags: 'Flags',
    globalFlags: 'Flags of every command',
    more: 'To know',
  },
  groups: {
    daily: 'Every day',
    customers: 'Customers',
    tiers: 'Tiers',
    care: 'Care',
    insight: 'Insight',
    data: 'Data',
  } as Record<string, string>,
  moreOn: 'More on a command: regulars help COMMAND',
  topics,
  flagsOn: 'Flags every command has: regulars help flags',
  topicsOn: (topics: string) => `More, by regulars help TOPIC: ${topics}`,
  welcome: [
    'Your customers, and whom to call today. No ledger yet:',
    '  regulars demo                        in a made-up shop',
    '  regulars init --name "Tea House"     begin your own',
    '  regulars import customers FILE.csv   with your own list',
    '  regulars help                        all commands',
  ],
  commands: { ...daily, ...customers, ...tiers, ...care, ...messages, ...insight, ...data } as Record<
    string,
    CommandHelp
  >,
  /** What the verbs that share a first word do together. */
  families: {
    policy: (of) => `The rules of the shop: ${of.join(', ')}`,
    report: (of) => `The shop in figures: ${of.join(', ')}; on one page: --html FILE`,
    import: (of) => `Takes in a CSV, Excel or vCard file: ${of.join(', ')}`,
    export: (of) => `Writes a file: ${of.join(', ')}`,
    config: (of) => `Settings of this computer: ${of.join(', ')}`,
    person: (of) => `People of a customer that is a firm: ${of.join(', ')}`,
    complaint: (of) => `Complaints and suggestions: ${of.join(', ')}`,
    points: (of) => `Points of customers: ${of.join(', ')}`,
    coupon: (of) => `Coupons: ${of.join(', ')}`,
    pass: (of) => `Visits paid in advance: ${of.join(', ')}`,
    payer: (of) => `Whose purchases are that came with a name of a pay service: ${of.join(', ')}`,
    occasion: (of) => `Days that matter to customers: ${of.join(', ')}`,
    event: (of) => `What customers are invited to: ${of.join(', ')}`,
    group: (of) => `Filters of list kept under a name: ${of.join(', ')}`,
  } as Record<string, (members: readonly string[]) => string>,
  /** Flags by their long name, for every command that has them. */
  flags: {
    '--db': 'the ledger: a file, or postgres://… (REGULARS_DB)',
    '--shop': 'the ledger of that shop, named by config set shops.NAME',
    '--today': 'work as of this day (REGULARS_TODAY)',
    '--lang': 'en or zh (REGULARS_LANG)',
    '--as': 'who makes the entry (REGULARS_USER)',
    '--format': 'table, json, jsonl, csv, tsv or md',
    '--json': 'the same as --format json',
    '--columns': 'only these columns, in this order; of JSON only these keys',
    '--no-header': 'no head line',
    '--ids': 'ids alone, one a line',
    '--no-color': 'no colour (NO_COLOR)',
    '--no-input': 'never ask',
    '--yes': 'answer yes to every question',
    '--quiet': 'no messages, only data and errors',
    '--dry-run': 'work it out, say it, change nothing',
    '--mask': 'hide phones and surnames',
    '--help': 'this help',
    '--on': 'the day it happened (default today)',
    '--note': 'a note to keep with it',
    '--from': 'the first day',
    '--to': 'the last day',
    '--limit': 'at most so many rows',
    '--tier': 'only customers of this tier',
    '--tag': 'only customers with this tag',
    '--keeper': 'only customers this person looks after',
    '--month': 'one month: 2026-11, or 11',
    '--quarter': 'one quarter: 2026-Q4, or Q4',
    '--source': 'only customers who came this way',
    '--stage': 'only customers of this stage today: stable,declining',
    '--group': 'only customers of this saved group',
    '--explain': 'how it is reckoned',
  } as Record<string, string>,
}
