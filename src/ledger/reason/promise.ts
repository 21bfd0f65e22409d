import { type DayNumber, daySerial } from '../day.ts'
import { days, on, weight } from '../policy-key.ts'
import { isAbout, type PastContact } from './facts.ts'
import { firstAfter, rule } from './rule.ts'

/** A day was promised, or the customer waits for an answer. Only the newest promise stands. */
export const promise = rule({
  reason: 'promise',
  relation: 'basic',
  // days: when to answer one who waits without a day.
  params: { on, weight: weight(100), days: days(3) },
  despiteDeclined: true,
  despiteComplaint: true,
  late: () => true,
  needs: 'contacts',
  looksAt: ['contacts'],
  nextChange: ({ contacts }, after, own) => firstAfter(after, standingPromise(contacts, own.days)?.dueOn ?? null),
  find({ contacts }, day, own) {
    const standing = standingPromise(contacts, own.days)
    if (!standing || day < standing.dueOn) return null
    const { made, dueOn } = standing
    return {
      dueOn,
      first: true,
      detail: () => ({ madeOn: daySerial(made.on), asked: isQuestion(made), note: made.note }),
    }
  },
})

/** The promise that stands, due or not; null when there is none, or it was kept. `days` is `due.promise.days`. */
export function standingPromise(
  contacts: readonly PastContact[],
  days: number,
): { readonly made: PastContact; readonly dueOn: DayNumber } | null {
  if (contacts.length === 0) return null
  const at = contacts.findLastIndex(isPromise)
  const made = contacts[at]
  if (!made) return null
  const dueOn = made.nextOn ?? made.on + days
  return contacts.slice(at + 1).some((contact) => keeps(contact, made, dueOn)) ? null : { made, dueOn }
}

/** They asked, and nobody named a day: it reads as a question, and an answer may come before it is due. */
const isQuestion = ({ nextOn, outcome }: PastContact) => outcome === 'wants-reply' && nextOn === null

function keeps(contact: PastContact, made: PastContact, dueOn: DayNumber): boolean {
  if (!contact.counts || !isAbout(contact, 'promise') || (contact.on < dueOn && !isQuestion(made))) return false
  return (
    contact.outcome !== 'sent' ||
    (made.outcome === 'wants-reply' && !contact.incoming && isAsClose(contact.channel, made.channel))
  )
}

/** From face to face to a letter. */
const closeness = ['visit', 'shop', 'event', 'call', 'wechat', 'sms', 'email', 'letter', 'other']

/** Whether a channel is the other one or a better one. */
function isAsClose(channel: string, other: string): boolean {
  return closeness.indexOf(channel) <= closeness.indexOf(other)
}

/** Whether a contact leaves something to come back to: a day, or an answer they wait for. */
export function isPromise({ nextOn, outcome }: PastContact): boolean {
  return nextOn !== null || outcome === 'wants-reply'
}
