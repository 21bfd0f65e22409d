import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { type Only, rowsOf } from '../../store/lists.ts'
import { keepBlocks } from '../book/blocks/keep.ts'
import type { Book } from '../book/book.ts'
import { type Change, recordChange } from '../book/change/record.ts'
import { namesOf } from '../book/customer-names.ts'
import type { Day } from '../day.ts'
import { decimal, type Minor } from '../money.ts'
import { spanOf } from '../standing/read-standings.ts'
import { isWorthKeeping } from '../standing/shop-gap.ts'
import { type Tier, tiers } from '../vocabulary.ts'
import { CandidateTable } from './candidate-table.ts'
import { allRuns, readBoughtByAll, readCandidates } from './candidates.ts'
import { pinsOn } from './current.ts'
import type { Candidate, Thresholds, Verdict } from './method.ts'
import { sortBy } from './methods.ts'
import { newestRows, type StoredTier } from './queries.ts'

/**
 * What a verdict rests on, in numbers: purchases, profit and net spend in the window, and what would be high. Money in
 * decimals.
 */
export interface VerdictFacts {
  readonly reason: string
  readonly windowDays: number
  readonly visits: number
  readonly needed: number | null
  readonly profit: string
  readonly profitNeeded: string | null
  readonly spent: string
  readonly spentNeeded: string | null
  /** What 100 of their spend count as, where the potential noted of them counts (`tier.potential`). */
  readonly countsPercent?: number
  /**
   * The points of rfm and scorecard: of how many, the parts they are made of (null: not known), and from how many the
   * next tier up begins.
   */
  readonly points?: number
  readonly pointsOf?: number
  readonly parts?: Readonly<Record<string, number | null>>
  readonly pointsNeeded?: number | null
}

export interface TierMovement {
  readonly customerId: number
  readonly name: string
  readonly from: Tier
  /** Null: who became staff is in none. */
  readonly to: Tier | null
  readonly why: VerdictFacts
}

export interface Classified {
  readonly asOf: Day
  readonly method: string
  readonly thresholds: { readonly turnover: number | null; readonly profit: string | null }
  /** The points that make an A and a B, where the method gives points. */
  readonly points: { readonly A: number; readonly B: number } | null
  readonly counts: Readonly<Record<Tier, number>>
  readonly changes: readonly TierMovement[]
  /** The first classify of the ledger lists no movements. */
  readonly first: boolean
  /** Whether what is called profit is anything else than sales: some cost or margin is known. */
  readonly measure: 'sales' | 'profit'
  readonly window: {
    readonly days: number
    readonly buyers: number
    readonly purchases: number
    readonly spent: string
    readonly neverBought: number
    readonly profitShare: number | null
  }
  readonly cadence: Readonly<Record<Tier, number>>
}

/** Sorts every customer as of the book's day by `tier.method`, as one change. */
export async function classify(book: Book): Promise<Classified & { change: number | null }> {
  const { value, change } = await recordChange(book, 'classify', async (db, change) => {
    if (!book.dryRun) await keepBlocks(db, change.id)
    return classifyIn(db, change, book)
  })
  return { ...value, change }
}

/**
 * The same inside a running change, as an import ends with it. Writes a tier row only where tier or reason differ from
 * the newest up to the day. Archived customers are left as they are; a pin hides what the method says, which is kept
 * for the day the pin ends.
 */
