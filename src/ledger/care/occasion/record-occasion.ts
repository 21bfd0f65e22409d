import type { Book } from '../../book/book.ts'
import { recordChange } from '../../book/change/record.ts'
import { LedgerError } from '../../errors.ts'
import { fold } from '../../identity/spelling.ts'
import type { OccasionDay } from './occasion-day.ts'
import { type Occasion, readOccasions } from './occasions.ts'

/** `change` is null where it was noted already, and in a dry run. */
export interface OccasionChanged extends Occasion {
  readonly change: number | null
}

interface OccasionCustomer {
  readonly id: number
  readonly name: string
}

/** Notes a day for a customer. The same day with the same words is not noted twice; another `ahead` takes its place. */
export async function recordOccasion(
  book: Book,
  customer: OccasionCustomer,
  { day, every, text, ahead = null }: OccasionDay & { readonly text: string; readonly ahead?: number | null },
): Promise<OccasionChanged> {
  const { value, change } = await recordChange(book, 'occasion add', async (db, change) => {
    const inside = { ...book, db }
    const own = await readOccasions(inside, { customerId: customer.id, all: true })
    const known = own.find((one) => one.day === day && one.every === every && fold(one.text) === fold(text))
    Object.assign(change.facts, { customerId: customer.id })
    if (known && (ahead === null || known.ahead === ahead)) {
      change.discard()
      return known
    }
    const id = known?.id ?? change.number('occasion')
    if (known) await change.amend('occasion', id, { ahead })
    else
      await db
        .insertInto('occasion')
        .values({
          id,
          customer_id: customer.id,
          on: book.today,
          day,
          text,
          every,
          ahead,
          by: book.by,
          change_id: change.id,
        })
        .execute()
    return (await readOccasions(inside, { customerId: customer.id, all: true })).find(
      (one) => one.id === id,
    ) as Occasion
  })
  return { ...value, change }
}

/** Takes a day away whose words contain the text. Throws occasion.not-found, naming those there are; several too. */
export async function removeOccasion(book: Book, customer: OccasionCustomer, text: string): Promise<OccasionChanged> {
  const { value, change } = await recordChange(book, 'occasion remove', async (db, change) => {
    const own = await readOccasions({ ...book, db }, { customerId: customer.id, all: true })
    const exact = own.filter((one) => fold(one.text) === fold(text))
    const found = exact.length > 0 ? exact : own.filter((one) => fold(one.text).includes(fold(text)))
    const [only] = found
    if (!only || found.length > 1)
      throw new LedgerError('occasion.not-found', {
        who: customer,
        text,
        several: found.length > 1,
        known: (found.length > 1 ? found : own).map((one) => one.text),
      })
    await change.remove('occasion', only.id)
    Object.assign(change.facts, { customerId: customer.id })
    return only
  })
  return { ...value, change }
}
