import type { Due } from '../ledger/followup/due.ts'
import type { DueRow } from '../ledger/followup/row.ts'
import type { Words } from './en.ts'
import type { Speech } from './speech.ts'

const put = (between: string, pieces: readonly (string | null)[]) => pieces.filter((piece) => !!piece).join(between)

/** The head of the list: its day, or the days it looks ahead to, and how many are on it. */
export function dueHead(list: Due, until: string | null, { due, marks }: Words): string {
  const { asOf, shown, waiting, snoozed } = list
  const counts = put(marks.parts, [
    shown > 0 ? due.shown(shown) : due.nothing,
    waiting > 0 ? due.waiting(waiting) : null,
    snoozed > 0 ? due.snoozed(snoozed) : null,
  ])
  return until === null ? due.head(asOf, counts) : due.headAhead(asOf, until, counts)
}

/** How they are reached, and in which hours; nothing where nothing is known. */
export const reachSaid = (channel: string | null, hours: string | null, { due }: Words) =>
  put(due.reachBetween, [channel, hours])

/** A visit of a pass, or a sample: that nothing was paid for it goes without saying where it has a name. */
export const isFree = (item: string | null, amount: string) => item !== null && /^[0.]+$/.test(amount)

/** When they last bought, and what. */
export function lastPurchaseSaid({ lastPurchase }: Pick<DueRow, 'lastPurchase'>, { due }: Words, say: Speech): string {
  if (!lastPurchase) return due.neverBought
  const { on, item, amount } = lastPurchase
  return due.bought(put(' ', [say.day(on), item, amount === null || isFree(item, amount) ? null : say.money(amount)]))
}

/** When they were last spoken to. Reached is what a contact is expected to be: only another outcome is told. */
export function lastContactSaid({ lastContact }: Pick<DueRow, 'lastContact'>, words: Words, { day }: Speech): string {
  const { due, terms } = words
  if (!lastContact) return due.neverContacted
  const { on, channel, outcome, note } = lastContact
  const said = put(' ', [
    day(on),
    terms.channel[channel] ?? channel,
    outcome === 'reached' ? null : (terms.outcome[outcome] ?? outcome),
  ])
  return due.contact(note ? `${said} “${note}”` : said)
}