export async function classifyIn(db: Db, change: Change, book: Book): Promise<Classified> {
  const day = book.today
  const [earlier, runs, pins, next, all, leaving] = await Promise.all([
    db.selectFrom('classification').select('id').where('on', '<=', day).limit(1).executeTakeFirst(),
    allRuns(db),
    pinsOn(db, day),
    nextRunOn(db, day),
    readBoughtByAll(db, spanOf(book)),
    sortedStaff(db, day),
  ])
  const table = new CandidateTable()
  for (const run of runs)
    for (const candidate of await readCandidates(db, spanOf(book), run, book.policy['tier.method'], all))
      table.add(candidate)
  const { thresholds, judge } = await sortBy(book.policy, table)
  await db
    .insertInto('classification')
    .values({
      id: change.number('classification'),
      on: day,
      method: book.policy['tier.method'],
      turnover: thresholds.visits,
      profit: thresholds.profit,
      shop_gap: isWorthKeeping(all.gaps) ? all.gaps.median() : null,
      change_id: change.id,
    })
    .execute()
  const counts: Record<Tier, number> = { A: 0, B: 0, C: 0, D: 0 }
  const moved: {
    candidate: Pick<Candidate, 'customerId' | 'visits' | 'profit' | 'spent'>
    from: Tier
    verdict: Verdict
  }[] = []
  let at = 0
  for (const run of runs) {
    const newest = await newestRows(db, day, run)
    const fresh: NewRow[] = []
    for (; at < table.count; at++) {
      const candidate = table.at(at)
      if (candidate.customerId > run.last) break
      const verdict = judge(candidate)
      const row = newest.get(candidate.customerId)
      const pin = pins.get(candidate.customerId)
      counts[pin?.tier ?? verdict.tier]++
      if (!row || row.tier !== verdict.tier || row.reason !== verdict.reason)
        fresh.push({ customerId: candidate.customerId, verdict, row })
      const from = standingTier(row, candidate)
      if (earlier && !pin && from !== verdict.tier) moved.push({ candidate, from, verdict })
    }
    if (next) await keepLaterDays(db, change, next, run, fresh)
    await writeRows(
      db,
      change,
      day,
      fresh.map(({ customerId, verdict }) => ({ customerId, ...verdict })),
    )
  }
  for (const { verdict, row } of leaving)
    moved.push({ candidate: { customerId: row.customerId, visits: 0, profit: 0, spent: 0 }, from: row.tier, verdict })
  if (next) await keepLaterDays(db, change, next, 'staff', leaving)
  await writeRows(
    db,
    change,
    day,
    leaving.map(({ customerId, verdict }) => ({ customerId, ...verdict })),
  )
  const names = await namesOf(
    db,
    moved.map(({ candidate }) => candidate.customerId),
  )
  Object.assign(change.facts, { on: day, method: book.policy['tier.method'], moved: moved.length })
  return {
    asOf: day,
    method: book.policy['tier.method'],
    thresholds: {
      turnover: thresholds.visits,
      profit: thresholds.profit === null ? null : decimal(thresholds.profit, book.currency),
    },
    counts,
    changes: moved.map(({ candidate, from, verdict }) => ({
      customerId: candidate.customerId,
      name: names.get(candidate.customerId) ?? '',
      from,
      to: verdict.reason === 'staff' ? null : verdict.tier,
      why: whyOf(candidate, verdict, thresholds, book),
    })),
    first: !earlier,
    points: pointsOf(book.policy),
    ...windowOf(table, book),
    cadence: Object.fromEntries(tiers.map((tier) => [tier, book.policy[`cadence.${tier}`]])) as Record<Tier, number>,
  }
}

function pointsOf(policy: Book['policy']): Classified['points'] {
  const method = policy['tier.method']
  return method === 'rfm' || method === 'scorecard'
    ? { A: policy[`tier.${method}.A`], B: policy[`tier.${method}.B`] }
    : null
}

/** The facts a verdict is explained with: what decided, and what it was held against. Money in decimals. */
export function whyOf(
  candidate: Pick<Candidate, 'visits' | 'profit' | 'spent'>,
  verdict: Verdict,
  thresholds: Thresholds,
  { policy, currency }: Pick<Book, 'policy' | 'currency'>,
): VerdictFacts {
  const money = (amount: Minor | null | undefined) =>
    amount === null || amount === undefined ? null : decimal(amount, currency)
  return {
    reason: verdict.reason,
    windowDays: policy['tier.windowDays'],
    visits: candidate.visits,
    needed: thresholds.visits,
    profit: decimal(candidate.profit, currency),
    profitNeeded: money(thresholds.profit),
    spent: decimal(candidate.spent, currency),
    spentNeeded: money(verdict.nextTierFrom),
    ...(verdict.countsPercent === undefined ? {} : { countsPercent: verdict.countsPercent }),
    ...(verdict.points && {
      points: verdict.points.points,
      pointsOf: verdict.points.of,
      parts: verdict.points.parts,
      pointsNeeded: verdict.points.needed,
    }),
  }
}

