import type { Book } from '../../book/book.ts'
import { recordChange } from '../../book/change/record.ts'
import { addDays, type Day } from '../../day.ts'
import { LedgerError } from '../../errors.ts'
import { fold } from '../../identity/spelling.ts'
import { readWants, type Want } from './wants.ts'

/** What a customer waits for from today on; `change` is null where they did already, and in a dry run. */
export interface WantRecorded extends Want {
  readonly until: Day | null
  readonly change: number | null
}

/**
 * Notes that a customer waits for something, until a day if they said so. What they wait for already is not noted
 * twice.
 */
export async function recordWant(
  book: Book,
  customerId: number,
  { text, until }: { text: string; until?: Day | undefined },
): Promise<WantRecorded> {
  if (until !== undefined && until < book.today) throw new LedgerError('day.past', { day: until, today: book.today })
  const { value, change } = await recordChange(book, 'want', async (db, change) => {
    const inside = { ...book, db }
    const known = (await readWants(inside, { customerId })).find(
      (one) => fold(one.text) === fold(text) && one.arrivedOn === null,
    )
    const row =
      known && (await db.selectFrom('want').select('until').where('id', '=', known.id).executeTakeFirstOrThrow())
    if (known && row && row.until === (until ?? row.until)) {
      change.discard()
      return { ...known, until: row.until }
    }
    Object.assign(change.facts, { customerId })
    if (known) {
      await change.amend('want', known.id, { until: until ?? null })
      return { ...known, until: until ?? null }
    }
    const id = change.number('want')
    await db
      .insertInto('want')
      .values({
        id,
        customer_id: customerId,
        on: book.today,
        text,
        until: until ?? null,
        by: book.by,
        change_id: change.id,
      })
      .execute()
    const recorded = (await readWants(inside, { customerId, all: true })).find((one) => one.id === id) as Want
    return { ...recorded, until: until ?? null }
  })
  return { ...value, change }
}

export interface WantsEnded {
  readonly customerId: number
  readonly ended: readonly Want[]
  /** null in a dry run. */
  readonly change: number | null
}

/** A customer waits no longer for what contains a text. Throws want.not-found, with what they do wait for. */
export async function endWants(
  book: Book,
  customer: { readonly id: number; readonly name: string },
  text: string,
): Promise<WantsEnded> {
  const { value, change } = await recordChange(book, 'want off', async (db, change) => {
    const open = await readWants({ ...book, db }, { customerId: customer.id })
    const ended = open.filter((one) => fold(one.text).includes(fold(text)))
    if (ended.length === 0)
      throw new LedgerError('want.not-found', { who: customer, text, waits: open.map((one) => one.text) })
    for (const { id } of ended) await change.amend('want', id, { ended_on: book.today })
    Object.assign(change.facts, { customerId: customer.id })
    return ended
  })
  return { customerId: customer.id, ended: value, change }
}

export interface Arrived {
  readonly text: string
  /** Who is to be told, A first. */
  readonly wants: readonly Want[]
  /** null where nobody waits for it, or all know of it already; and in a dry run. */
  readonly change: number | null
}

/**
 * Something has come in: all who wait for what contains the text are to be told. Who was to be told lately is not
 * raised anew.
 */
export async function recordArrival(book: Book, text: string): Promise<Arrived> {
  const { value, change } = await recordChange(book, 'arrived', async (db, change) => {
    const inside = { ...book, db }
    const waiting = await readWants(inside, { text })
    const lapsed = addDays(book.today, -book.policy['due.wanted.until'])
    const fresh = waiting.filter(({ arrivedOn }) => arrivedOn === null || arrivedOn < lapsed)
    for (const { id } of fresh) await change.amend('want', id, { arrived_on: book.today })
    if (fresh.length === 0) change.discard()
    Object.assign(change.facts, { count: fresh.length })
    return readWants(inside, { text })
  })
  return { text, wants: value, change }
}
