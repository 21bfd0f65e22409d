import { calendarDay, type Day, serial } from '../../day.ts'
import { LedgerError } from '../../errors.ts'
import { type Birthday, parseBirthday } from '../../identity/birthday.ts'
import { type DayForm, dayForm } from '../profile/day-form.ts'
import type { DayNotation } from '../profile/notations.ts'
import { inShop } from '../profile/zone.ts'

/** A day of a file, and the time of day where the cell has one. */
export interface ReadDay {
  readonly day: Day
  readonly time: string | null
}

/**
 * Reads the days of one column, in the shop's zone where the cell, or `zone` of the row, tells another. One reader
 * serves a whole file: it remembers the cells it met.
 */
export function dayReader(
  context: { readonly today: Day; readonly timezone: string },
  notation: DayNotation | null = null,
) {
  const met = new Map<string, ReadDay>()
  return (text: string, zone: number | string | null = null): ReadDay => {
    const known = zone === null ? met.get(text) : undefined
    if (known !== undefined) return known
    const read = writtenDay(text, zone, context, notation)
    if (zone === null) {
      if (met.size > 20_000) met.clear()
      met.set(text, read)
    }
    return read
  }
}

const isoDay = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?$/

function writtenDay(
  written: string,
  zone: number | string | null,
  { today, timezone }: { today: Day; timezone: string },
  notation: DayNotation | null,
): ReadDay {
  const text = notation === 'roc' ? written.replace(/^\d{2,3}(?=[-/.年])/, (year) => `${Number(year) + 1911}`) : written
  const plain = isoDay.exec(text)
  const form: DayForm | null =
    plain === null
      ? dayForm(text, today)
      : {
          day: calendarDay(Number(plain[1]), Number(plain[2]), Number(plain[3])),
          orders: {},
          time: plain[4] === undefined ? null : `${plain[4]}:${plain[5]}:${plain[6] ?? '00'}`,
          zone: null,
          short: false,
        }
  if (form === null) throw new LedgerError(looksImpossible(text) ? 'day.impossible' : 'day.unreadable', { text })
  const day =
    form.day ??
    (notation === null || notation === 'mixed' || notation === 'roc' ? null : (form.orders[notation] ?? null))
  if (day === null)
    throw new LedgerError(plain ? 'day.impossible' : notation === 'mixed' ? 'day.mixed' : 'day.year-last', { text })
  const from = form.zone ?? zone
  if (form.time === null || from === null || from === timezone) return { day, time: form.time }
  const [hours = 0, minutes = 0, seconds = 0] = form.time.split(':').map(Number)
  return inShop(serial(day) * 86_400_000 + ((hours * 60 + minutes) * 60 + seconds) * 1000, from, timezone)
}

/** Digits where a day has them, of a day no calendar has. */
function looksImpossible(text: string): boolean {
  return (
    /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}[日号]?$/.test(text.normalize('NFKC').trim()) || /^(?:19|20)\d{6}$/.test(text)
  )
}

/**
 * A birthday as a file writes it: as a person would, `--05-06` without a year, or a day in the notation of its column.
 */
export function birthdayReader(
  context: { readonly today: Day; readonly timezone: string },
  notation: DayNotation | null,
) {
  const day = dayReader(context, notation)
  return (text: string): Birthday => {
    const plain = text.replace(/^--(?=\d{2}-?\d{2}$)/, '')
    let birthday: Birthday
    try {
      birthday = parseBirthday(plain)
    } catch (error) {
      try {
        birthday = day(plain).day
      } catch {
        throw error
      }
    }
    if (/^\d{4}-/.test(birthday) && birthday > context.today)
      throw new LedgerError('birthday.future', { text, today: context.today })
    return birthday
  }
}
