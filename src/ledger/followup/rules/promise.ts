import { daySerial } from '../../day.ts'
import { isAbout, type Touch } from '../facts.ts'
import { days, on, rule, weight } from '../rule.ts'

/** A day was promised, or the customer waits for an answer. Only the newest promise stands. */
export const promise = rule({
  reason: 'promise',
  called: ['约好回话'],
  // days: when to answer one who waits without a day.
  params: { on, weight: weight(100), days: days(3) },
  late: () => true,
  find({ touches }, day, own) {
    const at = touches.findLastIndex(isPromise)
    const made = touches[at]
    if (!made) return null
    const dueOn = made.nextOn ?? made.on + own.days
    const kept = touches.slice(at + 1).some((touch) => touch.counts && touch.outcome !== 'sent' && touch.on >= dueOn && isAbout(touch, 'promise'))
    if (day < dueOn || kept) return null
    return { dueOn, first: true, detail: () => ({ madeOn: daySerial(made.on), note: made.note }) }
  },
})

export function isPromise({ nextOn, outcome }: Touch): boolean {
  return nextOn !== null || outcome === 'wants-reply'
}
