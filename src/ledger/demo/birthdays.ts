import { addDays, type Day } from '../day.ts'
import { lunarOf } from '../identity/lunar.ts'
import type { DemoBirthdays } from './plan.ts'
import type { RandomSource } from './random-source.ts'

/**
 * Birthdays about a day, some by the sun and some by the moon, so that the made-up shop has somebody to congratulate.
 */
export function birthdaysNear(today: Day): DemoBirthdays {
  const two = (number: number) => String(number).padStart(2, '0')
  const solar = (ahead: number, year: number) => `${year}${addDays(today, ahead).slice(4)}`
  const lunar = (ahead: number) => {
    const { month, day } = lunarOf(addDays(today, ahead))
    return `lunar:${two(month)}-${two(day)}`
  }
  return {
    near: [solar(0, 1988), lunar(6), solar(3, 1976), lunar(1), solar(-1, 1992), solar(5, 1960)],
    any(luck: RandomSource) {
      const day = `${two(luck.between(1, 12))}-${two(luck.between(1, 28))}`
      if (luck.onceIn(4)) return `lunar:${day}`
      return luck.onceIn(4) ? day : `${luck.between(1950, 2004)}-${day}`
    },
  }
}
