import { daySerial } from '../day.ts'
import { days, on, weight } from '../policy-key.ts'
import { isSettled } from './facts.ts'
import { firstAfter, rule } from './rule.ts'

/** Somebody was asked and was not satisfied: C below 0.95 on the newest day they were asked. */
export const unhappy = rule({
  reason: 'unhappy',
  relation: 'reactive',
  params: { on, weight: weight(80), days: days(1), until: days(30) },
  needs: 'unhappySince',
  looksAt: ['unhappySince', 'contacts'],
  nextChange: ({ unhappySince }, after, own) =>
    unhappySince === null
      ? Number.POSITIVE_INFINITY
      : firstAfter(after, unhappySince + own.days, unhappySince + own.until + 1),
  find(facts, day, own) {
    const { unhappySince } = facts
    if (unhappySince === null) return null
    const dueOn = unhappySince + own.days
    if (day < dueOn || day > unhappySince + own.until || isSettled(facts, 'unhappy', dueOn)) return null
    return { dueOn, of: unhappySince, detail: () => ({ on: daySerial(unhappySince) }) }
  },
})
