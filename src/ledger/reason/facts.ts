import type { DayNumber } from '../day.ts'
import type { Every, Matter, Relation } from '../vocabulary.ts'

/** A contact as rules see it, of those up to the day, in order of day and number. */
export interface PastContact {
  readonly on: DayNumber
  readonly outcome: string
  readonly channel: string
  /** The customer came to the shop with it. */
  readonly incoming: boolean
  /** It reached the customer; the third no-answer in a row is taken for it. */
  readonly counts: boolean
  /** The change that noted it. */
  readonly change: number
  /** null: everything due that day. */
  readonly about: readonly string[] | null
  readonly nextOn: DayNumber | null
  /** Kept where a promise was made or interest shown, for the sentence of it. */
  readonly note: string | null
}

/** A purchase large enough to say thanks for. */
export interface LargePurchase {
  readonly on: DayNumber
  /** Decimal string. */
  readonly amount: string
  readonly item: string | null
  /** Theirs by the link of a payer's name alone. */
  readonly linked: boolean
}

/** Something a customer buys again and again. */
export interface RegularItem {
  /** As it was last written, without quantities. */
  readonly item: string
  readonly lastOn: DayNumber
  /** The median of days between the days it was bought on. */
  readonly gap: number
}

/** Something a customer waits for that has come in. */
export interface ArrivedWish {
  readonly text: string
  readonly since: DayNumber
  readonly arrivedOn: DayNumber
  /** The change that noted that it came in; null where the ledger no longer knows. */
  readonly arrivedBy: number | null
}

/** A complaint or a suggestion as rules see it: one that is open, or resolved and not asked about since. */
export interface PastComplaint {
  readonly id: number
  readonly kind: Matter
  readonly what: string
  readonly handler: string | null
  readonly openedOn: DayNumber
  /** The day an answer was promised for, as it was last said. */
  readonly promisedOn: DayNumber
  /** The first day on which the second step or a later one was taken. */
  readonly steppedOn: DayNumber | null
  readonly resolvedOn: DayNumber | null
  /** The newest day on which the last step, asking how it went, was taken. */
  readonly askedOn: DayNumber | null
}

/** A day the owner noted for a customer. */
export interface NotedOccasion {
  readonly text: string
  readonly every: Every | null
  /** How many days before it it is due; null: as the policy says. */
  readonly ahead: number | null
  readonly notedOn: DayNumber
  /** The days from one to another, both included, on which it falls. */
  days(from: DayNumber, to: DayNumber): DayNumber[]
}

/**
 * Whether a contact told of what came in: one of that day which was noted before it came in did not, unless it says
 * that it is about it.
 */
export function tellsOf(
  { on, counts, about, change }: Pick<PastContact, 'on' | 'counts' | 'about' | 'change'>,
  { arrivedOn, arrivedBy }: Pick<ArrivedWish, 'arrivedOn' | 'arrivedBy'>,
): boolean {
  if (!counts || on < arrivedOn || !isAbout({ about }, 'wanted')) return false
  return on > arrivedOn || about !== null || arrivedBy === null || change > arrivedBy
}

/** Points that lapse on a day: from then on they count nowhere. */
export interface LapsingPoints {
  readonly lapseOn: DayNumber
  readonly points: number
}

/** A coupon a customer can still use, until its last day. */
export interface HeldCoupon {
  readonly code: string
  readonly givenOn: DayNumber
  readonly until: DayNumber
}

