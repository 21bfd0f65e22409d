import type { Policy } from '../book/policy/policy.ts'
import { type Day, type DayNumber, daySerial } from '../day.ts'
import { compareFractions, type Fraction } from '../fraction.ts'
import { hasOpenComplaint } from '../reason/complaint.ts'
import { cadenceOn, declinedBefore, type Facts, lastReached } from '../reason/facts.ts'
import type { HeldReason, Rule } from '../reason/rule.ts'
import { type Detail, type Reason, rules } from '../reason/rules.ts'
import { type Relation, relations } from '../vocabulary.ts'

/** Why a customer is due, as `due` prints it: since when, how late, and the facts of its sentence. */
export type DueReason = {
  readonly [R in Reason]: {
    readonly reason: R
    readonly dueOn: Day
    readonly daysOverdue: number
    readonly detail: Detail<R>
  }
}[Reason]

/**
 * A reason that holds, with what it brings to the score and whether it takes a place before others. Told in full only
 * where it is shown.
 */
export interface Raised {
  readonly reason: Reason
  readonly daysOverdue: number
  readonly points: Fraction
  readonly first: boolean
  /** The day it was looked for: later than it fell due where it was held back until then. */
  readonly on: DayNumber
  tell(): DueReason
}

/** The reasons that are switched on, each with its own settings of the policy: read once for all customers. */
export interface ActiveRules {
  readonly active: readonly { readonly rule: Rule; readonly own: Readonly<Record<string, unknown>> }[]
  readonly minGap: number
}

/** The reasons a shop has switched on, as its rules say. */
export function activeRulesOf(policy: Policy): ActiveRules {
  const values = policy as unknown as Readonly<Record<string, unknown>>
  const all = (rules as unknown as readonly Rule[]).map((rule) => ({ rule, own: ownOf(rule, values) }))
  return { active: all.filter(({ own }) => own['on'] === true), minGap: policy['due.minGap'] }
}

function ownOf({ reason, params }: Rule, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(params).map((name) => [name, values[`due.${reason}.${name}`]]))
}

/**
 * Whether a reason is not raised on a day: a contact of the last days holds it back, the customer declined, a complaint
 * of theirs is open, or they are not kept that closely.
 */
export function silencedOn(facts: Facts, day: DayNumber, minGap: number): (rule: Rule) => boolean {
  const reached = lastReached(facts)
  const held = reached !== null && day - reached < minGap
  const declined = facts.contacts.length > 0 && declinedBefore(facts, day)
  const complains = hasOpenComplaint(facts)
  return (rule) =>
    (complains && rule.despiteComplaint !== true) ||
    (held && rule.heldBack === true) ||
    (declined && rule.despiteDeclined !== true) ||
    !isOfRelation(rule, facts)
}

/** Whether the shop keeps in touch with the customer closely enough for a reason. */
export function isOfRelation({ relation }: Rule, facts: Pick<Facts, 'relation'>): boolean {
  return closeness[facts.relation] >= closeness[relation]
}

const closeness = Object.fromEntries(relations.map((relation, at) => [relation, at])) as Readonly<
  Record<Relation, number>
>

/**
 * Every reason that holds for a customer on a day, the weightiest first; told as of that day or, looking ahead, of an
 * earlier one.
 */
export function reasonsOn(facts: Facts, day: DayNumber, { active, minGap }: ActiveRules, asOf = day): Raised[] {
  const isSilent = silencedOn(facts, day, minGap)
  const raised: Raised[] = []
  for (const { rule, own } of active) {
    if (lacksNeeded(rule, facts) || isSilent(rule)) continue
    const found = rule.find(facts, day, own as never)
    if (found) raised.push(raise(rule, found, { facts, day, asOf }, own['weight'] as number))
  }
  return byPoints(raised)
}

/** Of most customers most facts are empty: then half of the rules need not be asked. */
function lacksNeeded({ needs }: Rule, facts: Facts): boolean {
  if (needs === undefined) return false
  const needed = facts[needs]
  return needed === null || needed === 0 || (Array.isArray(needed) && needed.length === 0)
}

interface RaisedAsOf {
  readonly facts: Facts
  readonly day: DayNumber
  readonly asOf: DayNumber
}

function raise(
  rule: Rule,
  { dueOn, detail, weight: ownWeight, first = false }: HeldReason,
  { facts, day, asOf }: RaisedAsOf,
  weight: number,
): Raised {
  const daysOverdue = Math.max(0, asOf - dueOn)
  const cadence = cadenceOn(facts, day)
  const lateness = rule.late?.(facts, day) ? Math.min(30 * cadence, 10 * daysOverdue) : 0
  const reason = rule.reason as Reason
  return {
    reason,
    daysOverdue,
    points: { top: (ownWeight ?? weight) * cadence + lateness, bottom: cadence },
    first,
    on: day,
    tell: () => ({ reason, dueOn: daySerial(dueOn), daysOverdue, detail: detail(asOf) }) as DueReason,
  }
}

/**
 * What comes due up to a later day too: each reason as it first stands, told as of the first day; one that is not due
 * yet is 0 days overdue.
 */
export function reasonsUntil(
  facts: Facts,
  from: DayNumber,
  to: DayNumber,
  rules: ActiveRules,
  isHidden: (day: DayNumber) => boolean,
): Raised[] {
  if (from === to) return isHidden(from) ? [] : reasonsOn(facts, from, rules)
  const raised = new Map<Reason, Raised>()
  for (let day = from; day <= to; day++) {
    if (isHidden(day)) continue
    for (const one of reasonsOn(facts, day, rules, from)) if (!raised.has(one.reason)) raised.set(one.reason, one)
  }
  return byPoints([...raised.values()])
}

function byPoints(raised: Raised[]): Raised[] {
  return raised.length < 2 ? raised : raised.sort((one, other) => compareFractions(other.points, one.points))
}
