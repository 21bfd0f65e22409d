import { type DayNumber, daySerial } from '../day.ts'
import { days, on, weight } from '../policy-key.ts'
import { isAbout, type PastContact } from './facts.ts'
import { rule } from './rule.ts'

/** A day was promised, or the customer waits for an answer. Only the newest promise stands. */
export const promise = rule({
  reason: 'promise',
  // days: when to answer one who waits without a day.
  params: { on, weight: weight(100), days: days(3) },
  late: () => true,
  changeDays({ contacts }, own) {
    const standing = standingPromise(contacts, own.days)
    return standing === null ? [] : [standing.dueOn]
  },
  find({ contacts }, day, own) {
    const standing = standingPromise(contacts, own.days)
    if (!standing || day < standing.dueOn) return null
    const { made, dueOn } = standing
    return { dueOn, first: true, detail: () => ({ madeOn: daySerial(made.on), note: made.note }) }
  },
})

/** The promise that stands, due or not; null when there is none, or it was kept. `days` is `due.promise.days`. */
export function standingPromise(contacts: readonly PastContact[], days: number): { readonly made: PastContact; readonly dueOn: DayNumber } | null {
  if (contacts.length === 0) return null
  const at = contacts.findLastIndex(isPromise)
  const made = contacts[at]
  if (!made) return null
  const dueOn = made.nextOn ?? made.on + days
  const kept = contacts.slice(at + 1).some((contact) => contact.counts && contact.outcome !== 'sent' && contact.on >= dueOn && isAbout(contact, 'promise'))
  return kept ? null : { made, dueOn }
}

export function isPromise({ nextOn, outcome }: PastContact): boolean {
  return nextOn !== null || outcome === 'wants-reply'
}
