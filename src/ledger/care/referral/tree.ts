import type { Minor } from '../../money.ts'

/** Somebody who may have been brought by somebody. */
export interface ReferralLink {
  readonly id: number
  readonly by: number | null
}

/** Everyone below a customer: how many, and what they bought. */
export interface BranchTotals {
  readonly count: number
  readonly value: Minor
}

/**
 * Everyone's branch, worked out from the leaves of the tree up. Two customers may name each other: such a circle has no
 * leaf, and each of it has all the others, and whom those brought, below.
 */
export function branchesOf(
  people: readonly ReferralLink[],
  worth: (person: ReferralLink) => Minor,
): Map<number, BranchTotals> {
  const persons = new Map(people.map((person) => [person.id, person]))
  const below = new Map(people.map(({ id }) => [id, { count: 0, value: 0 }]))
  const waitsFor = new Map<number, number>()
  const bringer = ({ by }: ReferralLink) => (by === null ? undefined : persons.get(by))
  for (const person of people) {
    const by = bringer(person)
    if (by) waitsFor.set(by.id, (waitsFor.get(by.id) ?? 0) + 1)
  }
  const ready = people.filter(({ id }) => !waitsFor.has(id))
  for (let at = 0; at < ready.length; at++) {
    const person = ready[at] as ReferralLink
    const by = bringer(person)
    if (!by) continue
    lift(below, by.id, person, worth)
    const left = (waitsFor.get(by.id) ?? 0) - 1
    waitsFor.set(by.id, left)
    if (left === 0) ready.push(by)
  }
  for (const ring of ringsAmong(people, waitsFor, bringer)) {
    const sums = ring.map((person) => ({ person, ...(below.get(person.id) ?? nobody) }))
    const count = sums.reduce((sum, one) => sum + one.count + 1, 0)
    const value = sums.reduce((sum, one) => sum + one.value + worth(one.person), 0)
    for (const { person } of sums) below.set(person.id, { count: count - 1, value: value - worth(person) })
  }
  return below
}

const nobody: BranchTotals = { count: 0, value: 0 }

function lift(
  below: Map<number, BranchTotals>,
  to: number,
  person: ReferralLink,
  worth: (person: ReferralLink) => Minor,
): void {
  const [above, own] = [below.get(to) ?? nobody, below.get(person.id) ?? nobody]
  below.set(to, { count: above.count + own.count + 1, value: above.value + own.value + worth(person) })
}

/** Those who still wait for somebody below them go round in rings, each person in one at most. */
function ringsAmong(
  people: readonly ReferralLink[],
  waitsFor: ReadonlyMap<number, number>,
  bringer: (person: ReferralLink) => ReferralLink | undefined,
): readonly (readonly ReferralLink[])[] {
  const seen = new Set<number>()
  const rings: ReferralLink[][] = []
  for (const start of people) {
    const ring: ReferralLink[] = []
    for (
      let person: ReferralLink | undefined = start;
      person && (waitsFor.get(person.id) ?? 0) > 0 && !seen.has(person.id);
      person = bringer(person)
    ) {
      seen.add(person.id)
      ring.push(person)
    }
    if (ring.length > 0) rings.push(ring)
  }
  return rings
}
