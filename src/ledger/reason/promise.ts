import { type DayNumber, daySerial } from '../day.ts'
import { days, on, weight } from '../policy-key.ts'
import { isAbout, type Touch } from './facts.ts'
import { rule } from './rule.ts'

/** A day was promised, or the customer waits for an answer. Only the newest promise stands. */
export const promise = rule({
  reason: 'promise',
  called: ['约好回话'],
  // days: when to answer one who waits without a day.
  params: { on, weight: weight(100), days: days(3) },
  late: () => true,
  turns({ touches }, own) {
    const standing = standingPromise(touches, own.days)
    return standing === null ? [] : [standing.dueOn]
  },
  find({ touches }, day, own) {
    const standing = standingPromise(touches, own.days)
    if (!standing || day < standing.dueOn) return null
    const { made, dueOn } = standing
    return { dueOn, first: true, detail: () => ({ madeOn: daySerial(made.on), note: made.note }) }
  },
})

/** The promise that stands, due or not; null when there is none, or it was kept. `days` is `due.promise.days`. */
export function standingPromise(touches: readonly Touch[], days: number): { readonly made: Touch; readonly dueOn: DayNumber } | null {
  if (touches.length === 0) return null
  const at = touches.findLastIndex(isPromise)
  const made = touches[at]
  if (!made) return null
  const dueOn = made.nextOn ?? made.on + days
  const kept = touches.slice(at + 1).some((touch) => touch.counts && touch.outcome !== 'sent' && touch.on >= dueOn && isAbout(touch, 'promise'))
  return kept ? null : { made, dueOn }
}

export function isPromise({ nextOn, outcome }: Touch): boolean {
  return nextOn !== null || outcome === 'wants-reply'
}
