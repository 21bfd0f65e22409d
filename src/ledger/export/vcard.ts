import { createHash } from 'node:crypto'
import type { Book } from '../book/book.ts'
import type { ExportedCustomer } from './customers.ts'
import type { Pages, TextParts } from './sheet.ts'

/**
 * Customers as vCards of version 4.0 (RFC 6350), each with a UID of its own, so that a phone updates a card instead of
 * doubling it.
 */
export async function* cards({ uuid }: Pick<Book, 'uuid'>, pages: Pages<ExportedCustomer>): TextParts {
  let rows = 0
  for await (const page of pages) {
    rows += page.length
    yield page.map((customer) => card(uuid, customer)).join('')
  }
  return rows
}

function card(ledger: string, { row, tags }: ExportedCustomer): string {
  const organisation = row.kind === 'firm' || row.kind === 'reseller'
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `UID:urn:uuid:${stableUuid(ledger, `customer ${row.id}`)}`,
    `KIND:${organisation ? 'org' : 'individual'}`,
    `FN:${escaped(row.name)}`,
    organisation ? null : `N:${escaped(row.name)};;;;`,
    row.called === null ? null : `NICKNAME:${escaped(row.called)}`,
    row.phone === null ? null : `TEL;VALUE=uri;TYPE="voice,cell":tel:${row.phone}`,
    row.email === null ? null : `EMAIL:${escaped(row.email)}`,
    row.wechat === null ? null : `X-WECHAT:${escaped(row.wechat)}`,
    row.company !== null ? `ORG:${escaped(row.company)}` : organisation ? `ORG:${escaped(row.name)}` : null,
    row.address === null ? null : `ADR:;;${escaped(row.address)};;;;`,
    row.birthday === null ? null : birthdayLine(row.birthday),
    tags.length === 0 ? null : `CATEGORIES:${tags.map(escaped).join(',')}`,
    row.notes === null ? null : `NOTE:${escaped(row.notes)}`,
    'END:VCARD',
  ]
    .filter((line) => line !== null)
    .map(folded)
    .join('')
}

/** vCard knows no lunar birthdays: those stand as text, which an import of ours reads again. */
function birthdayLine(birthday: string): string {
  if (birthday.startsWith('lunar:')) return `BDAY;VALUE=text:${escaped(birthday)}`
  return birthday.length === 5 ? `BDAY:--${birthday.replace('-', '')}` : `BDAY:${birthday.replaceAll('-', '')}`
}

function escaped(text: string): string {
  return (
    text
      .replace(/[\\,;]/g, '\\$&')
      .replace(/\r\n|\r|\n/g, '\\n')
      // Other controls may not stand in a card.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  )
}

/** A line of at most 75 bytes, going on after a blank; no character is cut in two. */
function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let bytes = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > (pieces.length === 0 ? 75 : 74)) {
      pieces.push(piece)
      piece = ''
      bytes = 0
    }
    piece += character
    bytes += size
  }
  return `${[...pieces, piece].join('\r\n ')}\r\n`
}

/** A name of a thing of this ledger that is the same at every export (UUID version 5 in the ledger's own namespace). */
export function stableUuid(ledger: string, thing: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(ledger.replaceAll('-', ''), 'hex'))
    .update(thing)
    .digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
