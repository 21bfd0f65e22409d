import { sql } from 'kysely'
import type { Db } from '../../../store/db.ts'
import { type Day, type DayNumber, dayLength, serialAt } from '../../day.ts'
import type { Tier } from '../../vocabulary.ts'

/** What classify said of a customer on a day. */
export interface TierEvent {
  readonly on: DayNumber
  readonly tier: Tier
  /** Of staff it says nothing of the customer they are later; that they never bought holds until they do. */
  readonly of: 'staff' | 'never-bought' | 'customer'
}

/** What it said of a customer, in order of day. */
export type TiersBy = (customerId: number) => readonly TierEvent[]

const nothing: readonly never[] = []
const runLength = 20_000

/** Reads it up to a day: as texts and columns, as 200,000 rows as objects take five times as long. */
export async function readTierEvents(db: Db, to: Day, only?: readonly number[]): Promise<TiersBy> {
  const events = new TierEvents()
  let last = 0
  for (let full = true; full; ) {
    const rows = db
      .selectFrom('tier')
      .select(['id', 'customer_id', 'on', 'tier', 'reason'])
      .where('id', '>', last)
      .where('on', '<=', to)
      .$if(only !== undefined, (query) => query.where('customer_id', 'in', only ?? []))
      .orderBy('id')
      .limit(runLength)
    const run = await db
      .selectFrom(rows.as('run'))
      .select(({ fn }) => [
        fn.max('id').as('last'),
        fn.countAll<number>().as('rows'),
        // `2026-11-03Ac12` for customer 12, one after another.
        sql<string | null>`string_agg("on" || tier
          || case reason when 'staff' then 's' when 'never-bought' then 'n' else 'c' end || customer_id, ',')`.as(
          'text',
        ),
      ])
      .executeTakeFirstOrThrow()
    if (run.text !== null) events.add(run.text)
    full = run.rows === runLength
    last = run.last ?? 0
  }
  return (customerId) => events.of(customerId)
}

const kinds: Readonly<Record<string, TierEvent['of']>> = { s: 'staff', n: 'never-bought', c: 'customer' }
const [zero, comma] = [48, 44]
const none = -1

class TierEvents {
  /** By the number of a customer: the row that is said last of them. */
  private readonly newest: number[] = []
  /** By row, as all of these: the one before it of the same customer. */
  private readonly before: number[] = []
  private readonly days: DayNumber[] = []
  private readonly tiers: Tier[] = []
  private readonly kinds: TierEvent['of'][] = []

  /** Those of one customer come in the order they were said. */
  add(text: string): void {
    for (let at = 0; at < text.length; at++) {
      this.days.push(serialAt(text, at))
      at += dayLength
      this.tiers.push(text[at++] as Tier)
      this.kinds.push(kinds[text[at++] as string] as TierEvent['of'])
      let customerId = 0
      for (; at < text.length && text.charCodeAt(at) !== comma; at++)
        customerId = customerId * 10 + text.charCodeAt(at) - zero
      while (this.newest.length <= customerId) this.newest.push(none)
      this.newest[customerId] = this.before.push(this.newest[customerId] as number) - 1
    }
  }

  of(customerId: number): readonly TierEvent[] {
    let row = this.newest[customerId] ?? none
    if (row === none) return nothing
    const own: TierEvent[] = []
    for (; row !== none; row = this.before[row] as number)
      own.push({
        on: this.days[row] as DayNumber,
        tier: this.tiers[row] as Tier,
        of: this.kinds[row] as TierEvent['of'],
      })
    return own.length === 1 ? own : own.reverse().sort((one, other) => one.on - other.on)
  }
}
