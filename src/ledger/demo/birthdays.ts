import { addDays, type Day } from '../day.ts'
import type { Chance } from './chance.ts'
import type { Birthdays } from './plan.ts'

/** Birthdays about a day, some by the sun and some by the moon, so that the made-up shop has somebody to congratulate. */
export async function readyBirthdaysNear(today: Day): Promise<Birthdays> {
  const { SolarDay } = await import('tyme4ts')
  const two = (number: number) => String(number).padStart(2, '0')
  const solar = (ahead: number, year: number) => `${year}${addDays(today, ahead).slice(4)}`
  const lunar = (ahead: number) => {
    const [year = 0, month = 0, date = 0] = addDays(today, ahead).split('-').map(Number)
    const day = SolarDay.fromYmd(year, month, date).getLunarDay()
    return `lunar:${two(Math.abs(day.getMonth()))}-${two(day.getDay())}`
  }
  return {
    near: [solar(0, 1988), lunar(6), solar(3, 1976), lunar(1), solar(-1, 1992), solar(5, 1960)],
    any(luck: Chance) {
      const day = `${two(luck.between(1, 12))}-${two(luck.between(1, 28))}`
      if (luck.onceIn(4)) return `lunar:${day}`
      return luck.onceIn(4) ? day : `${luck.between(1950, 2004)}-${day}`
    },
  }
}
