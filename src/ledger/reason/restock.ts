import { type DayNumber, daySerial } from '../day.ts'
import { days, on, weight } from '../policy-key.ts'
import { type Facts, isSettled, type RegularItem } from './facts.ts'
import { rule } from './rule.ts'

/** Something they buy again and again runs out. Several things are one reason, the earliest first. */
export const restock = rule({
  reason: 'restock',
  relation: 'proactive',
  // days: how long before it runs out. gap: what lasts less is bought without a word.
  params: { on, weight: weight(52), days: days(2), gap: days(10, 1) },
  heldBack: true,
  needs: 'items',
  looksAt: ['items', 'contacts'],
  nextChange({ items }, after, own) {
    let next = Number.POSITIVE_INFINITY
    for (const one of items) {
      if (one.gap < own.gap) continue
      const [due, over] = [runsOutOn(one) - own.days, lapsesOn(one) + 1]
      if (due > after && due < next) next = due
      if (over > after && over < next) next = over
    }
    return next
  },
  find(facts, day, own) {
    const told = facts.items
    let dueOn = Number.POSITIVE_INFINITY
    // Asked on every morning of a year: what there is to tell is put together where it is told.
    for (const one of told) {
      const due = dueOf(one, own)
      if (due < dueOn && isDue(one, facts, day, own)) dueOn = due
    }
    if (dueOn === Number.POSITIVE_INFINITY) return null
    const items = () =>
      told
        .filter((one) => isDue(one, facts, day, own))
        .sort((one, other) => dueOf(one, own) - dueOf(other, own) || (one.item < other.item ? -1 : 1))
        .map((one) => ({
          item: one.item,
          lastOn: daySerial(one.lastOn),
          gap: one.gap,
          runsOutOn: daySerial(runsOutOn(one)),
        }))
    return { dueOn, detail: () => ({ items: items() }) }
  },
})

type Settings = { readonly days: number; readonly gap: number }

const runsOutOn = ({ lastOn, gap }: RegularItem): DayNumber => Math.floor(lastOn + gap)
const lapsesOn = ({ lastOn, gap }: RegularItem): DayNumber => Math.floor(lastOn + 2 * gap)
const dueOf = (one: RegularItem, own: Settings): DayNumber => runsOutOn(one) - own.days

function isDue(one: RegularItem, facts: Facts, day: DayNumber, own: Settings): boolean {
  const due = dueOf(one, own)
  return day >= due && one.gap >= own.gap && day <= lapsesOn(one) && !isSettled(facts, 'restock', due)
}
