import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change/record.ts'
import type { Day } from '../../day.ts'
import { fold, speller } from '../../identity/spelling.ts'
import type { KnownBuyers } from './known-buyers.ts'

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

export const made = (name: string, given: Partial<NewBuyer> = {}): NewBuyer => ({
  name,
  code: null,
  phone: null,
  email: null,
  address: null,
  payer: null,
  ...given,
})

/** Makes the customers a purchase file brings, each when their first purchase is taken; none without `create`. */
export async function buyerMaker(
  { store: { sqlite }, today }: Book,
  change: Change,
  known: KnownBuyers,
  create: boolean,
) {
  const spell = create ? await speller() : null
  const insert = sqlite.prepare(
    `INSERT INTO customer (name, name_key, pinyin, initials, code, code_key, phone, email, address, joined_on,
      entered_on, change_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const payers = sqlite.prepare('INSERT INTO payer (key, customer_id, change_id) VALUES (?, ?, ?)')

  /** Whoever pays by this key is this customer. */
  function link(key: string, customerId: number): void {
    payers.run(key, customerId, change.id)
  }

  return {
    link,
    make({ name, code, phone, email, address, payer }: NewBuyer, on: Day): number {
      if (!spell) throw new Error('nobody is made without --create-customers')
      const { name_key, pinyin, initials } = spell(name)
      const key = code === null ? null : fold(code)
      const id = Number(
        insert.run(name, name_key, pinyin, initials, code, key, phone, email, address, on, today, change.id)
          .lastInsertRowid,
      )
      if (payer !== null) link(payer, id)
      known.add(id, key, email)
      return id
    },
  }
}
