import { type DayNumber, daySerial } from '../day.ts'
import { days, on, weight } from '../policy-key.ts'
import { isSettled, type RegularItem } from './facts.ts'
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
    const dueOf = (one: RegularItem) => runsOutOn(one) - own.days
    const isDue = (one: RegularItem) =>
      one.gap >= own.gap && day >= dueOf(one) && day <= lapsesOn(one) && !isSettled(facts, 'restock', dueOf(one))
    let dueOn = Number.POSITIVE_INFINITY
    // Asked on every morning of a year: what there is to tell is put together where it is told.
    for (const one of facts.items) if (one.gap >= own.gap && dueOf(one) < dueOn && isDue(one)) dueOn = dueOf(one)
    if (dueOn === Number.POSITIVE_INFINITY) return null
    const told = facts.items
    const items = () =>
      told
        .filter(isDue)
        .sort((one, other) => dueOf(one) - dueOf(other) || (one.item < other.item ? -1 : 1))
        .map((one) => ({
          item: one.item,
          lastOn: daySerial(one.lastOn),
          gap: one.gap,
          runsOutOn: daySerial(runsOutOn(one)),
        }))
    return { dueOn, detail: () => ({ items: items() }) }
  },
})

const runsOutOn = ({ lastOn, gap }: RegularItem): DayNumber => Math.floor(lastOn + gap)
const lapsesOn = ({ lastOn, gap }: RegularItem): DayNumber => Math.floor(lastOn + 2 * gap)
