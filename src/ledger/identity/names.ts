import { LedgerError } from '../errors.ts'

/** Throws usage.too-long. */
export function withinLength(what: string, text: string, most: number): string {
  const { length } = [...text]
  if (length > most) throw new LedgerError('usage.too-long', { what, length, most })
  return text
}
