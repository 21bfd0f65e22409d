import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import type { Change } from '../book/change/record.ts'
import { fold } from '../identity/spelling.ts'
import type { Minor } from '../money.ts'
import type { Details } from './details.ts'

/**
 * Tags, facts, consent and the opening account: what is kept beside the customer's row. Each returns how many rows it
 * changed.
 */

/** Adds and takes away tags; one that differs in case or width alone is the same tag. */
export async function changeTags(
  db: Db,
  change: Change,
  customerId: number,
  add: readonly string[],
  remove: readonly string[] = [],
): Promise<number> {
  if (add.length + remove.length === 0) return 0
  const rows = await db.selectFrom('tag').select(['id', 'tag']).where('customer_id', '=', customerId).execute()
  const has = new Map(rows.map(({ id, tag }) => [fold(tag), id]))
  let changed = 0
  for (const tag of remove) {
    const id = has.get(fold(tag))
    if (id === undefined) continue
    await change.remove('tag', id)
    has.delete(fold(tag))
    changed++
  }
  for (const tag of add) {
    if (has.has(fold(tag))) continue
    const id = change.number('tag')
    await db.insertInto('tag').values({ id, customer_id: customerId, tag, change_id: change.id }).execute()
    has.set(fold(tag), id)
    changed++
  }
  return changed
}

/** Sets facts; an empty value takes the key away. */
export async function changeFacts(
  db: Db,
  change: Change,
  customerId: number,
  facts: NonNullable<Details['facts']>,
): Promise<number> {
  if (facts.length === 0) return 0
  const rows = await db
    .selectFrom('fact')
    .select(['id', 'key', 'value'])
    .where('customer_id', '=', customerId)
    .execute()
  const has = new Map(rows.map((row) => [fold(row.key), row]))
  let changed = 0
  for (const [key, value] of new Map(facts.map(([key, value]) => [key, value]))) {
    const known = has.get(fold(key))
    if (value === (known?.value ?? '')) continue
    if (known && value === '') await change.remove('fact', known.id)
    else if (known) await change.amend('fact', known.id, { value })
    else
      await db
        .insertInto('fact')
        .values({ id: change.number('fact'), customer_id: customerId, key, value, change_id: change.id })
        .execute()
    changed++
  }
  return changed
}

/** Notes what they allowed and refused, channel by channel. */
export async function changeConsent(
  db: Db,
  change: Change,
  customerId: number,
  consent: NonNullable<Details['consent']>,
): Promise<number> {
  if (consent.length === 0) return 0
  const rows = await db
    .selectFrom('consent')
    .select(['id', 'channel', 'given'])
    .where('customer_id', '=', customerId)
    .execute()
  const has = new Map(rows.map((row) => [row.channel, row]))
  let changed = 0
  for (const [channel, allowed] of new Map(consent)) {
    const known = has.get(channel)
    const given = allowed ? 1 : 0
    if (known?.given === given) continue
    if (known) await change.amend('consent', known.id, { given })
    else
      await db
        .insertInto('consent')
        .values({ id: change.number('consent'), customer_id: customerId, channel, given, change_id: change.id })
        .execute()
    changed++
  }
  return changed
}

/** Opens the account they begin with, or opens it anew: entries are never rewritten, so the earlier one is voided. */
export async function changeAccount(
  db: Db,
  change: Change,
  book: Pick<Book, 'today' | 'by'>,
  customerId: number,
  owed: Minor,
): Promise<number> {
  const known = await db
    .selectFrom('entry')
    .select(['id', 'on', 'owed'])
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'opening')
    .where('void', '=', 0)
    .execute()
  if (known.reduce((sum, entry) => sum + entry.owed, 0) === owed) return 0
  for (const { id } of known) await change.amend('entry', id, { void: 1 })
  if (owed !== 0) {
    const on = known[0]?.on ?? book.today
    await db
      .insertInto('entry')
      .values({
        id: change.number('entry'),
        kind: 'opening',
        customer_id: customerId,
        on,
        amount: Math.abs(owed),
        owed,
        by: book.by,
        change_id: change.id,
      })
      .execute()
  }
  return 1
}
