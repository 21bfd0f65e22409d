import type { Row } from './csv.ts'
import type { Source } from './encoding.ts'
import type { TableAbout } from './table-about.ts'
import { aboutText } from './text-table.ts'
import type { UnknownFile } from './unknown-file.ts'
import { cardFile, cardRows } from './vcard.ts'

/** The cards of an address book, a row each. */
export interface CardTable {
  readonly form: 'cards'
  readonly about: TableAbout
  readonly source: Source
  readonly headers: readonly string[]
}

/** Null for what are no cards. Throws roster.broken-card. */
export async function openCards(file: UnknownFile): Promise<CardTable | null> {
  if (!/^\s*BEGIN\s*:\s*VCARD/i.test(await file.top())) return null
  const source = await file.source()
  const { headers, cards } = await cardFile(source)
  return { form: 'cards', about: aboutText(source, null, cards), source, headers }
}

/** What its cards say, under a header that no line of the file is. */
export async function* cardTableRows({ source, headers }: CardTable): AsyncGenerator<readonly Row[]> {
  yield [{ line: 0, cells: headers }]
  yield* cardRows(source, headers)
}