/**
 * What a customer counted as before this run: who bought since they were found never to have is C, and so is a buyer
 * nobody has sorted yet.
 */
function standingTier(row: StoredTier | undefined, { bought }: Candidate): Tier {
  if (row && row.reason !== 'staff' && !(row.reason === 'never-bought' && bought)) return row.tier
  return bought ? 'C' : 'D'
}

function windowOf(candidates: Iterable<Candidate>, { policy, currency }: Book): Pick<Classified, 'measure' | 'window'> {
  const total = { buyers: 0, purchases: 0, spent: 0, profit: 0, neverBought: 0 }
  for (const { bought, visits, spent, profit } of candidates) {
    if (visits > 0) total.buyers++
    if (!bought) total.neverBought++
    total.purchases += visits
    total.spent += spent
    total.profit += profit
  }
  return {
    measure: policy['tier.margin'] === 1 && total.spent === total.profit ? 'sales' : 'profit',
    window: {
      days: policy['tier.windowDays'],
      buyers: total.buyers,
      purchases: total.purchases,
      spent: decimal(total.spent, currency),
      neverBought: total.neverBought,
      profitShare: policy['tier.profit'] === null ? policy['tier.profitShare'] : null,
    },
  }
}

interface NewRow {
  readonly customerId: number
  readonly verdict: Verdict
  readonly row: StoredTier | undefined
}

/** Staff who were sorted when they were not: their row says so, once, and the tier they had stays in it. */
async function sortedStaff(db: Db, day: Day): Promise<(NewRow & { readonly row: StoredTier })[]> {
  return [...(await newestRows(db, day, 'staff')).values()]
    .filter(({ reason }) => reason !== 'staff')
    .map((row) => ({ customerId: row.customerId, verdict: { tier: row.tier, reason: 'staff' }, row }))
}

/** The day of the first run after a day; null when there is none. */
async function nextRunOn(db: Db, day: Day): Promise<Day | null> {
  const later = await db
    .selectFrom('classification')
    .select(({ fn }) => fn.min('on').as('next'))
    .where('on', '>', day)
    .executeTakeFirst()
  return later?.next ?? null
}

/**
 * Sorting a day that is past must not reach into later days: a run wrote nothing for those whose tier had not changed,
 * and their newest row would now be this one. What they were is written down again on the day of the next run.
 */
async function keepLaterDays(
  db: Db,
  change: Change,
  next: Day,
  run: Only | 'staff',
  fresh: readonly NewRow[],
): Promise<void> {
  const then = await newestRows(db, next, run)
  const kept = fresh.flatMap(({ row }) => (row && then.get(row.customerId)?.id === row.id ? [row] : []))
  await writeRows(db, change, next, kept)
}

/** As one list: a first run writes a row for everyone, which row by row takes longer. */
async function writeRows(
  db: Db,
  change: Change,
  day: Day,
  rows: readonly Pick<StoredTier, 'customerId' | 'tier' | 'reason'>[],
): Promise<void> {
  if (rows.length === 0) return
  const first = change.number('tier', rows.length)
  const listed = rowsOf(rows.map(({ customerId, tier, reason }, at) => [first + at, customerId, tier, reason]))
  await sql`insert into tier (id, customer_id, "on", tier, reason, change_id)
    select cast(r.value ->> 0 as bigint), cast(r.value ->> 1 as bigint), cast(${day} as text), r.value ->> 2,
      r.value ->> 3, cast(${change.id} as bigint)
    from ${listed} as r`.execute(db)
}
