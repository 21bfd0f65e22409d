import type { Book } from '../../book/book.ts'
import { type Day, type DayNumber, daySerial } from '../../day.ts'
import { type Period, type PeriodKind, periodBefore } from '../../period.ts'
import { readPeople } from '../../standing/people.ts'
import { readPurchaseHistory } from '../../standing/purchase-history.ts'
import { readTierHistory } from '../../tier/history.ts'
import { type FollowupCounts, readFollowups } from '../followups.ts'
import { type CommonTraits, commonTraits } from './common-traits.ts'
import { type BestCustomer, bestOf, type FadingCustomer, fadingOf } from './customers.ts'
import { type Figures, surveyPeriods } from './figures.ts'
import type { Member } from './first-items.ts'

/** The owner's one page: a period's figures beside those of the period before. */
export interface Summary extends Figures {
  readonly currency: string
  /** What fell due in the period, and what was done of it; of the period before it would be read as long again. */
  readonly followups: FollowupCounts
  readonly before: Figures
  readonly best: readonly BestCustomer[]
  readonly fading: readonly FadingCustomer[]
  /**
   * What those have in common who bought in the period and are not lost at its end, and all who are lost at its end.
   */
  readonly common: { readonly buyers: CommonTraits; readonly lost: CommonTraits }
  /** The day of the first purchase in the ledger: it has nothing to tell of the days before. */
  readonly recordedFrom: Day | null
}

const shown = 5

/**
 * The summary of a period, for the customers asked for (everyone and walk-ins, without `only`). Nothing after the
 * period's last day is looked at.
 */
export async function readSummary(
  book: Book,
  period: Period,
  kind: PeriodKind,
  only?: ReadonlySet<number>,
): Promise<Summary> {
  const purchases = await readPurchaseHistory(book.db, period.to, { costs: true, items: true })
  const history = await readTierHistory(book.db, period.to)
  // First, and let go before the rest is read.
  const followups = await readFollowups(book, period, only, { purchases, tiers: history })
  const { due, inTime, late, fellAway, never, open, inTimeRate, doneRate } = followups
  const everyone = await readPeople(book.db)
  const both = [periodBefore(period, kind), period] as const
  const [{ figures: before }, survey] = await surveyPeriods(book, both, { purchases, everyone, tiers: history }, only)
  const { figures, end, tiers } = survey
  const people = everyone.filter(({ id }) => !only || only.has(id))
  const { from, to, ...rest } = figures
  const member = (id: number): Member => {
    const firstOn = end.firstOn(id)
    return { id, firstOn: firstOn === null ? null : daySerial(firstOn) }
  }
  const buyers: Member[] = []
  const lost: Member[] = []
  for (const { id, opening } of people) {
    if (end.stage(id, opening) === 'lost') lost.push(member(id))
    else if (end.visits(id) > 0) buyers.push(member(id))
  }
  const [best, fading, commonBuyers, commonLost, walkInOn] = await Promise.all([
    bestOf(book, people, survey, purchases, shown),
    fadingOf(book, people, survey, purchases, shown),
    commonTraits(book, buyers, { purchases, tiers }, shown),
    commonTraits(book, lost, { purchases, tiers }, shown),
    firstWalkInOn(book),
  ])
  return {
    from,
    to,
    currency: book.currency,
    ...rest,
    followups: { due, inTime, late, fellAway, never, open, inTimeRate, doneRate },
    before,
    best,
    fading,
    common: { buyers: commonBuyers, lost: commonLost },
    recordedFrom: earlier(firstOf(everyone.map(({ id }) => end.firstOn(id))), walkInOn),
  }
}

async function firstWalkInOn({ db }: Book): Promise<Day | null> {
  const first = await db
    .selectFrom('entry')
    .select('on')
    .where('customer_id', 'is', null)
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .orderBy('on')
    .limit(1)
    .executeTakeFirst()
  return first?.on ?? null
}

function firstOf(days: readonly (DayNumber | null)[]): Day | null {
  const first = days.reduce<number>((first, day) => Math.min(first, day ?? first), Number.POSITIVE_INFINITY)
  return Number.isFinite(first) ? daySerial(first) : null
}

function earlier(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}