/** What is known of one customer as of the ledger's day: all that a rule may look at. */
export interface Facts {
  readonly customerId: number
  readonly joined: DayNumber | null
  readonly entered: DayNumber
  /** Came in by an import that knew no dates. */
  readonly undated: boolean
  readonly birthday: string | null
  /** The days from one to another, both included, on which the birthday is kept. */
  birthdays(from: DayNumber, to: DayNumber): DayNumber[]
  /** Distinct days with a counted purchase, those of an old roster among them. */
  readonly purchaseDays: number
  /** Median days between purchase days: their own from three days on, else null; and the one stages are judged by. */
  readonly ownGap: number | null
  readonly gap: number
  /**
   * The day of their very first purchase; null of whom the shop knew before: an import brought it in more than a week
   * later, or they came with a balance or earlier visits.
   */
  readonly newSince: DayNumber | null
  /** The newest day on which they bought again after they had been lost; null when it is long ago. */
  readonly returnedOn: DayNumber | null
  readonly lastBought: DayNumber | null
  readonly lastPaid: DayNumber | null
  readonly slippingOn: DayNumber | null
  readonly lostOn: DayNumber | null
  /** Large purchases, oldest first; none unless there is a recent one. */
  readonly large: readonly LargePurchase[]
  /** The oldest unpaid part; null when nothing is owed. `owed` is the whole debt as a decimal string. */
  readonly unpaid: { readonly on: DayNumber; readonly dueOn: DayNumber | null; readonly owed: string } | null
  /** The newest day they were asked how satisfied they are. */
  readonly lastAsked: DayNumber | null
  /** The newest day they were asked, if they were not satisfied then. */
  readonly unhappySince: DayNumber | null
  /** Read only of those for whom it can matter: see `findDue`. */
  readonly items: readonly RegularItem[]
  readonly wishes: readonly ArrivedWish[]
  readonly complaints: readonly PastComplaint[]
  readonly occasions: readonly NotedOccasion[]
  /** The soonest first. */
  readonly points: readonly LapsingPoints[]
  readonly coupons: readonly HeldCoupon[]
  readonly contacts: readonly PastContact[]
  /** How closely the shop keeps in touch: the customer's own, else their tier's. */
  readonly relation: Relation
  /** Who looks after them. */
  readonly keeper: string | null
  /** Days between two questions how satisfied they are; 0: never. */
  readonly surveyEvery: number
  /** Days between contacts for the customer's tier, for one who is lost, and before the first contact. */
  readonly cadences: { readonly tier: number; readonly lost: number; readonly first: number }
}

/** Days between contacts on a day: from the lost day on those for the lost. */
export function cadenceOn({ lostOn, cadences }: Facts, day: DayNumber): number {
  return isLost({ lostOn }, day) ? cadences.lost : cadences.tier
}

/** Whether somebody counts as lost on a day. */
export function isLost({ lostOn }: Pick<Facts, 'lostOn'>, day: DayNumber): boolean {
  return lostOn !== null && day >= lostOn
}

/** The last contact that reached the customer. */
export function lastReached({ contacts }: Pick<Facts, 'contacts'>): DayNumber | null {
  for (let at = contacts.length - 1; at >= 0; at--) {
    const { counts, on } = contacts[at] as PastContact
    if (counts) return on
  }
  return null
}

/**
 * Tells of one outcome after another, in order, whether the contact counts: all but a no-answer, and every third
 * no-answer in a row.
 */
export function makeCounter(): (outcome: string) => boolean {
  let unanswered = 0
  return (outcome) => {
    const counts = outcome !== 'no-answer' || unanswered === 2
    unanswered = counts ? 0 : unanswered + 1
    return counts
  }
}

/** Whether nobody answered on that day, and nothing came after it: the row is hidden until the next. */
export function unansweredOn({ contacts }: Pick<Facts, 'contacts'>, day: DayNumber): boolean {
  const last = contacts.at(-1)
  return last?.outcome === 'no-answer' && last.on === day
}

/** Whether the customer asked, less than 90 days before the day, not to be disturbed. */
export function declinedBefore({ contacts }: Pick<Facts, 'contacts'>, day: DayNumber): boolean {
  return contacts.some(({ outcome, on }) => outcome === 'declined' && day - on < declineSilence)
}

/** So many days a customer who declined is left in peace. */
export const declineSilence = 90

/**
 * Whether a contact has settled a reason due since a day: it counts, its day is that day or later, and it is about it.
 * For some reasons a message that was only sent is not enough.
 */
export function isSettled(
  { contacts }: Pick<Facts, 'contacts'>,
  reason: string,
  dueOn: DayNumber,
  { sentIsEnough = true } = {},
): boolean {
  return contacts.some(
    (contact) =>
      contact.counts && contact.on >= dueOn && (sentIsEnough || contact.outcome !== 'sent') && isAbout(contact, reason),
  )
}

/** Whether a contact settles a reason: one that names none is about all. */
export function isAbout({ about }: Pick<PastContact, 'about'>, reason: string): boolean {
  return about === null || about.includes(reason)
}
