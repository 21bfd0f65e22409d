import { boughtWithin } from '../account/bought-within.ts'
import type { Book } from '../book/book.ts'
import { addDays, type Day, daysBetween } from '../day.ts'
import { decimal } from '../money.ts'
import type { Scope } from '../standing/scope.ts'

/** One run of a campaign: whom it reached, and what they bought within so many days, beside those held out of it. */
export interface CampaignRow {
  readonly campaign: string
  /** The first day somebody had it, or was held out of it, and the last. */
  readonly on: Day
  readonly until: Day
  readonly reached: number
  readonly bought: number
  /** Decimal strings, net of refunds. */
  readonly amount: string
  readonly heldOut: number
  readonly heldOutBought: number
  readonly heldOutAmount: string
  readonly days: number
  /** Whether the days of some are not over yet. */
  readonly running: boolean
}

export interface Campaigns {
  readonly from: Day | null
  readonly to: Day
  readonly rows: readonly CampaignRow[]
}

interface Told {
  readonly campaign: string
  readonly customerId: number
  readonly on: Day
  readonly held: boolean
}

/** After so long a silence the same name is another run: a festival comes every year. */
const newRunAfter = 90

/**
 * The campaigns of a period, the newest first. Reached: a contact of it from the shop that was not left unanswered;
 * what a customer buys counts from the first one on, that day and `days` after it. Held out: left out on purpose, from
 * that day on, unless it reached them after all.
 */
export async function readCampaigns(
  book: Pick<Book, 'db' | 'today' | 'currency'>,
  { from, only }: Scope,
  days: number,
): Promise<Campaigns> {
  const { db, today, currency } = book
  const told = await readTold(book, only)
  const rows: CampaignRow[] = []
  for (const own of Map.groupBy(told, ({ campaign }) => campaign).values()) {
    for (const run of runsOf(own)) {
      const [first, last] = [run[0] as Told, run.at(-1) as Told]
      if (from !== null && last.on < from) continue
      const reached = firstDays(run.filter(({ held }) => !held))
      const heldOut = firstDays(run.filter(({ held, customerId }) => held && !reached.has(customerId)))
      const [bought, others] = await Promise.all([
        boughtWithin(db, reached, days, today),
        boughtWithin(db, heldOut, days, today),
      ])
      const sum = (some: typeof bought) =>
        decimal(
          [...some.values()].reduce((total, { amount }) => total + amount, 0),
          currency,
        )
      rows.push({
        campaign: first.campaign,
        on: first.on,
        until: last.on,
        reached: reached.size,
        bought: bought.size,
        amount: sum(bought),
        heldOut: heldOut.size,
        heldOutBought: others.size,
        heldOutAmount: sum(others),
        days,
        running: addDays(last.on, days) > today,
      })
    }
  }
  rows.sort((one, other) =>
    one.on === other.on ? (one.campaign < other.campaign ? -1 : 1) : one.on > other.on ? -1 : 1,
  )
  return { from, to: today, rows }
}

/** Who was told of a campaign, or held out of it, in order of day. */
async function readTold(
  { db, today }: Pick<Book, 'db' | 'today'>,
  only: ReadonlySet<number> | undefined,
): Promise<Told[]> {
  const [contacts, held] = await Promise.all([
    db
      .selectFrom('contact')
      .select(['campaign', 'customer_id as customerId', 'on'])
      .where('campaign', 'is not', null)
      .where('direction', '=', 'out')
      .where('outcome', '<>', 'no-answer')
      .where('void', '=', 0)
      .where('on', '<=', today)
      .execute(),
    db
      .selectFrom('held_out')
      .select(['campaign', 'customer_id as customerId', 'on'])
      .where('on', '<=', today)
      .execute(),
  ])
  return [
    ...contacts.map((row) => ({ ...row, campaign: row.campaign as string, held: false })),
    ...held.map((row) => ({ ...row, held: true })),
  ]
    .filter(({ customerId }) => !only || only.has(customerId))
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}

function runsOf(told: readonly Told[]): Told[][] {
  const runs: Told[][] = []
  let last: Told | null = null
  for (const one of told) {
    if (last === null || daysBetween(last.on, one.on) > newRunAfter) runs.push([])
    runs.at(-1)?.push(one)
    last = one
  }
  return runs
}

function firstDays(told: readonly Told[]): Map<number, Day> {
  const days = new Map<number, Day>()
  for (const { customerId, on } of told) if (!days.has(customerId)) days.set(customerId, on)
  return days
}
