import type { Facts } from '../../reason/facts.ts'

/** Facts that change together, as they come from the same entries: a bit for each line. The others never change. */
const changing: readonly (readonly (keyof Facts)[])[] = [
  ['purchaseDays', 'lastBought', 'ownGap', 'gap', 'slippingOn', 'lostOn'],
  ['newSince'],
  ['returnedOn'],
  ['large'],
  ['items'],
  ['contacts'],
  ['lastPaid'],
  ['unpaid'],
  ['lastAsked', 'unhappySince'],
  ['relation', 'surveyEvery', 'cadences'],
  ['wishes'],
  ['complaints'],
  ['occasions'],
  ['points'],
  ['coupons'],
]

const bits = new Map(changing.flatMap((facts, at) => facts.map((fact) => [fact, 1 << at] as const)))

/** A set of facts as one number. */
export function bitsOf(...facts: readonly (keyof Facts)[]): number {
  return facts.reduce((sum, fact) => sum | (bits.get(fact) ?? 0), 0)
}

export const allBits = bitsOf(...bits.keys())
