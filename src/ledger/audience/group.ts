import type { Book } from '../book/book.ts'
import { recordChange } from '../book/change/record.ts'
import { addDays, type Day, daysBetween, parseDay } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { audienceOf } from './audience.ts'
import type { Audience } from './filter.ts'
import { findSaved, groupNamed, readSaved } from './saved.ts'

/** A saved group as it is shown: its filter, and how many customers fit it as of the book's day. */
export interface Group {
  readonly name: string
  readonly filter: Audience
  readonly customers: number
}

const longestName = 60

/**
 * Keeps a filter under a name. One that stands is only changed with `replace`. A filter that names another group takes
 * that group's filter as it is now. Throws usage.no-filter, usage.empty-name, usage.too-long, group.taken,
 * group.not-found.
 */
export async function saveGroup(
  book: Book,
  asked: string,
  audience: Audience,
  replace: boolean,
): Promise<Group & { readonly change: number | null }> {
  const name = asked.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (name === '') throw new LedgerError('usage.empty-name', { command: 'group save' })
  if (name.length > longestName)
    throw new LedgerError('usage.too-long', { what: 'name', length: name.length, most: longestName })
  const { value, change } = await recordChange(book, 'group save', async (db, change) => {
    const groups = await readSaved(db)
    const { group, ...own } = audience
    const filter = withoutEmpty(group === undefined ? own : { ...own, within: (await findSaved(db, group)).filter })
    if (Object.keys(filter).length === 0) throw new LedgerError('usage.no-filter', { command: `group save ${name}` })
    const standing = groupNamed(groups, name)
    if (standing && !replace) throw new LedgerError('group.taken', { name: standing.name })
    const text = JSON.stringify(filter)
    if (standing?.filter && JSON.stringify(standing.filter) === text && standing.name === name) change.discard()
    else if (standing) await change.amend('saved_group', standing.id, { name, filter: text })
    const id = standing?.id ?? change.number('saved_group')
    if (!standing) await db.insertInto('saved_group').values({ id, name, filter: text, change_id: change.id }).execute()
    change.facts['groupId'] = id
    return { name, filter, customers: await countOf({ ...book, db }, filter) }
  })
  return { ...value, change }
}

/** Every saved group, in the order they were saved, counted as of the book's day. */
export async function listGroups(book: Book): Promise<Group[]> {
  const groups: Group[] = []
  for (const { name, filter } of await readSaved(book.db))
    groups.push({ name, filter, customers: await countOf(book, filter) })
  return groups
}

/** One saved group. Throws group.not-found. */
export async function showGroup(book: Book, asked: string): Promise<Group> {
  const { name, filter } = await findSaved(book.db, asked)
  return { name, filter, customers: await countOf(book, filter) }
}

/** Forgets a filter; its customers stay. Throws group.not-found. */
export async function deleteGroup(
  book: Book,
  asked: string,
): Promise<{ readonly name: string; readonly change: number | null }> {
  const { value, change } = await recordChange(book, 'group delete', async (db, change) => {
    const { id, name } = await findSaved(db, asked)
    await change.remove('saved_group', id)
    change.facts['groupId'] = id
    return { name }
  })
  return { ...value, change }
}

/**
 * Since when nobody of a group has bought: a day that was counted from today (`90d`, `yesterday`) moves with the days,
 * one of the calendar (`2026-08-01`, `08-01`) stays. Throws as parseDay does.
 */
export function notSinceOf(typed: string, today: Day): Pick<Audience, 'notSince' | 'notSinceDays'> {
  const day = parseDay(typed, today, 'back')
  const moves = [1, 2, 9].every((later) => parseDay(typed, addDays(today, later), 'back') === addDays(day, later))
  return moves ? { notSinceDays: daysBetween(day, today) } : { notSince: day }
}

async function countOf(book: Book, filter: Audience): Promise<number> {
  const ids = await audienceOf(book, filter)
  if (ids) return ids.size
  const { count } = await book.db
    .selectFrom('customer')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('archived', '=', 0)
    .where('forgotten_on', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** What was said of the audience, without what was not. */
function withoutEmpty(audience: Audience): Audience {
  const isSaid = (value: unknown) =>
    value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(audience).filter(([, value]) => isSaid(value))) as Audience
}
