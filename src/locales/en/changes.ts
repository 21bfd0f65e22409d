import type { ToldChange } from '../../ledger/errors.ts'
import { counted, plural } from './plural.ts'

/** What a change was about, each piece worded with a blank before it, '' for none. */
export interface ChangeFacts {
  readonly who: string
  readonly money: string
  readonly group: string
  /** The numbers of its entry and its contact. */
  readonly entry: string
  readonly contact: string
  /** A number of the facts; 0 when it is not there. */
  count(key: string): number
  /** A text of the facts; '' when it is not there. */
  text(key: string): string
}

const rows = ({ count }: ChangeFacts) => `${count('created')} new, ${count('updated')} updated`

const wholeOf = (count: ChangeFacts['count']) =>
  `${counted(count('customers'), 'customer')}, ${counted(count('entries'), 'entry', 'entries')}`

/** What each command did, in words made from the facts when it is read; `changeSaid` knows which one is meant. */
const sentences: Record<string, (facts: ChangeFacts) => string> = {
  init: () => 'the ledger was started',
  add: (facts) => `added${facts.who}`,
  edit: (facts) => `edited${facts.who}`,
  tag: (facts) => `tags of${facts.who}`,
  note: (facts) => `note on${facts.who}`,
  archive: (facts) => `archived${facts.who}`,
  unarchive: (facts) => `brought back${facts.who}`,
  merge: (facts) => `#${facts.count('former')} merged into${facts.who}`,
  forget: ({ count }) => `#${count('customerId')} forgotten`,
  handover: ({ count }) => `${counted(count('count'), 'customer')} handed over`,
  buy: ({ who, money, entry }) => `purchase${who}${money}${entry}`,
  'buy walk-in': ({ money, entry }) => `purchase walk-in${money}${entry}`,
  'buy many': ({ count }) => `purchases of ${counted(count('count'), 'line')}`,
  refund: (facts) => `refund${facts.who}${facts.money}${facts.entry}`,
  pay: (facts) => `payment${facts.who}${facts.money}${facts.entry}`,
  'pay top-up': (facts) => `top-up${facts.who}${facts.money}${facts.entry}`,
  'pay out': (facts) => `credit handed back${facts.who}${facts.money}${facts.entry}`,
  'pass sell': (facts) => `pass of ${counted(facts.count('visits'), 'visit')}${facts.who}${facts.money}${facts.entry}`,
  'pass use': (facts) => `visit of pass ${facts.count('pass')}${facts.who}${facts.entry}`,
  'points redeem': (facts) => `points redeemed${facts.who}`,
  'points adjust': (facts) => `points put right${facts.who}`,
  'points expire': (facts) => `points lapsed${facts.who}`,
  'coupon give': (facts) => `coupon given${facts.who}`,
  'coupon use': (facts) => `coupon used${facts.who}`,
  void: (facts) => `voided${facts.who}${facts.money}${facts.entry}${facts.contact}`,
  fix: (facts) => `amount put right${facts.who}${facts.money}${facts.entry}`,
  done: ({ who, contact }) => `contact with${who}${contact}`,
  'done many': ({ count }) => `contact with ${counted(count('count'), 'customer')}`,
  snooze: ({ who, text }) => `put off${who} until ${text('until')}`,
  'snooze off': ({ who }) => `no longer put off${who}`,
  classify: ({ text }) => `tiers as of ${text('on')}`,
  'classify undated': () => 'tiers',
  pin: (facts) => `pinned${facts.who} to ${facts.text('tier')}`,
  unpin: (facts) => `unpinned${facts.who}`,
  'person add': (facts) => `somebody added to the people of${facts.who}`,
  'person remove': (facts) => `somebody removed from the people of${facts.who}`,
  'group save': ({ group }) => `group “${group}” saved`,
  'group delete': ({ group }) => `group “${group}” deleted`,
  lost: (facts) => `why${facts.who} left`,
  'payer link': ({ who, money, count }) => `payer linked to${who}: ${counted(count('purchases'), 'purchase')}${money}`,
  'payer unlink': ({ who, money, count }) =>
    `payer taken from${who}: ${counted(count('purchases'), 'purchase')}${money}`,
  'complaint open': (facts) => `complaint ${facts.count('complaint')} opened${facts.who}`,
  'suggestion open': (facts) => `suggestion ${facts.count('complaint')} noted${facts.who}`,
  'complaint step': (facts) => `step ${facts.count('step')} of complaint ${facts.count('complaint')}${facts.who}`,
  'complaint resolve': (facts) => `complaint ${facts.count('complaint')} settled${facts.who}${facts.money}`,
  survey: (facts) => `satisfaction of${facts.who}`,
  'occasion add': (facts) => `an occasion noted for${facts.who}`,
  'occasion remove': (facts) => `an occasion taken away from${facts.who}`,
  'event open': ({ text }) => `an event on ${text('on')}`,
  'event came': ({ who, contact }) => `came to an event:${who}${contact}`,
  'event came many': ({ count }) => `${counted(count('count'), 'customer')} came to an event`,
  message: ({ who, contact }) => `message to${who}${contact}`,
  'message many': ({ count }) => `messages to ${counted(count('count'), 'customer')}`,
  want: (facts) => `a wish noted${facts.who}`,
  'want off': (facts) => `a wish taken off${facts.who}`,
  arrived: ({ count }) => `come in: ${count('count')} to be told`,
  'policy set': (facts) => `rule ${facts.text('key')} set`,
  'policy reset': (facts) => `rule ${facts.text('key')} back to standard`,
  'policy reset many': () => 'rules back to standard',
  'import customers': (facts) => `import of customers: ${rows(facts)}`,
  'import purchases': (facts) => `import of purchases: ${rows(facts)}`,
  'import contacts': (facts) => `import of contacts: ${rows(facts)}`,
  'import surveys': (facts) => `import of surveys: ${rows(facts)}`,
  'import all': ({ count }) => `import of a whole shop: ${wholeOf(count)}`,
  'import all with imports': ({ count }) =>
    `import of a whole shop: ${wholeOf(count)}, ` +
    `with ${counted(count('imports'), 'earlier import')} (the changes after it)`,
  restore: () => 'restored from a backup',
  demo: () => 'the made-up shop',
  undo: (facts) => `took back change ${facts.count('undone')}`,
}

export const changes = {
  sentences,
  between: ', ',
  /** The first few customers of more. */
  andMore: (names: string, more: number, _all: number) => `${names} and ${more} more`,
  /** After what it was about. */
  entry: (id: number) => ` (entry ${id})`,
  contact: (id: number) => ` (contact c${id})`,
  undone: (undone: number, what: string) => `Took back change ${undone}: ${what}.`,
  wouldUndo: (undone: number, what: string) => `Would take back change ${undone}: ${what}.`,
  kept: (kept: number, undone: number) =>
    `${kept} ${plural(kept, 'row')} stayed: later changes build on ${plural(kept, 'it', 'them')}. ` +
    `When those are taken back: regulars undo ${undone}`,
  question: ({ change, time, by }: ToldChange, what: string) => `Take back change ${change} (${by}, ${time}): ${what}?`,
  left: 'Nothing was taken back.',
  undoneBy: (by: number) => `(taken back by ${by})`,
  missing: 'no change: nothing new came in',
  takeBack: (change: number) => `Take one back: regulars undo ${change}`,
  none: 'No changes yet.',
  noneThen: 'No changes on these days.',
}
