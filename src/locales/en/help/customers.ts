import type { CommandHelp } from '../../command-help.ts'
import { details } from './details.ts'

/** What narrows a list, and a saved group. */
export const sifting = {
  '--tier': 'of these tiers: A,B',
  '--stage': 'of these stages: stable,declining',
  '--segment': 'of these RFM segments: "Can\'t Lose Them"',
  '--quadrant': 'of these quadrants of value and loyalty: gold,meteor,small-star,burden',
  '--tag': 'with this tag; given several times, with all of them',
  '--source': 'who came this way',
  '--keeper': 'whom this person looks after',
  '--owes': 'who owe something',
  '--bought': 'who ever bought something named so',
  '--born': 'born in these years: 1960..1969',
  '--not-since': 'who bought before, but not since this day',
  '--where': 'with this fact: hobby=chess, or hobby for any',
  '--archived': 'archived customers too',
}

export const customers: Record<string, CommandHelp> = {
  statement: {
    does: "A customer's account: what stood before, every entry, the balance after each.",
    examples: ['regulars statement wang', 'regulars statement 12 --from 2026-01-01', 'regulars statement wang --short'],
    flags: {
      '--from': 'the first day (default: the first of the month)',
      '--short': 'one line to paste into a message',
    },
  },
  balances: {
    does: 'Who owes how much and since when, and who has credit.',
    examples: ['regulars balances', 'regulars balances --json', 'regulars balances --format csv'],
    more:
      'Archived customers are in it too: their money still counts. ' +
      'The age of a debt is counted from the day of the purchase.',
  },
  purchases: {
    does: 'Purchases, newest first: of a customer, of walk-in, or of everybody.',
    examples: [
      'regulars purchases wang',
      'regulars purchases --on yesterday',
      'regulars purchases --from 2026-11-01 --format csv',
    ],
    flags: { '--on': 'only this day', '--limit': 'only the newest so many' },
  },
  contacts: {
    does: 'Contacts, newest first: of a customer, or of everybody.',
    examples: ['regulars contacts wang', 'regulars contacts --from 2026-11-01'],
    flags: { '--on': 'only this day', '--limit': 'only the newest so many' },
  },
  void: {
    does: 'Strikes entries out: kept and marked, counted nowhere.',
    examples: ['regulars void 812', 'regulars void 812 813 --reason "entered twice"', 'regulars void c31'],
    flags: { '--reason': 'why' },
    more:
      'A number is a money entry, c31 a contact. ' +
      'A purchase that has refunds goes only together with them: name them all.',
  },
  fix: {
    does: 'Enters an entry anew with another amount and voids the old one, as one change.',
    examples: ['regulars fix 812 108'],
    more:
      'What was paid in full stays paid in full, what was on account stays on account. ' +
      'Not for a purchase that has refunds.',
  },
  list: {
    does: 'Customers, all or those that fit every flag given.',
    examples: [
      'regulars list',
      'regulars list --tier A,B --owes --sort balance',
      'regulars list --tag oolong --not-since 2026-08-01',
      'regulars list --born 1960..1969 --where hobby=chess',
      'regulars list --format tsv --columns id,name,phone --no-header',
    ],
    flags: {
      ...sifting,
      '--sort':
        'id, name, code, tier, stage, joined, bought, contacted, purchases, spent, profit, balance, ' +
        'potential or share; -spent the other way round',
    },
  },
  edit: {
    does: 'Changes what is known of a customer. An empty value takes it away.',
    examples: [
      'regulars edit 12 --phone 13900139000',
      'regulars edit wang --birthday lunar:04-18 --set taste=light',
      "regulars edit 12 --wechat ''",
    ],
    flags: {
      ...details,
      '--joined': 'since when they are a customer',
      '--note': 'replaces the notes; regulars note adds to them',
      '--no-do-not-contact': 'may be contacted again',
    },
  },
  tag: {
    does: 'Adds tags to a customer and takes tags away.',
    examples: ['regulars tag 12 +oolong -new', 'regulars tag wang +vip'],
  },
  note: {
    does: "Adds a line with today's day to a customer's notes.",
    examples: ['regulars note 12 "daughter back from abroad"', 'regulars note wang likes the first flush'],
  },
  archive: {
    does: 'Hides a customer from lists, due and reports. Refused while they owe.',
    examples: ['regulars archive 12', 'regulars list --archived'],
  },
  merge: {
    does: 'Makes one customer of two who are one: everything of the first goes to the second, who stays.',
    examples: ['regulars merge 301 --into 12', 'regulars merge 301 12 --dry-run', 'regulars doctor --duplicates'],
    flags: { '--into': 'the customer who stays (or as the second word)' },
    more:
      'Shows the plan and asks, twice where the names differ. Name and details of the second stand; ' +
      'what they lack is taken from the first, what differs is kept in the notes. ' +
      'The number and card of the first lead to the second from then on. regulars undo takes it back.',
  },
  forget: {
    does: 'Forgets a customer for good: no name, phone or note of theirs is left; what they brought still counts.',
    examples: ['regulars forget 12 --dry-run', 'regulars forget 12'],
    more:
      'It cannot be undone, nor can what was done to them before. The ledger and what lies beside it are written ' +
      'anew without them; backups are named, and are yours to delete. ' +
      'Where another program reads the ledger at that moment the exit code is 1, and regulars doctor ends it later.',
  },
  handover: {
    does: 'Gives every customer of one keeper to another, and says whom to reassure first.',
    examples: ['regulars handover li chen --dry-run', 'regulars handover li chen', 'regulars list --keeper chen'],
  },
  unarchive: { does: 'Shows an archived customer again.', examples: ['regulars unarchive 12'] },
  lost: {
    does: 'Notes why a customer left. Their stage stays what their own rhythm says.',
    examples: ['regulars lost 12 --why price -n "the shop next door is cheaper"', 'regulars lost wang --why moved'],
    flags: { '--why': 'price, moved, service, rival, need-gone or unknown' },
    more:
      'The newest reason stands until they buy again: then they are regained. ' +
      'Without --why the reason given before is kept. The losses and their reasons: regulars report losses',
  },
  'person add': {
    does: 'Notes somebody at a customer that is a firm: who decides, uses, pays, or is on your side there.',
    examples: [
      'regulars person add 12 "Mr Zhang" --role decides --phone 13800138000',
      'regulars person add greenleaf "Ms Li" --role pays --style analytical',
    ],
    flags: {
      '--role': 'decides, uses, pays or inside (on your side)',
      '--phone': 'a phone of the shop’s country, or with +country',
      '--birthday': '1988-05-06, 05-06, lunar:04-18',
      '--style': 'analytical, driver, expressive or amiable (regulars help styles)',
    },
  },
  'person list': {
    does: 'The people of a customer.',
    examples: ['regulars person list 12', 'regulars person list greenleaf --json'],
  },
  'person remove': {
    does: 'Takes somebody away from the people of a customer.',
    examples: ['regulars person remove 12 "Mr Zhang"'],
  },
  'group save': {
    does: 'Keeps a filter of list under a name: who fits is asked anew each time.',
    examples: [
      'regulars group save gone-quiet --tag oolong --not-since 90d',
      'regulars group save neighbours --source street --tier A,B --replace',
      'regulars list --group gone-quiet',
    ],
    flags: {
      ...sifting,
      '--not-since': 'who bought before, but not since this day; 90d moves with the days',
      '--replace': 'in the place of the group of this name',
    },
    more:
      'list, due and every report take --group NAME, and their other flags narrow it further. ' +
      'With --group a saved one is built upon, as it is now.',
  },
  'group show': {
    does: 'A saved group: what it asks for, and how many are in it today.',
    examples: ['regulars group show lapsed', 'regulars list --group lapsed'],
  },
  'group list': {
    does: 'The saved groups: who is in each, and how many they are today.',
    examples: ['regulars group list', 'regulars group list --json'],
  },
  'group delete': {
    does: 'Forgets a saved group. Its customers stay.',
    examples: ['regulars group delete gone-quiet'],
  },
}
