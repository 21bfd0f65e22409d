import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change/record.ts'
import type { Day } from '../../day.ts'
import { LedgerError } from '../../errors.ts'
import { type PhoneParser, phoneParser } from '../../identity/phone.ts'
import { fold, speller } from '../../identity/spelling.ts'
import type { PurchaseColumn } from '../columns.ts'
import { RowFault } from '../outcome.ts'
import { type Buyer, isNobody } from '../row/purchase-row.ts'
import { CodeIndex } from '../sqlite/code-index.ts'

/** Somebody the ledger does not know yet, as a purchase names them. */
export interface NewBuyer {
  readonly name: string
  readonly code: string | null
  readonly phone: string | null
}

/** Who bought: an id, nobody in particular (null), or somebody to be made. */
export type Found = number | null | NewBuyer

/** To look a card up in the ledger takes as long as to read so many of them from it in order (measured). */
const rowsWorth = 8

const phoneLike = /^\+?[\d\s()./-]{7,22}$/

/** Finds and makes the customers of a purchase file: by card, phone or unique full name, exactly (COMMANDS). */
export async function buyerFinder(book: Book, change: Change, { create, rows, hasPhones }: { create: boolean; rows: number; hasPhones: boolean }) {
  const { sqlite } = book.store
  // Both dictionaries together are 35 MB: a till's file of cards needs neither.
  const parse: PhoneParser = hasPhones ? await phoneParser(book.region) : String
  const spell = create ? await speller() : null
  // Prepared, not through the builder: a lookup a row, 1.9 x (PACKAGES, measured).
  const byId = sqlite.prepare('SELECT id FROM customer WHERE id = ? UNION SELECT customer_id FROM alias WHERE former_id = ?').pluck()
  const byCode = sqlite.prepare('SELECT id FROM customer WHERE code_key = ?').pluck()
  const byAlias = sqlite.prepare('SELECT customer_id FROM alias WHERE code_key = ?').pluck()
  const byPhone = sqlite.prepare('SELECT id, name_key AS nameKey, code_key AS codeKey FROM customer WHERE phone = ?')
  const byName = sqlite.prepare('SELECT id, name, code, phone FROM customer WHERE name_key = ? LIMIT 20')
  const insert = sqlite.prepare(
    `INSERT INTO customer (name, name_key, pinyin, initials, code, code_key, phone, joined_on, entered_on, change_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const aliases = sqlite.prepare('SELECT 1 FROM alias LIMIT 1').get() !== undefined
  const cards = () => sqlite.prepare('SELECT 1 FROM customer WHERE code_key IS NOT NULL LIMIT 1').get() !== undefined || aliases
  let coded = cards()
  const many = sqlite.prepare('SELECT coalesce(max(id), 0) FROM customer').pluck().get() as number
  const index = rows * rowsWorth >= many ? CodeIndex.of(sqlite) : null

  const card = (code: string) => {
    if (!coded) return null
    const key = fold(code)
    return (index ? index.get(key) : (byCode.get(key) as number | undefined)) ?? (aliases ? ((byAlias.get(key) as number | undefined) ?? null) : null)
  }

  function onPhone(phone: string, name: string, uncoded: boolean): number | null {
    const sharing = byPhone.all(phone) as { id: number; nameKey: string; codeKey: string | null }[]
    const same = name === '' || sharing.length === 1 ? sharing : sharing.filter(({ nameKey }) => nameKey === fold(name))
    const fitting = uncoded ? same.filter(({ codeKey }) => codeKey === null) : same
    if (fitting.length > 1) throw new RowFault('row.several', { ids: fitting.map(({ id }) => id) }, 'phone', phone)
    return fitting[0]?.id ?? null
  }

  function called(name: string, field: PurchaseColumn): number | null {
    const alike = byName.all(fold(name)) as { id: number }[]
    if (alike.length > 1) throw new RowFault('row.several', { ids: alike.map(({ id }) => id) }, field, name)
    return alike[0]?.id ?? null
  }

  function byCell(cell: string): Found {
    const prefixed = /^(id:|#|code:|@|phone:|name:)\s*(.+)$/is.exec(cell.normalize('NFKC'))
    const rest = prefixed?.[2] ?? ''
    switch (prefixed?.[1]?.toLowerCase()) {
      case 'id:':
      case '#':
        return (/^\d{1,15}$/.test(rest) ? (byId.get(Number(rest), Number(rest)) as number | undefined) : undefined) ?? unknown(cell)
      case 'code:':
      case '@':
        return card(rest) ?? { name: rest, code: rest, phone: null }
      case 'phone:': {
        const phone = phoneIn(rest, parse)
        return onPhone(phone, '', false) ?? { name: rest, code: null, phone }
      }
      case 'name:':
        return called(rest, 'customer') ?? { name: rest, code: null, phone: null }
    }
    const carded = card(cell)
    if (carded !== null) return carded
    const phone = phoneLike.test(cell) ? readable(cell, parse) : null
    return (phone === null ? null : onPhone(phone, '', false)) ?? called(cell, 'customer') ?? { name: cell, code: null, phone }
  }

  function byCells({ code, phone: typed, name }: Buyer): Found {
    const carded = code === '' ? null : card(code)
    if (carded !== null) return carded
    const phone = typed === '' ? null : phoneIn(typed, parse)
    const owner = phone === null ? null : onPhone(phone, name, code !== '')
    if (owner !== null) return owner
    const alike = code === '' && phone === null ? called(name, 'name') : null
    return alike ?? { name: name || code || typed, code: code || null, phone }
  }

  function unknown(asked: string): never {
    throw new RowFault('customer.not-found', { asked, near: [] }, 'customer', asked)
  }

  return {
    find(buyer: Buyer): Found {
      if (isNobody(buyer)) return null
      const found = buyer.customer === '' ? byCells(buyer) : byCell(buyer.customer)
      if (found === null || typeof found === 'number' || create) return found
      const field = buyer.customer !== '' ? 'customer' : buyer.code !== '' ? 'code' : buyer.phone !== '' ? 'phone' : 'name'
      throw new RowFault('customer.not-found', { asked: buyer[field], near: [] }, field, buyer[field])
    },
    make({ name, code, phone }: NewBuyer, on: Day): number {
      if (!spell) throw new Error('nobody is made without --create-customers')
      const { name_key, pinyin, initials } = spell(name)
      const key = code === null ? null : fold(code)
      const id = Number(insert.run(name, name_key, pinyin, initials, code, key, phone, on, book.today, change.id).lastInsertRowid)
      if (key === null) return id
      coded = true
      index?.add(key, id)
      return id
    },
  }
}

function phoneIn(text: string, parse: PhoneParser): string {
  try {
    return parse(text)
  } catch (error) {
    if (error instanceof LedgerError) throw new RowFault(error.code, error.facts, 'phone', text)
    throw error
  }
}

function readable(text: string, parse: PhoneParser): string | null {
  try {
    return parse(text)
  } catch {
    return null
  }
}
