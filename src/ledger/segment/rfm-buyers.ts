import type { Db } from '../../store/db.ts'
import { type Day, serial } from '../day.ts'
import { isCounted } from '../standing/row-by-row.ts'
import { readWithRefunds, type WithRefunds } from '../standing/sums.ts'

/** Those who bought, side by side in plain numbers: objects for 200,000 of them take longer to make than to score. */
export interface RfmBuyers extends RfmMeasures {
  readonly ids: Float64Array
}

interface Span {
  /** The first day that counts; null: all up to the last. */
  readonly from: Day | null
  readonly to: Day
}

/**
 * Everyone with a counted purchase in a span: days from the last of them to its end, how many, and what they came to
 * net of refunds and returns. Scores need no gaps, so it is a lighter reading than the standings: one GROUP BY, and
 * those with refunds or returns row by row.
 */
export async function readRfmBuyers(db: Db, span: Span): Promise<RfmBuyers> {
  let query = db
    .selectFrom('entry')
    .select(({ fn }) => [
      'customer_id as id',
      fn.countAll<number>().as('visits'),
      fn.sum<number>('amount').as('amount'),
      fn.max('on').as('lastOn'),
    ])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', span.to)
    .where('customer_id', 'is not', null)
    .groupBy('customer_id')
  if (span.from !== null) query = query.where('on', '>=', span.from)
  const refunding = new Map((await readWithRefunds(db, { day: span.to })).map((person) => [person.customerId, person]))
  const rows = await query.execute()
  const room = () => new Float64Array(rows.length)
  const [ids, days, visits, amounts] = [room(), room(), room(), room()]
  const end = serial(span.to)
  let count = 0
  for (const row of rows) {
    const person = refunding.get(row.id as number)
    const sum = person ? netOf(person, span) : row
    if (!sum) continue
    ids[count] = row.id as number
    days[count] = end - serial(sum.lastOn as Day)
    visits[count] = sum.visits
    amounts[count] = sum.amount
    count++
  }
  return {
    ids: ids.subarray(0, count),
    days: days.subarray(0, count),
    visits: visits.subarray(0, count),
    amounts: amounts.subarray(0, count),
  }
}

/** The same of one with refunds or returns, as `sumRowByRow` adds them up; null when no purchase of the span counts. */
function netOf(
  { purchases, returns }: WithRefunds,
  { from }: Span,
): { lastOn: Day; visits: number; amount: number } | null {
  const begins = from ?? ''
  let [lastOn, visits, amount] = ['', 0, 0]
  for (const bought of purchases) {
    if (bought.on < begins || !isCounted(bought)) continue
    visits++
    amount += bought.amount - bought.refunded
    if (bought.on > lastOn) lastOn = bought.on
  }
  for (const back of returns) if (back.on >= begins) amount -= back.amount
  return visits === 0 ? null : { lastOn, visits, amount }
}

/** The name of every customer by id, and who of them is archived or staff. */
export async function readCustomerNames(db: Db): Promise<{ names: readonly string[]; archived: ReadonlySet<number> }> {
  const names: string[] = []
  const archived = new Set<number>()
  for (const row of await db
    .selectFrom('customer')
    .select(['id', 'name', 'archived', 'kind'])
    .orderBy('id')
    .execute()) {
    names[row.id] = row.name
    if (row.archived === 1 || row.kind === 'staff') archived.add(row.id)
  }
  return { names, archived }
}

/** Who is archived, or staff. */
export async function readArchived(db: Db): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('customer')
    .select('id')
    .where((where) => where.or([where('archived', '=', 1), where('kind', '=', 'staff')]))
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** What is scored, a value for each buyer: days since the last purchase, counted purchases, net amount. */
export interface RfmMeasures {
  readonly days: Float64Array
  readonly visits: Float64Array
  readonly amounts: Float64Array
}
