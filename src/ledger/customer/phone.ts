import type { CountryCode } from 'libphonenumber-js/max'
import { LedgerError } from '../errors.ts'

const chineseMobile = /^(?:\+?86)?(1[3-9]\d{9})$/

/**
 * Reads a phone as typed, by the ledger's region, into E.164. Numbers a spreadsheet turned into `13812345678.0` are mended; what it
 * broke (`1.38E+10`) is refused. Throws phone.unreadable. Chinese mobiles take a fast path; anything else loads the metadata.
 */
export async function parsePhone(text: string, region: string): Promise<string> {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/(?<=^\d{7,15})\.0+$/, '')
  const mobile = region === 'CN' ? chineseMobile.exec(plain.replace(/[\s\-().]/g, '')) : null
  if (mobile) return `+86${mobile[1]}`
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/max')
  const parsed = /[a-z]{2}|e\+/i.test(plain.replace(/(ext|x|转).*$/i, '')) ? undefined : parsePhoneNumberFromString(plain, region as CountryCode)
  if (!parsed?.isValid()) throw new LedgerError('phone.unreadable', { text, region })
  return parsed.number
}

/** Says an E.164 phone as people of the region write it: nationally at home, internationally abroad. */
export async function nationalPhone(region: string): Promise<(e164: string) => string> {
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/max')
  return (e164) => {
    const parsed = parsePhoneNumberFromString(e164)
    if (!parsed) return e164
    return parsed.country === region ? parsed.formatNational() : parsed.formatInternational()
  }
}
