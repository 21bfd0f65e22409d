import { calendarDay } from '../../day.ts'

/** A day of every year with a name. */
export interface FestivalDay {
  readonly festival: string
  /** `05-18`, or `lunar:09-09`. */
  readonly day: string
}

/**
 * The shop's own festivals, as they are typed and kept: `Anniversary 05-18, 重阳 农历9-9`. Those that are none are left
 * out.
 */
export function readFestivalDays(text: string): FestivalDay[] {
  return partsOf(text).flatMap((part) => readOne(part) ?? [])
}

/** The same text as it is kept; null when a part of it is no festival. */
export function keptFestivalDays(text: string): string | null {
  const days = partsOf(text).map(readOne)
  if (days.length === 0 || days.some((day) => day === null)) return null
  return days.map((one) => `${one?.festival} ${one?.day}`).join(', ')
}

function partsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[,;、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function readOne(part: string): FestivalDay | null {
  // A name of forty letters and a day; more is looked through for hours.
  if (part.length > 200) return null
  const [, festival = '', lunar, month = '', day = ''] =
    /^(.*?)[\s=]+(lunar:?\s*|农历\s*)?(\d{1,2})(?:-|月)(\d{1,2})日?$/i.exec(part) ?? []
  const name = festival.trim()
  if (name === '' || [...name].length > 40) return null
  const text = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (lunar !== undefined)
    return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 30
      ? { festival: name, day: `lunar:${text}` }
      : null
  return calendarDay(2024, Number(month), Number(day)) === null ? null : { festival: name, day: text }
}
