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
  changeDays: ({ items }, own) => items.flatMap((one) => [runsOutOn(one) - own.days, lapsesOn(one) + 1]),
  find(facts, day, own) {
    const due = facts.items
      .map((one) => ({ ...one, dueOn: runsOutOn(one) - own.days }))
      .filter(
        (one) =>
          one.gap >= own.gap && day >= one.dueOn && day <= lapsesOn(one) && !isSettled(facts, 'restock', one.dueOn),
      )
      .sort((one, other) => one.dueOn - other.dueOn || (one.item < other.item ? -1 : 1))
    const [first] = due
    if (!first) return null
    const items = () =>
      due.map((one) => ({
        item: one.item,
        lastOn: daySerial(one.lastOn),
        gap: one.gap,
        runsOutOn: daySerial(runsOutOn(one)),
      }))
    return { dueOn: first.dueOn, detail: () => ({ items: items() }) }
  },
})

const runsOutOn = ({ lastOn, gap }: RegularItem): DayNumber => Math.floor(lastOn + gap)
const lapsesOn = ({ lastOn, gap }: RegularItem): DayNumber => Math.floor(lastOn + 2 * gap)
