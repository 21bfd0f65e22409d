import type { PhoneParser } from '../../identity/phone.ts'
import { isMaskedPhone } from './masks.ts'
import { emailsIn, phonesIn } from './phone-cells.ts'
import type { RosterRow } from './roster-row.ts'

/** By what phone and address of mail somebody is reached; `others` is what else the cells say, for the notes. */
export function reachedBy(
  row: RosterRow,
  parse: PhoneParser,
): { phone: string | null; email: string | null; others: readonly string[] } {
  const { line, notes } = row
  const others: string[] = []
  const phones = row.read('phone', (typed) => {
    if (!isMaskedPhone(typed)) return phonesIn(typed, parse)
    notes.warn(line, 'row.masked-phone', { text: typed }, 'phone', typed)
    others.push(typed)
    return null
  })
  if (phones && phones.others.length > 0)
    notes.warn(line, 'row.second-phone', { phones: phones.others }, 'phone', row.rawOf('phone'))
  if (phones?.whole) notes.warn(line, 'row.phone-words', { text: phones.whole }, 'phone', row.rawOf('phone'))
  if (phones) others.push(...(phones.whole ? [phones.whole] : []), ...phones.others)
  const email = row.read('email', emailsIn)
  others.push(...(email?.others ?? []))
  const more = row.cell('more')
  if (more !== '') {
    const rest = more.split('\n')
    notes.warn(line, 'row.second-phone', { phones: rest }, 'phone', more)
    others.push(...rest)
  }
  return { phone: phones?.phone ?? null, email: email?.first ?? null, others }
}
