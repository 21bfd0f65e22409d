import type { ToldChange } from '../../ledger/errors.ts'
import type { Speech } from '../speech.ts'

/** What a change was, in words made from its facts when it is read. */
interface Facts {
  /** The customers, with a blank before; '' for none. */
  readonly who: string
  /** The amount, with a blank before; '' for none. */
  readonly money: string
  /** A number of the facts; 0 when it is not there. */
  count(key: string): number
  /** A text of the facts; '' when it is not there. */
  text(key: string): string
}

const rows = ({ count }: Facts) => `${count('created')} new, ${count('updated')} updated`
const entry = ({ count }: Facts) => (count('entryId') ? ` (entry ${count('entryId')})` : '')
const touch = ({ count }: Facts) => (count('contactId') ? ` (contact c${count('contactId')})` : '')
const lines = ({ count }: Facts) => (count('count') ? ` of ${count('count')} lines` : '')

const sentences: Record<string, (facts: Facts) => string> = {
  init: () => 'the ledger was started',
  add: (facts) => `added${facts.who}`,
  edit: (facts) => `edited${facts.who}`,
  tag: (facts) => `tags of${facts.who}`,
  note: (facts) => `note on${facts.who}`,
  archive: (facts) => `archived${facts.who}`,
  unarchive: (facts) => `brought back${facts.who}`,
  merge: (facts) => `merged into${facts.who}`,
  buy: (facts) => (facts.count('count') ? `purchases${lines(facts)}` : `purchase${facts.who || ' walk-in'}${facts.money}${entry(facts)}`),
  refund: (facts) => `refund${facts.who}${facts.money}${entry(facts)}`,
  pay: (facts) => `payment${facts.who}${facts.money}${entry(facts)}`,
  void: (facts) => `voided${facts.who}${facts.money}${entry(facts)}${touch(facts)}`,
  fix: (facts) => `amount put right${facts.who}${facts.money}${entry(facts)}`,
  done: (facts) => (facts.count('count') ? `contact with ${facts.count('count')} customers` : `contact with${facts.who}${touch(facts)}`),
  snooze: (facts) => (facts.text('until') ? `put off${facts.who} until ${facts.text('until')}` : `no longer put off${facts.who}`),
  classify: (facts) => (facts.text('on') ? `tiers as of ${facts.text('on')}` : 'tiers'),
  pin: (facts) => `pinned${facts.who} to ${facts.text('tier')}`,
  unpin: (facts) => `unpinned${facts.who}`,
  'group save': () => 'a group saved',
  'group delete': () => 'a group deleted',
  lost: (facts) => `why${facts.who} left`,
  want: (facts) => `a wish noted${facts.who}`,
  'want off': (facts) => `a wish taken off${facts.who}`,
  arrived: ({ count }) => `come in: ${count('count')} to be told`,
  'policy set': (facts) => `rule ${facts.text('key')} set`,
  'policy reset': (facts) => `rule ${facts.text('key')} back to standard`,
  'import customers': (facts) => `import of customers: ${rows(facts)}`,
  'import purchases': (facts) => `import of purchases: ${rows(facts)}`,
  'import contacts': (facts) => `import of contacts: ${rows(facts)}`,
  'import all': ({ count }) => `import of a whole shop: ${count('customers')} customers, ${count('entries')} entries`,
  restore: () => 'restored from a backup',
  demo: () => 'the made-up shop',
  undo: (facts) => `took back change ${facts.count('undone')}`,
}

export const changes = {
  /** What a change was, as a few words that can stand in a sentence. */
  tell: ({ command, facts, who }: Pick<ToldChange, 'command' | 'facts' | 'who'>, voice: Pick<Speech, 'money'>): string => {
    const number = (key: string) => (typeof facts[key] === 'number' ? facts[key] : 0)
    const told: Facts = {
      who: who.length === 0 ? '' : ` ${who.slice(0, 3).join(', ')}${who.length > 3 ? ` and ${who.length - 3} more` : ''}`,
      money: typeof facts['amount'] === 'string' ? ` ${voice.money(facts['amount'])}` : '',
      count: number,
      text: (key) => String(facts[key] ?? ''),
    }
    return sentences[command]?.(told) ?? `${command}${told.who}${told.money}${entry(told)}`
  },
  undone: (undone: number, what: string) => `Took back change ${undone}: ${what}.`,
  wouldUndo: (undone: number, what: string) => `Would take back change ${undone}: ${what}.`,
  kept: (kept: number) => (kept === 0 ? '' : `${kept} ${kept === 1 ? 'row' : 'rows'} stayed: later changes build on ${kept === 1 ? 'it' : 'them'}.`),
  question: ({ change, time, by }: ToldChange, what: string) => `Take back change ${change} (${by}, ${time}): ${what}?`,
  left: 'Nothing was taken back.',
  undoneBy: (by: number | null) => (by === null ? '' : `(taken back by ${by})`),
  none: 'No changes yet.',
}
