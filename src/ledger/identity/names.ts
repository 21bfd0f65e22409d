import { LedgerError } from '../errors.ts'

/** What stands for the name of somebody who was forgotten: no command names them any more. */
export const forgottenName = '—'

/** The first of some people whom a command can still name. */
export function firstNamed<Row extends { readonly name: string }>(rows: readonly Row[]): Row | undefined {
  return rows.find(({ name }) => name !== forgottenName)
}

/** Throws usage.too-long. */
export function withinLength(what: string, text: string, most: number): string {
  const { length } = [...text]
  if (length > most) throw new LedgerError('usage.too-long', { what, length, most })
  return text
}
