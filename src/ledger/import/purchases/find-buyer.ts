import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change/record.ts'
import type { Day } from '../../day.ts'
import { type Faults, LedgerError } from '../../errors.ts'
import { type PhoneParser, phoneParser } from '../../identity/phone.ts'
import { fold, nameKey, speller } from '../../identity/spelling.ts'
import { untitled } from '../../identity/titles.ts'
import type { PurchaseColumn } from '../columns.ts'
import { RowFault } from '../outcome.ts'
import { partsOfName, withParts } from '../row/name-parts.ts'
import { isNobodysName } from '../row/nobody.ts'
import { type Buyer, isNobody, type Payer } from '../row/purchase.ts'
import { severalIn } from '../row/several-people.ts'
import { CodeIndex } from '../sqlite/code-index.ts'

/** Somebody the ledger does not know yet, as a purchase names them. */
export interface NewBuyer {
  readonly name: string
  readonly code: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
  /** By what a service knows them: linked to them when they are made. */
  readonly payer: string | null
}

/** Who bought: an id, nobody in particular (null), or somebody to be made. */
export type Found = number | null | NewBuyer

/** How the buyers of one file are found. */
export interface BuyerWishes {
  readonly create: boolean
  /** About how many rows the file has. */
  readonly rows: number
  readonly hasPhones: boolean
  readonly hasEmails: boolean
  /**
   * The service whose file it is: its names are what people call themselves there, and whoever is not known is kept by
   * the payer's name.
   */
  readonly service: string | null
  /** Whether a payer's key is one person's for good. */
  readonly strong: boolean
  /** Whether names are as some ledger has them: nothing else is looked for in them. */
  readonly plainNames: boolean
  /** Hears of a name that somebody has already, and of people nobody knows. */
  tell(line: number, what: 'namesake' | 'unknown' | 'stranger', name: string, id: number): void
  tellOfName: TellOfName
}

/** Tells what became of a cell of a name: taken apart, left whole for its card, or one customer that may be several. */
type TellOfName = <Code extends 'row.name-parts' | 'row.shared-card' | 'row.maybe-several'>(
  line: number,
  code: Code,
  facts: Faults[Code],
  text: string,
) => void

/** To look a card up in the ledger takes as long as to read so many of them from it in order (measured). */
const rowsWorth = 8

const phoneLike = /^\+?[\d\s()./-]{7,22}$/

interface Person {
  readonly id: number
  readonly name: string
  readonly nameKey: string
  readonly codeKey: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly called: string | null
}

