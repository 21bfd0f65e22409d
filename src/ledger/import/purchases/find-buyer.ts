import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change/record.ts'
import { type Faults, LedgerError } from '../../errors.ts'
import { type PhoneParser, phoneParser } from '../../identity/phone.ts'
import { RowFault } from '../outcome.ts'
import { partsOfName, withParts } from '../row/name-parts.ts'
import { isNobodysName } from '../row/nobody.ts'
import { type Buyer, isNobody, type Payer } from '../row/purchase.ts'
import { severalIn } from '../row/several-people.ts'
import { type KnownBuyer, knownBuyers } from '../sqlite/known-buyers.ts'
import { buyerMaker, made, type NewBuyer } from '../sqlite/make-buyer.ts'

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

const phoneLike = /^\+?[\d\s()./-]{7,22}$/

/** Finds and makes the customers of a purchase file: by card, phone, mail or unique full name, exactly (COMMANDS). */
export async function buyerFinder(
  book: Book,
  change: Change,
  { create, rows, hasPhones, hasEmails, service, strong, plainNames, tell, tellOfName }: BuyerWishes,
) {
  // Both dictionaries together are 35 MB: a run's file of cards needs neither.
  const parse: PhoneParser = hasPhones ? await phoneParser(book.region) : String
  const known = knownBuyers(book.store.sqlite, rows, hasEmails)
  const { link, make } = await buyerMaker(book, change, known, create)

  /** In a file of no service the name beside a card or a phone must be theirs, but for a title. */
  function refuseOther(person: KnownBuyer, given: string, mark: 'code' | 'phone' | 'name'): void {
    if (service !== null || given === '' || known.isCalled(person, given)) return
    const { id, name } = person
    throw new RowFault('row.contradicts', { by: { id, name }, given, mark }, 'name', given)
  }

  function byCell(cell: string): Found {
    const prefixed = /^(id:|#|code:|@|phone:|name:)\s*(.+)$/is.exec(cell.normalize('NFKC'))
    const rest = prefixed?.[2] ?? ''
    switch (prefixed?.[1]?.toLowerCase()) {
      case 'id:':
      case '#':
        return (/^\d{1,15}$/.test(rest) ? known.byId(Number(rest)) : undefined) ?? unknown(cell)
      case 'code:':
      case '@':
        return known.card(rest) ?? made(rest, { code: rest })
      case 'phone:': {
        const phone = phoneIn(rest, parse)
        return known.ownerOf(phone) ?? made(rest, { phone })
      }
      case 'name:':
        return known.called(rest, 'customer') ?? made(rest)
    }
    const carded = known.card(cell)
    if (carded !== null) return carded
    const phone = phoneLike.test(cell) ? readable(cell, parse) : null
    const owner = phone === null ? null : known.ownerOf(phone)
    return owner ?? known.called(cell, 'customer') ?? made(cell, { phone })
  }

  function byCells({ code, phone: typed, name, email }: Buyer, payer: Payer | null): Found {
    const carded = code === '' ? null : known.card(code)
    if (carded !== null) {
      if (name !== '' && service === null) refuseOther(known.person(carded), name, 'code')
      return carded
    }
    // A phone that cannot be read names nobody; in a file of a service the order stands all the same.
    const phone = typed === '' ? null : service === null ? phoneIn(typed, parse) : readable(typed, parse)
    if (phone !== null && name === '' && code === '') {
      const id = known.ownerOf(phone)
      if (id !== null) return id
    } else if (phone !== null) {
      const owner = known.onPhone(phone, name, code !== '')
      if (owner !== null) {
        refuseOther(owner, name, 'phone')
        return owner.id
      }
    }
    const mailed = email === '' || code !== '' ? [] : known.byMail(email)
    if (mailed.length > 1) throw new RowFault('row.several', { ids: mailed }, 'email', email)
    if (mailed[0] !== undefined) return mailed[0]
    const alike =
      code === '' && name !== '' ? known.called(name, 'name', { phone: phone !== null, email: email !== '' }) : null
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
    const namesake = known.namesake(name)
    if (namesake) {
      tell(line, 'namesake', name, namesake.id)
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
    if (parts === null || known.namesake(text) !== undefined) return buyer
    const name = isNobodysName(parts.name) ? '' : parts.name
    const holder = parts.code === null || buyer.code !== '' ? null : known.card(parts.code)
    if (holder !== null && name !== '' && !known.isCalled(known.person(holder), name)) {
      if (line > 0) tellOfName(line, 'row.shared-card', { text, code: parts.code ?? '' }, text)
      return buyer
    }
    const own = { ...buyer, phone: readable(buyer.phone, parse) ?? buyer.phone }
    const { found, left, ...marks } = withParts(parts, own)
    if (line > 0) tellOfName(line, 'row.name-parts', { text, name: parts.name, found, left, noted: false }, text)
    if (marks.email !== '') known.watchMails()
    return { ...marks, customer: '', name }
  }

  let came = false

  return {
    make,
    /** Whether who was found last was found by the link of their payer's name alone. */
    byLink: () => came,
    /** `line` is that of the row, where the finder is to tell of it. */
    find(given: Buyer, payer: Payer | null, line = 0): Found {
      const buyer = parted(given, line)
      const key = payer?.key ?? null
      const linked = key === null ? undefined : known.byPayer(key)
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
        if (found !== null && key !== null && strong && buyer.code + buyer.phone + buyer.email !== '') link(key, found)
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
