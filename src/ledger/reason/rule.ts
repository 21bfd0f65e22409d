import type { DayNumber } from '../day.ts'
import type { PolicyRule } from '../policy-key.ts'
import type { Relation } from '../vocabulary.ts'
import type { Facts } from './facts.ts'

/** Why a customer is due: since when, and the facts its sentence is made of. */
export interface HeldReason<Detail extends object = object> {
  readonly dueOn: DayNumber
  /**
   * Asked for only where it is shown, and told as of that day: with a look ahead it comes before the reason falls due.
   */
  readonly detail: (asOf: DayNumber) => Detail
  /** On some days a reason weighs otherwise than the policy says. */
  readonly weight?: number
  /**
   * The day it is for (the birthday, the purchase), where it may be out of sight for some days and come back the same.
   */
  readonly of?: DayNumber
  /** Shown whatever the capacity, and given a place first. */
  readonly first?: boolean
}

type Params = Readonly<Record<string, PolicyRule>>
type ValueOf<K extends PolicyRule> = K extends { kind: 'flag' }
  ? boolean
  : K extends { kind: 'text' }
    ? string | null
    : K extends { optional: true }
      ? number | null
      : number
export type Own<P extends Params> = { readonly [Name in keyof P]: ValueOf<P[Name]> }

/**
 * One reason to get in touch (SPEC 4). Its file says everything about it but the words: what `due.REASON.…` may be set
 * to, when it holds and what settles it. It is listed in `rules.ts`.
 */
export interface Rule<Name extends string = string, P extends Params = Params, Detail extends object = object> {
  readonly reason: Name
  /**
   * The policy keys of its own, `due.REASON.KEY`, with what they are until the shop says otherwise. `on` and `weight`
   * all have.
   */
  readonly params: P
  /** Raised for whom the shop keeps in touch with so closely, and for closer ones. */
  readonly relation: Relation
  /** Held back while the last contact that counts is younger than `due.minGap`. */
  readonly heldBack?: true
  /** Raised although the customer declined; all others are silent for 90 days then. */
  readonly despiteDeclined?: true
  /** Raised although a complaint of theirs is open; all others wait until it is settled. */
  readonly despiteComplaint?: true
  /** Whether being overdue adds to the score. */
  readonly late?: (facts: Facts, day: DayNumber) => boolean
  /** It never holds while this is empty, null or 0: who looks at a whole year passes it over where it always is. */
  readonly needs?: keyof Facts
  /**
   * The facts its answers rest on, but for those that stay as they are as days go by: who looks at a whole year asks
   * again when one of them is another.
   */
  readonly looksAt: readonly (keyof Facts)[]
  /**
   * The first day after another on which `find` may answer otherwise than on the day before while the facts stay as
   * they are; infinite where there is none. Who looks at a whole year looks on those alone.
   */
  nextChange(facts: Facts, after: DayNumber, own: Own<P>): DayNumber
  /** The reason as it stands on the day, or null: not yet, settled, lapsed. */
  find(facts: Facts, day: DayNumber, own: Own<P>): HeldReason<Detail> | null
}

/** Declares a rule: only infers its types. */
export function rule<const Name extends string, const P extends Params, Detail extends object>(
  declared: Rule<Name, P, Detail>,
): Rule<Name, P, Detail> {
  return declared
}

/** The first of some days that comes after another; infinite where none does. */
export function firstAfter(after: DayNumber, ...days: readonly (DayNumber | null)[]): DayNumber {
  let first = Number.POSITIVE_INFINITY
  for (const day of days) if (day !== null && day > after && day < first) first = day
  return first
}