/** Finds and makes the customers of a purchase file: by card, phone, mail or unique full name, exactly (COMMANDS). */
export async function buyerFinder(
  book: Book,
  change: Change,
  { create, rows, hasPhones, hasEmails, service, strong, plainNames, tell, tellOfName }: BuyerWishes,
) {
  const { sqlite } = book.store
  // Both dictionaries together are 35 MB: a run's file of cards needs neither.
  const parse: PhoneParser = hasPhones ? await phoneParser(book.region) : String
  const spell = create ? await speller() : null
  // Prepared, not through the builder: a lookup a row, 1.9 x (PACKAGES, measured).
  const person = 'id, name, name_key AS nameKey, code_key AS codeKey, phone, email, called'
  const byId = sqlite
    .prepare('SELECT id FROM customer WHERE id = ? UNION SELECT customer_id FROM alias WHERE former_id = ?')
    .pluck()
  const personById = sqlite.prepare(`SELECT ${person} FROM customer WHERE id = ?`)
  const byCode = sqlite.prepare('SELECT id FROM customer WHERE code_key = ?').pluck()
  const byAlias = sqlite.prepare('SELECT customer_id FROM alias WHERE code_key = ?').pluck()
  const byPhone = sqlite.prepare(`SELECT ${person} FROM customer WHERE phone = ?`)
  const byFormerPhone = sqlite.prepare(
    `SELECT ${person} FROM customer WHERE id IN (SELECT customer_id FROM alias WHERE phone = ?)`,
  )
  const byFormerName = sqlite.prepare('SELECT DISTINCT customer_id FROM alias WHERE name_key = ? LIMIT 2').pluck()
  const byName = sqlite.prepare(`SELECT ${person} FROM customer WHERE name_key = ? LIMIT 20`)
  const byPayer = sqlite.prepare('SELECT customer_id FROM payer WHERE key = ?').pluck()
  const insert = sqlite.prepare(
    `INSERT INTO customer (name, name_key, pinyin, initials, code, code_key, phone, email, address, joined_on,
      entered_on, change_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const link = sqlite.prepare('INSERT INTO payer (key, customer_id, change_id) VALUES (?, ?, ?)')
  const aliases = sqlite.prepare('SELECT 1 FROM alias LIMIT 1').get() !== undefined
  const cards = () =>
    sqlite.prepare('SELECT 1 FROM customer WHERE code_key IS NOT NULL LIMIT 1').get() !== undefined || aliases
  let coded = cards()
  const many = sqlite.prepare('SELECT coalesce(max(id), 0) FROM customer').pluck().get() as number
  const index = rows * rowsWorth >= many ? CodeIndex.of(sqlite) : null
  let mails = hasEmails ? mailIndex() : null

  function mailIndex(): Map<string, number[]> {
    const found = new Map<string, number[]>()
    for (const row of sqlite.prepare('SELECT email, id FROM customer WHERE email IS NOT NULL').raw().iterate()) {
      const [email, id] = row as [string, number]
      found.set(fold(email), [...(found.get(fold(email)) ?? []), id])
    }
    return found
  }

  const card = (code: string) => {
    if (!coded) return null
    const key = fold(code)
    return (
      (index ? index.get(key) : (byCode.get(key) as number | undefined)) ??
      (aliases ? ((byAlias.get(key) as number | undefined) ?? null) : null)
    )
  }

  /** In a file of no service the name beside a card or a phone must be theirs, but for a title. */
  function refuseOther(person: Person, given: string, mark: 'code' | 'phone' | 'name'): void {
    if (service !== null || given === '' || isCalled(person, given)) return
    const { id, name } = person
    throw new RowFault('row.contradicts', { by: { id, name }, given, mark }, 'name', given)
  }

  function isCalled({ id, nameKey: key, called }: Person, given: string): boolean {
    return (
      nameKey(given) === key ||
      untitled(nameKey(given))?.key === key ||
      untitled(key)?.key === nameKey(given) ||
      (aliases && (byFormerName.all(nameKey(given)) as number[]).includes(id)) ||
      (called !== null && nameKey(called) === nameKey(given))
    )
  }

  function onPhone(phone: string, name: string, uncoded: boolean): Person | null {
    const own = byPhone.all(phone) as Person[]
    const sharing = own.length === 0 && aliases ? (byFormerPhone.all(phone) as Person[]) : own
    const same = name === '' || sharing.length === 1 ? sharing : sharing.filter((one) => one.nameKey === nameKey(name))
    const fitting = uncoded ? same.filter(({ codeKey }) => codeKey === null) : same
    if (fitting.length > 1) throw new RowFault('row.several', { ids: fitting.map(({ id }) => id) }, 'phone', phone)
    return fitting[0] ?? null
  }

  /** Whoever alone is called so; of those, with a phone or an address of mail given, who has none of their own. */
  function called(
    name: string,
    field: PurchaseColumn,
    lacking: { phone: boolean; email: boolean } = { phone: false, email: false },
  ): number | null {
    const alike = (byName.all(nameKey(name)) as Person[]).filter(
      (one) => (!lacking.phone || one.phone === null) && (!lacking.email || one.email === null),
    )
    if (alike.length > 1) throw new RowFault('row.several', { ids: alike.map(({ id }) => id) }, field, name)
    if (alike.length === 0 && aliases) {
      const [merged, another] = byFormerName.all(nameKey(name)) as number[]
      return another === undefined ? (merged ?? null) : null
    }
    return alike[0]?.id ?? null
  }

  const made = (name: string, given: Partial<NewBuyer> = {}): NewBuyer => ({
    name,
    code: null,
    phone: null,
    email: null,
    address: null,
    payer: null,
    ...given,
  })

  function byCell(cell: string): Found {
    const prefixed = /^(id:|#|code:|@|phone:|name:)\s*(.+)$/is.exec(cell.normalize('NFKC'))
    const rest = prefixed?.[2] ?? ''
    switch (prefixed?.[1]?.toLowerCase()) {
      case 'id:':
      case '#':
        return (
          (/^\d{1,15}$/.test(rest) ? (byId.get(Number(rest), Number(rest)) as number | undefined) : undefined) ??
          unknown(cell)
        )
      case 'code:':
      case '@':
        return card(rest) ?? made(rest, { code: rest })
      case 'phone:': {
        const phone = phoneIn(rest, parse)
        return onPhone(phone, '', false)?.id ?? made(rest, { phone })
      }
      case 'name:':
        return called(rest, 'customer') ?? made(rest)
    }
    const carded = card(cell)
    if (carded !== null) return carded
    const phone = phoneLike.test(cell) ? readable(cell, parse) : null
    const owner = phone === null ? null : onPhone(phone, '', false)
    return owner?.id ?? called(cell, 'customer') ?? made(cell, { phone })
  }

  function byCells({ code, phone: typed, name, email }: Buyer, payer: Payer | null): Found {
    const carded = code === '' ? null : card(code)
    if (carded !== null) {
      if (name !== '' && service === null) refuseOther(personById.get(carded) as Person, name, 'code')
      return carded
    }
    // A phone that cannot be read names nobody; in a file of a service the order stands all the same.
    const phone = typed === '' ? null : service === null ? phoneIn(typed, parse) : readable(typed, parse)
    const owner = phone === null ? null : onPhone(phone, name, code !== '')
    if (owner !== null) {
      refuseOther(owner, name, 'phone')
      return owner.id
    }
    const mailed = email === '' || code !== '' ? [] : (mails?.get(fold(email)) ?? [])
    if (mailed.length > 1) throw new RowFault('row.several', { ids: mailed }, 'email', email)
    if (mailed[0] !== undefined) return mailed[0]
    const alike =
      code === '' && name !== '' ? called(name, 'name', { phone: phone !== null, email: email !== '' }) : null
    if (alike !== null) return alike
    return made(name || payer?.called || email || typed || code, {
      code: code === '' ? null : code,
      phone,
      email: email || null,
      address: payer?.address ?? null,
    })
  }

  function unknown(asked: string): never {
    throw new RowFault('customer.not-found', { asked, near: [] }, 'customer', asked)
  }

  /**
   * A name by which somebody pays makes a customer, when asked for; whose namesake is known already stays nobody, to be
   * linked by the owner.
   */
  function byPayerName(payer: Payer, line: number): Found {
    const { key, name } = payer
    if (!create || key === null || name === null) return null
    const namesakes = byName.all(nameKey(name)) as Person[]
    if (namesakes[0]) {
      tell(line, 'namesake', name, namesakes[0].id)
      return null
    }
    return made(name, { payer: key })
  }

  /** A phone, a card or an address of mail in the cell of a name counts as in a column of its own. */
  function parted(buyer: Buyer, line: number): Buyer {
    const text = buyer.customer || buyer.name
    if (text === '' || plainNames || parse === String) return buyer
    const parts = partsOfName(text, parse, book.region)
    // Somebody is called so.
    if (parts === null || byName.get(nameKey(text)) !== undefined) return buyer
    const name = isNobodysName(parts.name) ? '' : parts.name
    const holder = parts.code === null || buyer.code !== '' ? null : card(parts.code)
    if (holder !== null && name !== '' && !isCalled(personById.get(holder) as Person, name)) {
      if (line > 0) tellOfName(line, 'row.shared-card', { text, code: parts.code ?? '' }, text)
      return buyer
    }
    const own = { ...buyer, phone: readable(buyer.phone, parse) ?? buyer.phone }
    const { found, left, ...marks } = withParts(parts, own)
    if (line > 0) tellOfName(line, 'row.name-parts', { text, name: parts.name, found, left, noted: false }, text)
    if (marks.email !== '') mails ??= mailIndex()
    return { ...marks, customer: '', name }
  }

  let came = false

  return {
    /** Whether who was found last was found by the link of their payer's name alone. */
    byLink: () => came,
    /** `line` is that of the row, where the finder is to tell of it. */
    find(given: Buyer, payer: Payer | null, line = 0): Found {
      const buyer = parted(given, line)
      const key = payer?.key ?? null
      const linked = key === null ? undefined : (byPayer.get(key) as number | undefined)
      // Whoever a card, a phone or an address of mail beside it names too is theirs with or without the link.
      came = linked !== undefined && buyer.code + buyer.phone + buyer.email === ''
      if (linked !== undefined) return linked
      if (isNobody(buyer)) {
        const made = payer === null ? null : byPayerName(payer, line)
        came = made !== null
        return made
      }
      const found = buyer.customer === '' ? byCells(buyer, payer) : byCell(buyer.customer)
      if (found === null || typeof found === 'number') {
        if (found !== null && key !== null && strong && buyer.code + buyer.phone + buyer.email !== '')
          link.run(key, found, change.id)
        return found
      }
      // How one speaks to a stranger is nobody's name.
      if (service === null && key !== null) {
        tell(line, 'stranger', found.name, 0)
        return null
      }
      // Beside a card, a phone or an address of mail the people are one customer.
      const isNameAlone = found.code === null && found.phone === null && found.email === null
      const several = create && !plainNames && isNameAlone ? severalIn(found.name) : null
      if (several?.isSure) {
        const field = given.customer === '' ? 'name' : 'customer'
        throw new RowFault('row.several-people', { name: found.name, people: several.people }, field, found.name)
      }
      if (several && line > 0)
        tellOfName(line, 'row.maybe-several', { name: found.name, people: several.people }, found.name)
      if (create) return { ...found, payer: key }
      if (service !== null) {
        tell(line, 'unknown', found.name, 0)
        return null
      }
      const field =
        buyer.customer !== ''
          ? 'customer'
          : buyer.code !== ''
            ? 'code'
            : buyer.phone !== ''
              ? 'phone'
              : buyer.name !== ''
                ? 'name'
                : 'email'
      throw new RowFault('customer.not-found', { asked: buyer[field], near: [] }, field, buyer[field])
    },
    make({ name, code, phone, email, address, payer }: NewBuyer, on: Day): number {
      if (!spell) throw new Error('nobody is made without --create-customers')
      const { name_key, pinyin, initials } = spell(name)
      const key = code === null ? null : fold(code)
      const id = Number(
        insert.run(name, name_key, pinyin, initials, code, key, phone, email, address, on, book.today, change.id)
          .lastInsertRowid,
      )
      if (email !== null) mails?.set(fold(email), [...(mails.get(fold(email)) ?? []), id])
      if (payer !== null) link.run(payer, id, change.id)
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
