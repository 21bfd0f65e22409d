import type { Selectable } from 'kysely'
import type { ComplaintTable } from '../../../store/tables.ts'
import type { Book } from '../../book/book.ts'
import { type Day, daySerial, daysBetween, serial } from '../../day.ts'
import { decimal } from '../../money.ts'
import { acknowledgedOn } from '../../reason/complaint.ts'
import type { Matter, Remedy, Severity } from '../../vocabulary.ts'
import { readTalks, type Talk } from '../talks.ts'
import { type ComplaintEvents, complaintUpTo, readComplaintEvents } from './past-complaints.ts'
import { type Answers, answersOf } from './questions.ts'

/** A complaint or suggestion as of a day, as `complaint list` prints it. */
export interface Complaint {
  readonly id: number
  readonly customerId: number
  readonly name: string
  readonly kind: Matter
  readonly what: string
  readonly severity: Severity | null
  readonly openedOn: Day
  readonly acknowledgedOn: Day | null
  /** The day an answer was promised for, as it was last said. */
  readonly promisedOn: Day
  readonly resolvedOn: Day | null
  /** Days gone since the promised day while it is open, else 0. */
  readonly daysOverdue: number
  readonly handler: string | null
  /** Who looks after the customer. */
  readonly keeper: string | null
  readonly purchaseId: number | null
  readonly answers: Answers
  readonly remedy: Remedy | null
  /** What the remedy cost the shop; decimal string. */
  readonly cost: string | null
  /** The refund given through it, by its number. */
  readonly refundId: number | null
  /** The coupon given through it, by its code, and the points. */
  readonly coupon: string | null
  readonly points: number | null
  readonly note: string | null
  readonly steps: readonly ComplaintStep[]
  /** Talks that reached the customer since it was settled: twelve good turns outweigh a bad one. Null while open. */
  readonly goodContacts: number | null
  readonly by: string
}

export interface ComplaintStep {
  readonly step: number
  readonly on: Day
  readonly note: string | null
  readonly by: string
}

export interface ComplaintFilter {
  readonly ids?: readonly number[] | undefined
  readonly customers?: readonly number[] | undefined
  readonly kind?: Matter | undefined
  readonly handler?: string | undefined
  /** Those settled too. */
  readonly all?: boolean | undefined
  readonly from?: Day | undefined
}

type Row = Selectable<ComplaintTable> & {
  readonly name: string
  readonly keeper: string | null
  readonly coupon: string | null
}

/** Complaints and suggestions opened up to the book's day: open ones first, the longest promised first. */
export async function readComplaints(
  book: Pick<Book, 'db' | 'today' | 'currency'>,
  { ids, customers, kind, handler, all = false, from }: ComplaintFilter = {},
): Promise<Complaint[]> {
  const { db, today } = book
  const rows: Row[] = await db
    .selectFrom('complaint')
    .innerJoin('customer', 'customer.id', 'complaint.customer_id')
    .leftJoin('coupon', 'coupon.id', 'complaint.coupon_id')
    .selectAll('complaint')
    .select(['customer.name as name', 'customer.keeper as keeper', 'coupon.code as coupon'])
    .where('complaint.opened_on', '<=', today)
    .$if(ids !== undefined, (query) => query.where('complaint.id', 'in', ids ?? []))
    .$if(customers !== undefined, (query) => query.where('complaint.customer_id', 'in', customers ?? []))
    .$if(kind !== undefined, (query) => query.where('complaint.kind', '=', kind ?? 'complaint'))
    .$if(handler !== undefined, (query) => query.where('complaint.handler', '=', handler ?? ''))
    .$if(from !== undefined, (query) => query.where('complaint.opened_on', '>=', from ?? ''))
    .$if(!all, (query) =>
      query.where((where) =>
        where.or([where('complaint.resolved_on', 'is', null), where('complaint.resolved_on', '>', today)]),
      ),
    )
    .execute()
  if (rows.length === 0) return []
  const whose = [...new Set(rows.map(({ customer_id }) => customer_id))]
  const [events, contacts, steps] = await Promise.all([
    readComplaintEvents(db, today, whose),
    readTalks(book, whose),
    readSteps(
      book,
      rows.map(({ id }) => id),
    ),
  ])
  const eventOf = new Map([...events.values()].flat().map((one) => [one.id, one]))
  return rows
    .map((row) =>
      complaintOf(row, eventOf.get(row.id) as ComplaintEvents, {
        ...book,
        contacts: contacts.get(row.customer_id) ?? [],
        steps: steps.get(row.id) ?? [],
      }),
    )
    .sort(
      (one, other) =>
        Number(one.resolvedOn !== null) - Number(other.resolvedOn !== null) ||
        (one.resolvedOn === null ? compare(one.promisedOn, other.promisedOn) : compare(other.openedOn, one.openedOn)) ||
        one.id - other.id,
    )
}

interface Beside extends Pick<Book, 'today' | 'currency'> {
  readonly contacts: readonly Talk[]
  readonly steps: readonly ComplaintStep[]
}

function complaintOf(row: Row, events: ComplaintEvents, { today, currency, contacts, steps }: Beside): Complaint {
  const { id, customer_id: customerId, name, kind, what, handler, keeper, note, by } = row
  const told = complaintUpTo(events, serial(today))
  const resolvedOn = told.resolvedOn === null ? null : daySerial(told.resolvedOn)
  const acknowledged = acknowledgedOn(told, contacts)
  const promisedOn = daySerial(told.promisedOn)
  return {
    id,
    customerId,
    name,
    kind,
    what,
    severity: row.severity as Severity | null,
    openedOn: row.opened_on,
    acknowledgedOn: acknowledged === null ? null : daySerial(acknowledged),
    promisedOn,
    resolvedOn,
    daysOverdue: resolvedOn === null ? Math.max(0, daysBetween(promisedOn, today)) : 0,
    handler,
    keeper,
    purchaseId: row.purchase_id,
    answers: answersOf(row),
    remedy: resolvedOn === null ? null : (row.remedy as Remedy | null),
    cost: resolvedOn === null || row.cost === null ? null : decimal(row.cost, currency),
    refundId: resolvedOn === null ? null : row.refund_id,
    coupon: resolvedOn === null ? null : row.coupon,
    points: resolvedOn === null ? null : row.points,
    note,
    steps,
    goodContacts:
      resolvedOn === null
        ? null
        : contacts.filter(
            ({ on, outcome }) => on > serial(resolvedOn) && (outcome === 'reached' || outcome === 'interested'),
          ).length,
    by,
  }
}

function compare(one: Day, other: Day): number {
  return one < other ? -1 : one > other ? 1 : 0
}

async function readSteps(
  { db, today }: Pick<Book, 'db' | 'today'>,
  ids: readonly number[],
): Promise<Map<number, ComplaintStep[]>> {
  const rows = await db
    .selectFrom('complaint_step')
    .select(['complaint_id', 'step', 'on', 'note', 'by'])
    .where('complaint_id', 'in', ids)
    .where('on', '<=', today)
    .orderBy('on')
    .orderBy('id')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ complaint_id }) => complaint_id)].map(([id, own]) => [
      id,
      own.map(({ complaint_id: _, ...step }) => step),
    ]),
  )
}
