/**
 * What becomes of each text of the rows of somebody who is forgotten. Days, and words that the shop chose from a list,
 * tell of nobody and keep the totals; what the shop wrote is kept where it does not name them; all else goes, a column
 * that is not listed here too.
 */

/** Words of closed lists, and who of the shop it was. */
export const closedTexts: ReadonlySet<string> = new Set([
  'kind',
  'channel',
  'outcome',
  'direction',
  'method',
  'by',
  'tier',
  'tier.reason',
  'tier.facts',
  'loss.why',
  'point_entry.why',
  'fault',
  'about',
  'role',
  'style',
  'time',
  'severity',
  'remedy',
  'entry.ref',
  'entry.source',
])

/** What a shop calls things: kept unless it names the customer. */
export const shopTexts: ReadonlySet<string> = new Set([
  'item',
  'goods',
  'reason',
  'aspect',
  'campaign',
  'template',
  'event',
  'coupon',
])

/** Free text, and what leads to the person. */
export const ownTexts: ReadonlySet<string> = new Set([
  'note',
  'what',
  'handler',
  'how',
  'complaint.why',
  'served',
  'cause',
  'wants',
  'gift',
  'what',
  'how',
  'goods',
  'complaint.why',
  'served',
  'cause',
  'wants',
  'handler',
  'comment',
  'void_reason',
  'payer',
  'pay_ref',
  'text',
  'name',
  'phone',
  'birthday',
  'key',
  'value',
  'tag',
  'code_key',
  'name_key',
])

/** Tables whose rows are nothing but the person: they go whole. */
export const ownTables: ReadonlySet<string> = new Set([
  'alias',
  'consent',
  'fact',
  'occasion',
  'payer',
  'person',
  'tag',
  'want',
])

export type TextFate = 'kept' | 'unless-named' | 'emptied'

/** What becomes of a text column; `closed` where the file's own rules list its values. */
export function fateOf(table: string, column: string, closed: boolean): TextFate {
  const listed = (texts: ReadonlySet<string>) => texts.has(column) || texts.has(`${table}.${column}`)
  if (closed || /(^|_)(on|until|at)$/.test(column) || listed(closedTexts)) return 'kept'
  return listed(shopTexts) ? 'unless-named' : 'emptied'
}
