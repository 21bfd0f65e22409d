import { type Day, daySerial } from '../../day.ts'

/** Zones as services name them, each with the place whose clock it is. */
const named: Readonly<Record<string, string>> = {
  z: 'UTC',
  utc: 'UTC',
  gmt: 'UTC',
  cet: 'Europe/Paris',
  cest: 'Europe/Paris',
  mez: 'Europe/Paris',
  mesz: 'Europe/Paris',
  bst: 'Europe/London',
  wet: 'Europe/Lisbon',
  eet: 'Europe/Athens',
  est: 'America/New_York',
  edt: 'America/New_York',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  aest: 'Australia/Sydney',
  aedt: 'Australia/Sydney',
  jst: 'Asia/Tokyo',
  hkt: 'Asia/Hong_Kong',
  sgt: 'Asia/Singapore',
  'eastern time (us & canada)': 'America/New_York',
  'central time (us & canada)': 'America/Chicago',
  'mountain time (us & canada)': 'America/Denver',
  'pacific time (us & canada)': 'America/Los_Angeles',
  arizona: 'America/Phoenix',
  alaska: 'America/Anchorage',
  hawaii: 'Pacific/Honolulu',
  london: 'Europe/London',
  dublin: 'Europe/Dublin',
  paris: 'Europe/Paris',
  madrid: 'Europe/Madrid',
  tokyo: 'Asia/Tokyo',
  sydney: 'Australia/Sydney',
  melbourne: 'Australia/Melbourne',
}

/** What a cell names as zone: minutes before Greenwich, or a place; null where nobody can tell. */
export function zoneNamed(text: string): number | string | null {
  const plain = text.normalize('NFKC').trim()
  const offset = /^(?:utc|gmt)?\s*([+-])(\d{1,2}):?(\d{2})?$/i.exec(plain)
  if (offset) return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0))
  const place = named[plain.toLowerCase()] ?? (/^\w+\/[\w/+-]+$/.test(plain) ? plain : null)
  if (place === null) return null
  try {
    clockIn(place)
    return place
  } catch {
    return null
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockIn(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  clocks.set(zone, clock)
  return clock
}

/** What a clock in a zone shows, as if it hung in Greenwich. */
function shownIn(zone: string, instant: number): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = clockIn(zone)
    .format(instant)
    .split(/\D/)
    .map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** The day and time in the shop when a clock elsewhere showed `shown` (milliseconds, as if in Greenwich). */
export function inShop(shown: number, zone: number | string, shop: string): { day: Day; time: string } {
  let instant = shown
  if (typeof zone === 'number') instant = shown - zone * 60_000
  else if (zone === shop) return moment(shown)
  // The offset of a zone is known at an instant: once to come near it, once more where that fell on the other side of a
  // change.
  else for (let turn = 0; turn < 2; turn++) instant = shown - (shownIn(zone, instant) - instant)
  return moment(shownIn(shop, instant))
}

function moment(shown: number): { day: Day; time: string } {
  const days = Math.floor(shown / 86_400_000)
  const seconds = Math.floor((shown - days * 86_400_000) / 1000)
  const two = (number: number) => String(number).padStart(2, '0')
  return {
    day: daySerial(days),
    time: `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`,
  }
}
