import { type Property, textOf } from './card-lines.ts'

/**
 * A card's birthday as a roster writes it, whatever its spelling: 1988-05-06, 19880506, --0506, with a time, or free text. A day that
 * lacks its month or day is no birthday to remember: it goes to the notes.
 */
export function birthdayOn(property: Property | undefined): { day: string; note: string } {
  if (!property) return { day: '', note: '' }
  const text = textOf(property)
  const whole = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?$/.exec(text)
  if (whole) {
    const [, year = '', month, day] = whole
    // An iPhone writes 1604 for a year it does not know, and says so; others write 0000.
    const unknown = year === '0000' || year === '1604' || year === property.params.get('X-APPLE-OMIT-YEAR')?.[0]
    return { day: unknown ? `${month}-${day}` : `${year}-${month}-${day}`, note: '' }
  }
  const yearless = /^--(\d\d)-?(\d\d)(?:T.*)?$/.exec(text)
  if (yearless) return { day: `${yearless[1]}-${yearless[2]}`, note: '' }
  return /^(\d{4}(-\d\d)?|--\d\d|---\d\d)$/.test(text) ? { day: '', note: `BDAY ${text}` } : { day: text, note: '' }
}
