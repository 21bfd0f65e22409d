import type { Db } from '../../store/db.ts'
import { settle } from '../account/open-parts.ts'
import type { BalanceEntry } from '../account/replay.ts'
import type { Book } from '../book/book.ts'
import { addDays, type Day, daySerial, daysBetween, serial, weekday } from '../day.ts'
import { decimal, type Minor } from '../money.ts'
import { median } from '../quantile.ts'
import { medianGap } from '../standing/gap.ts'
import { itemParts } from '../standing/item-parts.ts'
import { givenBackOf } from '../standing/standing-refunds.ts'

/** What a customer likes and how they pay, from their purchases: shown before talking to them. */
export interface Habits {
  /** What they bought on two days or more, most often first: on how many days. */
  readonly favourites: readonly { readonly item: string; readonly days: number }[]
  /** The weekday (1 is Monday) on which they come at least every other time, out of four days or more. */
  readonly weekday: { readonly weekday: number; readonly days: number; readonly of: number } | null
  /** The median of what they spend on a day, from three days on. Decimal string. */
  readonly basket: string | null
  /** What they buy again and again and is due to run out by two weeks from now, unless twice its time has gone by. */
  readonly runsOut: readonly { readonly item: string; readonly on: Day; readonly gap: number }[]
  /**
   * Median days from the due day (else the purchase) of what they bought on account until it was paid, below 0 where
   * they pay early.
   */
  readonly pays: { readonly daysLate: number; readonly purchases: number } | null
}

const fewFavourites = 3
/** What lasts less than this is bought without a word. */
const leastGap = 10
const lookAhead = 14
/** Payments further back say little of today. */
const movementsRead = 200

/** What one customer is used to, from all they bought up to the book's day. Money in decimals. */
export async function readHabits(book: Pick<Book, 'db' | 'today' | 'currency'>, customerId: number): Promise<Habits> {
  const { db, today, currency } = book
  const [bought, pays] = await Promise.all([readBought(db, today, customerId), readPaying(db, today, customerId)])
  const sums = new Map<Day, Minor>()
  for (const { on, net } of bought) sums.set(on, (sums.get(on) ?? 0) + net)
  const days = [...sums.keys()]
  const items = itemDays(bought)
  return {
    favourites: items
      .filter((one) => one.days.length >= 2)
      .sort(
        (one, other) =>
          other.days.length - one.days.length || ((other.days.at(-1) ?? '') < (one.days.at(-1) ?? '') ? -1 : 1),
      )
      .slice(0, fewFavourites)
      .map(({ item, days }) => ({ item, days: days.length })),
    weekday: usualWeekday(days),
    basket:
      days.length < 3
        ? null
        : decimal(Math.round(median([...sums.values()].sort((one, other) => one - other))), currency),
    runsOut: items.flatMap((one) => runsOut(one, today)).sort((one, other) => (one.on < other.on ? -1 : 1)),
    pays,
  }
}

interface Bought {
  readonly on: Day
  readonly net: Minor
  readonly item: string | null
}

/** What they bought and kept, in order of its day. */
async function readBought(db: Db, today: Day, customerId: number): Promise<Bought[]> {
  const rows = await db
    .selectFrom('entry')
    .select(['on', 'amount', 'item', givenBackOf(today).as('refunded')])
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', today)
    .orderBy('on')
    .orderBy('id')
    .execute()
  return rows
    .filter(({ amount, refunded }) => amount === 0 || amount > refunded)
    .map(({ on, amount, item, refunded }) => ({ on, item, net: amount - refunded }))
}

interface ItemDays {
  readonly item: string
  readonly days: Day[]
}

/** Each thing as it was written last, and the days it was bought on. */
function itemDays(bought: readonly Bought[]): ItemDays[] {
  const items = new Map<string, ItemDays>()
  for (const { on, item } of bought) {
    for (const part of item === null ? [] : itemParts(item)) {
      const days = items.get(part.key)?.days ?? []
      if (days.at(-1) !== on) days.push(on)
      items.set(part.key, { item: part.item, days })
    }
  }
  return [...items.values()]
}

function usualWeekday(days: readonly Day[]): Habits['weekday'] {
  const counts = Array.from({ length: 8 }, (_, of) => days.filter((day) => weekday(day) === of).length)
  const most = Math.max(...counts)
  return days.length < 4 || most * 2 < days.length
    ? null
    : { weekday: counts.indexOf(most), days: most, of: days.length }
}

function runsOut({ item, days }: ItemDays, today: Day): Habits['runsOut'] {
  const last = days.at(-1)
  const gap = medianGap(days)
  if (last === undefined || gap === null || gap < leastGap) return []
  const on = daySerial(Math.floor(serial(last) + gap))
  return on <= addDays(today, lookAhead) && today <= daySerial(Math.floor(serial(last) + 2 * gap))
    ? [{ item, on, gap }]
    : []
}

async function readPaying(db: Db, today: Day, customerId: number): Promise<Habits['pays']> {
  const rows = await db
    .selectFrom('entry')
    .select(['id', 'on', 'owed', 'due_on as dueOn', 'refund_of as refundOf'])
    .where('customer_id', '=', customerId)
    .where('void', '=', 0)
    .where('owed', '<>', 0)
    .where('on', '<=', today)
    .orderBy('on', 'desc')
    .orderBy('id', 'desc')
    .limit(movementsRead)
    .execute()
  const late = daysLate(rows.reverse(), today)
  return late.length < 2 ? null : { daysLate: Math.round(median(late)), purchases: late.length }
}

/**
 * For everything once on account, in ascending order: how many days late it was paid, or is by now. What was given back
 * was not paid.
 */
function daysLate(movements: readonly BalanceEntry[], today: Day): number[] {
  const late: number[] = []
  let open: ReturnType<typeof settle> = []
  for (const [at, { on, refundOf }] of movements.entries()) {
    const still = settle(movements.slice(0, at + 1))
    if (refundOf === null)
      for (const part of open)
        if (!still.some(({ entryId }) => entryId === part.entryId)) late.push(daysBetween(part.dueOn ?? part.on, on))
    open = still
  }
  for (const part of open) {
    const days = daysBetween(part.dueOn ?? part.on, today)
    // Without a day agreed nobody is late before a month is over.
    if (days > (part.dueOn === null ? 30 : 0)) late.push(days)
  }
  return late.sort((one, other) => one - other)
}
