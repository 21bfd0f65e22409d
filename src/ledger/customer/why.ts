import type { Book } from '../book/book.ts'
import { type Complaint, readComplaints } from '../care/complaint/complaints.ts'
import type { Day } from '../day.ts'
import { belongs, type LossReason, lossReasons } from '../followup/lost.ts'
import type { DueReason } from '../followup/reasons.ts'
import { nextReasons, reasonsFor } from '../followup/reasons-for.ts'
import { measureShop } from '../followup/shop-reader.ts'
import { readStandings, spanOf } from '../standing/read-standings.ts'
import { readSatisfaction, type SatisfactionOnDay } from '../standing/satisfaction.ts'
import { type Rhythm, stageOf } from '../standing/stage.ts'
import { emptyStanding } from '../standing/standing.ts'
import { whoBought } from '../standing/who-bought.ts'
import { allRuns, readBoughtByAll, readCandidates } from '../tier/candidates.ts'
import { type VerdictFacts, whyOf } from '../tier/classify.ts'
import { currentTiers, pinsOn } from '../tier/current.ts'
import type { Candidate, Thresholds } from '../tier/method.ts'
import { sortBy } from '../tier/methods.ts'
import { newestRows } from '../tier/queries.ts'
import type { Tier } from '../vocabulary.ts'
import { type OpenMatters, readOpenMatters } from './open-matters.ts'

/** Why a customer is in their tier. */
export interface TierExplanation {
  readonly tier: Tier
  /** What classify found; null when it has not looked at them yet. Its figures are of the day it last ran. */
  readonly sorted: {
    readonly tier: Tier
    readonly since: Day
    readonly asOf: Day
    readonly method: string
    readonly why: VerdictFacts | null
  } | null
  readonly pinned: {
    readonly tier: Tier
    readonly reason: string | null
    readonly on: Day
    readonly until: Day | null
  } | null
  readonly bought: boolean
  /** Bought since classify found that they never had: C until it runs again. */
  readonly boughtSince: boolean
}

export interface Explanation {
  readonly customer: { readonly id: number; readonly name: string }
  /** Null, as the stage: staff are in no tier, at no stage, and on no list. */
  readonly tier: TierExplanation | null
  /** Visits an old roster tells of, where nothing was entered here yet; null otherwise. */
  readonly before: { readonly visits: number | null; readonly lastOn: Day | null } | null
  /** SPEC 6: the stage, and the numbers that say so; with the gap, whether it is the customer's own. */
  readonly stage: StageExplanation | null
  /** Why they left, as noted since they last bought. */
  readonly loss: LossReason | null
  /** What was left open; told of those in tier C, with whom it is to be settled. */
  readonly open: OpenMatters | null
  /** Open complaints and suggestions. */
  readonly complaints: readonly Complaint[]
  /** How satisfied they were when last asked. */
  readonly satisfaction: SatisfactionOnDay | null
  readonly reasons: readonly DueReason[]
  /** What they will be due for next, when nothing is due today. */
  readonly next: readonly DueReason[]
}

export type StageExplanation = Rhythm & { readonly ownGap: boolean }

/** Explains a customer's tier, stage and every reason they are due, as facts. */
export async function explainCustomer(book: Book, customer: { id: number; name: string }): Promise<Explanation> {
  const { db, today } = book
  const measure = measureShop(book)
  const [standings, opening, losses, tier] = await Promise.all([
    readStandings(book, [customer.id]),
    db
      .selectFrom('customer')
      .select(['kind', 'opening_visits', 'opening_last_on'])
      .where('id', '=', customer.id)
      .executeTakeFirstOrThrow(),
    lossReasons(book, [customer.id]),
    explainTier(book, customer.id),
  ])
  const standing = standings.get(customer.id) ?? emptyStanding(customer.id)
  const rhythm = stageOf(
    standing,
    { visits: opening.opening_visits, lastOn: opening.opening_last_on },
    standing.gap ?? (await measure('gap')).gap,
    today,
  )
  const loss = losses.get(customer.id)
  const [reasons, open, complaints, satisfaction] = await Promise.all([
    reasonsFor(book, customer.id, measure),
    tier.tier === 'C' ? readOpenMatters(book, customer.id, spanOf(book).from) : null,
    readComplaints(book, { customers: [customer.id] }),
    readSatisfaction(db, today, [customer.id]),
  ])
  return {
    customer: { id: customer.id, name: customer.name },
    tier: opening.kind === 'staff' ? null : tier,
    before:
      standing.purchases === 0 && rhythm.days > 0 ? { visits: opening.opening_visits, lastOn: rhythm.lastOn } : null,
    stage: opening.kind === 'staff' ? null : { ...rhythm, ownGap: standing.gap !== null },
    loss: loss && belongs(loss, rhythm.lastOn) ? loss : null,
    open,
    complaints,
    satisfaction: satisfaction.get(customer.id) ?? null,
    reasons,
    next: reasons.length > 0 ? [] : await nextReasons(book, customer.id, measure),
  }
}

async function explainTier(book: Book, id: number): Promise<TierExplanation> {
  const { db, today } = book
  const [tiers, pins, rows, run, buyers] = await Promise.all([
    currentTiers(book, [id]),
    pinsOn(db, today, [id]),
    newestRows(db, today, [id]),
    lastRun(book),
    whoBought(db, today, [id]),
  ])
  const [tier, pinned, row, bought] = [tiers.get(id) ?? 'D', pins.get(id) ?? null, rows.get(id), buyers.has(id)]
  if (!row || !run) return { tier, sorted: null, pinned, bought, boughtSince: false }
  const why = await judgedAgain(book, id, run, row.reason)
  return {
    tier,
    sorted: { tier: row.tier, since: row.on, asOf: run.on, method: run.method, why },
    pinned,
    bought,
    boughtSince: bought && row.reason === 'never-bought',
  }
}

async function lastRun({ db, today }: Book) {
  return db
    .selectFrom('classification')
    .select(['on', 'method', 'turnover as visits', 'profit'])
    .where('on', '<=', today)
    .orderBy('on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/**
 * The figures of the last run, worked out again as of its day. Null when the ledger or the policy has changed since so
 * that they would not explain the tier that stands.
 */
async function judgedAgain(
  book: Book,
  id: number,
  run: { on: Day; method: string } & Thresholds,
  reason: string,
): Promise<VerdictFacts | null> {
  const then = { ...book, today: run.on }
  if (run.method !== book.policy['tier.method']) return null
  // The other methods rank a customer among all: only the matrix keeps what it measured.
  const candidates: Candidate[] = []
  const [runs, all] =
    run.method === 'matrix' ? [[[id]]] : await Promise.all([allRuns(book.db), readBoughtByAll(book.db, spanOf(then))])
  for (const some of runs)
    candidates.push(...(await readCandidates(book.db, spanOf(then), some, book.policy['tier.method'], all)))
  const candidate = candidates.find(({ customerId }) => customerId === id)
  if (!candidate) return null
  const measured = { visits: run.visits, profit: run.profit }
  const policy =
    run.method === 'matrix'
      ? { ...book.policy, 'tier.turnover': run.visits, 'tier.profit': run.profit ?? Number.MAX_SAFE_INTEGER }
      : book.policy
  const verdict = (await sortBy(policy, candidates)).judge(candidate)
  return verdict.reason === reason ? whyOf(candidate, verdict, measured, book) : null
}
