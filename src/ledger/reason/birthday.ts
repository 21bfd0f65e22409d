import { type DayNumber, daySerial } from '../day.ts'
import { days, on, weight } from '../policy-key.ts'
import { firstAfter, rule } from './rule.ts'

/** The birthday, from some days before it to a few after. */
export const birthday = rule({
  reason: 'birthday',
  relation: 'reactive',
  params: { on, weight: weight(70), dayWeight: weight(95), days: days(7), until: days(3) },
  needs: 'birthday',
  looksAt: ['contacts'],
  nextChange(facts, after, own) {
    let next = Number.POSITIVE_INFINITY
    for (const on of facts.birthdays(after - own.until, Number.POSITIVE_INFINITY))
      next = Math.min(next, firstAfter(after, on - own.days, on, on + 1, on + own.until + 1))
    return next
  },
  find(facts, day, own) {
    for (const on of facts.birthdays(day - own.until, day + own.days)) {
      const from = on - own.days
      let [isSettled, isTalked] = [false, false]
      for (const { counts, about, on: spokenOn } of facts.contacts) {
        if (!counts || spokenOn < from) continue
        if (about === null ? spokenOn >= on : about.includes('birthday')) isSettled = true
        if (spokenOn < on) isTalked = true
      }
      // Any talk before the day puts the wishes off to the day itself.
      const dueOn = isTalked ? on : from
      if (isSettled || day < dueOn) continue
      const detail = (asOf: DayNumber) => ({ birthday: facts.birthday, on: daySerial(on), daysAway: on - asOf })
      return on === day ? { dueOn, of: on, detail, weight: own.dayWeight, first: true } : { dueOn, of: on, detail }
    }
    return null
  },
})
