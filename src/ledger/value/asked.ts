import { LedgerError } from '../errors.ts'
import type { Unit } from './value.ts'

const units: Readonly<Record<Unit, readonly string[]>> = { week: ['week', 'weeks', 'w', '周', '星期'], day: ['day', 'days', 'd', '天', '日'] }

/** A unit of time as typed. Throws usage.bad-choice. */
export function readUnit(typed: string): Unit {
  const plain = typed.normalize('NFKC').trim().toLowerCase()
  if (units.week.includes(plain)) return 'week'
  if (units.day.includes(plain)) return 'day'
  throw new LedgerError('usage.bad-choice', { asked: typed, what: '--unit', choices: Object.keys(units) })
}

/** A year ahead, in units. */
export const yearOf: Readonly<Record<Unit, number>> = { week: 52, day: 365 }
