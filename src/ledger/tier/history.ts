import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { type Day, type DayNumber, dayLength, serialAt } from '../day.ts'
import type { Tier } from '../vocabulary.ts'

/** What classify said of a customer on a day. */
export interface TierEvent {
  readonly on: DayNumber
  readonly tier: Tier
  /** Of staff it says nothing of the customer they are later; that they never bought holds until they do. */
  readonly reason: 'staff' | 'never-bought' | 'other'
}

/** What it said of everybody it ever spoke of. */
export interface TierHistory {
  /** In order of day; of one day, in the order in which it was said. */
  of(customerId: number): readonly TierEvent[]
  /** The last it said up to a day. */
  lastOn(customerId: number, day: DayNumber): TierEvent | undefined
  customers(): Iterable<number>
}

const nothing: readonly never[] = []
const runLength = 20_000

/** Reads it up to a day: as texts and columns, as 200,000 rows as objects take five times as long. */
export async function readTierHistory(db: Db, to: Day, only?: readonly number[]): Promise<TierHistory> {
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
  return events
}

const reasons: Readonly<Record<string, TierEvent['reason']>> = { s: 'staff', n: 'never-bought', c: 'other' }
const [zero, comma] = [48, 44]
const none = -1

class TierEvents implements TierHistory {
  /** By the number of a customer: the row that is said last of them. */
  private readonly newest: number[] = []
  /** By row, as all of these: the one before it of the same customer. */
  private readonly before: number[] = []
  private readonly days: DayNumber[] = []
  private readonly tiers: Tier[] = []
  private readonly reasons: TierEvent['reason'][] = []

  /** Those of one customer come in the order they were said. */
  add(text: string): void {
    for (let at = 0; at < text.length; at++) {
      this.days.push(serialAt(text, at))
      at += dayLength
      this.tiers.push(text[at++] as Tier)
      this.reasons.push(reasons[text[at++] as string] as TierEvent['reason'])
      let customerId = 0
      for (; at < text.length && text.charCodeAt(at) !== comma; at++)
        customerId = customerId * 10 + text.charCodeAt(at) - zero
      this.newest[customerId] = this.before.push(this.newest[customerId] ?? none) - 1
    }
  }

  of(customerId: number): readonly TierEvent[] {
    let row = this.newest[customerId] ?? none
    if (row === none) return nothing
    const own: TierEvent[] = []
    for (; row !== none; row = this.before[row] as number) own.push(this.at(row))
    return own.length === 1 ? own : own.reverse().sort((one, other) => one.on - other.on)
  }

  lastOn(customerId: number, day: DayNumber): TierEvent | undefined {
    let last = none
    for (let row = this.newest[customerId] ?? none; row !== none; row = this.before[row] as number) {
      const on = this.days[row] as DayNumber
      if (on <= day && (last === none || on > (this.days[last] as DayNumber))) last = row
    }
    return last === none ? undefined : this.at(last)
  }

  *customers(): Generator<number> {
    for (let id = 0; id < this.newest.length; id++) if (this.newest[id] !== undefined) yield id
  }

  private at(row: number): TierEvent {
    return {
      on: this.days[row] as DayNumber,
      tier: this.tiers[row] as Tier,
      reason: this.reasons[row] as TierEvent['reason'],
    }
  }
}
