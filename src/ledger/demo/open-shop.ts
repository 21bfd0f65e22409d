import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { Insertable } from 'kysely'
import type { Db } from '../../store/db.ts'
import { ledgerExists } from '../../store/exists.ts'
import type { CustomerTable, EntryTable } from '../../store/tables.ts'
import type { Book } from '../book/book.ts'
import { type Change, type ContentTable, recordChange } from '../book/change/record.ts'
import { addDays, type Day } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { spell } from '../identity/spelling.ts'
import { decimalsOf } from '../money.ts'
import { classifyIn } from '../tier/classify.ts'
import type { Language } from '../vocabulary.ts'
import { birthdaysNear } from './birthdays.ts'
import { careForPeople } from './care.ts'
import { talk } from './goods.ts'
import { type DemoCustomer, type DemoSale, planShop } from './plan.ts'

/**
 * Where a made-up shop goes: the file asked for, when nothing is there yet, else a temporary folder of its own, which a
 * dry run does not make.
 */
export async function placeOfDemo(
  asked: string | null,
  temporary: string,
  dryRun: boolean,
): Promise<{ path: string; exists: boolean }> {
  return asked === null
    ? { path: join(dryRun ? temporary : mkdtempSync(join(temporary, 'regulars-demo-')), 'shop.db'), exists: false }
    : { path: asked, exists: await ledgerExists(asked) }
}

/** What the made-up shop is called. */
export function nameOfDemo(lang: Language): string {
  return talk[lang].shop
}

export interface Opened {
  readonly customers: number
  readonly purchases: number
  readonly contacts: number
  readonly change: number | null
}

/**
 * Fills an empty ledger with a made-up tea shop as of `book.today`, in the ledger's language: one change, with tiers as
 * they were four weeks ago. Throws demo.not-empty.
 */
export async function openDemoShop(book: Book): Promise<Opened> {
  const plan = planShop(book.today, book.lang, birthdaysNear(book.today))
  const { value, change } = await recordChange(
    book,
    'demo',
    async (db, change) => {
      if (await db.selectFrom('customer').select('id').limit(1).executeTakeFirst())
        throw new LedgerError('demo.not-empty', { path: book.store.path })
      const ids = await admitPeople(db, change, book, plan.people)
      const entries = await writeEntries(db, change, book, plan.people, ids, plan.walkIns)
      const contacts = await writeContacts(db, change, plan.people, ids)
      await careForPeople(db, change, book, ids)
      await classifyIn(db, change, { ...book, db, today: addDays(book.today, -28) })
      Object.assign(change.facts, { customers: ids.length, entries })
      return {
        customers: ids.length,
        purchases: plan.people.reduce((sum, { purchases }) => sum + purchases.length, plan.walkIns.length),
        contacts,
      }
    },
    { undoable: false },
  )
  return { ...value, change }
}

async function admitPeople(
  db: Db,
  change: Change,
  { today, lang }: Book,
  people: readonly DemoCustomer[],
): Promise<number[]> {
  const { taste } = talk[lang]
  const rows: Insertable<CustomerTable>[] = []
  for (const [at, person] of people.entries()) {
    const { name, phone, birthday, joinedOn, source, company, channel, hours, style, keeper } = person
    rows.push({
      ...{ name, ...(await spell(name)), phone, birthday, source, company, channel, hours, style, keeper },
      kind: company === null ? 'person' : 'firm',
      joined_on: joinedOn,
      entered_on: joinedOn,
      snoozed_until: at === 81 || at === 101 ? addDays(today, 5) : null,
      do_not_contact: at === 99 ? 1 : 0,
      change_id: change.id,
    })
  }
  const ids = await insert(change, 'customer', rows, (part) => db.insertInto('customer').values(part).execute())
  const idAt = (at: number) => ids[at] as number
  for (const [at, { referredBy }] of people.entries()) {
    if (referredBy !== null)
      await db
        .updateTable('customer')
        .set({ referred_by: idAt(referredBy) })
        .where('id', '=', idAt(at))
        .execute()
  }
  const tags = people.flatMap(({ tags }, at) =>
    tags.map((tag) => ({ customer_id: idAt(at), tag, change_id: change.id })),
  )
  const facts = people.flatMap((person, at) =>
    person.taste === null ? [] : [{ customer_id: idAt(at), key: taste, value: person.taste, change_id: change.id }],
  )
  await insert(change, 'tag', tags, (part) => db.insertInto('tag').values(part).execute())
  await insert(change, 'fact', facts, (part) => db.insertInto('fact').values(part).execute())
  return ids
}

async function writeEntries(
  db: Db,
  change: Change,
  book: Book,
  people: readonly DemoCustomer[],
  ids: readonly number[],
  walkIns: readonly DemoSale[],
): Promise<number> {
  const unit = 10 ** decimalsOf(book.currency)
  const made = { by: book.by, change_id: change.id }
  const bought = (customer_id: number | null) => (sale: DemoSale) => ({ sale, customer_id })
  const sales = [
    ...people.flatMap(({ purchases }, at) => purchases.map(bought(ids[at] ?? null))),
    ...walkIns.map(bought(null)),
  ].sort((one, other) => (one.sale.on < other.sale.on ? -1 : one.sale.on > other.sale.on ? 1 : 0))
  const rows = sales.map(({ sale, customer_id }): Insertable<EntryTable> => {
    const [amount, paid] = [sale.amount * unit, sale.paid * unit]
    return {
      kind: 'purchase',
      customer_id,
      on: sale.on,
      amount,
      paid,
      owed: amount - paid,
      cost: sale.cost * unit,
      item: sale.item,
      due_on: sale.dueOn,
      ...made,
    }
  })
  const entryIds = await insert(change, 'entry', rows, (part) => db.insertInto('entry').values(part).execute())
  const refunds = sales.flatMap(({ sale, customer_id }, at): Insertable<EntryTable>[] => {
    if (sale.returned === null || customer_id === null) return []
    const on = soonest(addDays(sale.on, 2), book.today)
    return [
      {
        kind: 'refund',
        customer_id,
        on,
        amount: sale.amount * unit,
        owed: 0,
        reason: sale.returned,
        refund_of: entryIds[at] ?? null,
        ...made,
      },
    ]
  })
  const payments = people.flatMap(({ payments }, at) =>
    payments.map(
      ({ on, amount }): Insertable<EntryTable> => ({
        kind: 'payment',
        customer_id: ids[at] ?? null,
        on,
        amount: amount * unit,
        owed: -amount * unit,
        ...made,
      }),
    ),
  )
  await insert(change, 'entry', [...refunds, ...payments], (part) => db.insertInto('entry').values(part).execute())
  return rows.length + refunds.length + payments.length
}

const soonest = (one: Day, other: Day) => (one < other ? one : other)

async function writeContacts(
  db: Db,
  change: Change,
  people: readonly DemoCustomer[],
  ids: readonly number[],
): Promise<number> {
  const rows = people
    .flatMap(({ contacts, channel, keeper }, at) =>
      contacts.map(({ on, outcome, note, nextOn }) => ({
        ...{ customer_id: ids[at] as number, on, outcome, note, next_on: nextOn, by: keeper, change_id: change.id },
        direction: outcome === 'wants-reply' ? 'in' : 'out',
        channel: channel ?? 'call',
      })),
    )
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
  return (await insert(change, 'contact', rows, (part) => db.insertInto('contact').values(part).execute())).length
}

/** Returns their numbers, in order. */
async function insert<Row extends object>(
  change: Change,
  table: ContentTable,
  rows: readonly Row[],
  write: (part: readonly (Row & { id: number })[]) => Promise<unknown>,
): Promise<number[]> {
  const first = change.number(table, rows.length)
  const numbered = rows.map((row, at) => ({ ...row, id: first + at }))
  // Parts small enough for SQLite's limit of parameters.
  for (let at = 0; at < rows.length; at += 200) await write(numbered.slice(at, at + 200))
  return numbered.map(({ id }) => id)
}
