import type { Book } from '../book/book.ts'
import { type Complaint, readComplaints } from '../care/complaint/complaints.ts'
import { silentPerComplaint } from '../care/complaint/rules-of-thumb.ts'
import { daysBetween } from '../day.ts'
import { fold } from '../identity/spelling.ts'
import { decimal, minorOf } from '../money.ts'
import type { OpenPeriod } from '../period.ts'
import { median } from '../quantile.ts'
import { readStandings } from '../standing/read-standings.ts'
import type { Standing } from '../standing/standing.ts'

/** Complaints by one remedy, one severity, who served, or the goods; null: nobody wrote it down. */
export interface ComplaintRow {
  readonly by: 'remedy' | 'severity' | 'served' | 'goods'
  readonly value: string | null
  readonly complaints: number
  readonly open: number
  /** What their remedies cost; decimal string. */
  readonly cost: string
}

/** What was complained of and suggested in some days, as it stands on the last of them. */
export interface ComplaintReport extends OpenPeriod {
  readonly complaints: number
  readonly suggestions: number
  /** Of the complaints: not settled, and past the day promised. */
  readonly open: number
  readonly overdue: number
  readonly resolved: number
  /** Acknowledged on the day they were opened, and settled by the day promised. */
  readonly sameDay: number
  readonly inTime: number
  /** Days from opening to settling; the middle one. Null where none is settled. */
  readonly medianDays: number | null
  readonly cost: string
  /** Customers whose complaint was settled, and how many of those bought again after it. */
  readonly settledCustomers: number
  readonly boughtAgain: number
  /** By the trade's rule of thumb, not counted: those who were as unhappy and said nothing. */
  readonly silent: number
  readonly rows: readonly ComplaintRow[]
  /** Those that are open, the longest promised first. */
  readonly openComplaints: readonly Complaint[]
}

/** Complaints opened on some days, of the customers asked for (everyone without `only`). */
export async function readComplaintReport(
  book: Book,
  { from, to }: OpenPeriod,
  only?: ReadonlySet<number>,
): Promise<ComplaintReport> {
  const everything = await readComplaints({ ...book, today: to }, { all: true, from: from ?? undefined })
  const all = everything.filter(({ customerId }) => !only || only.has(customerId))
  const complaints = all.filter(({ kind }) => kind === 'complaint')
  const open = complaints.filter(({ resolvedOn }) => resolvedOn === null)
  const took = complaints.flatMap(({ openedOn, resolvedOn }) =>
    resolvedOn === null ? [] : [daysBetween(openedOn, resolvedOn)],
  )
  const bought = await boughtAfter({ ...book, today: to }, complaints)
  took.sort((one, other) => one - other)
  return {
    from,
    to,
    complaints: complaints.length,
    suggestions: all.length - complaints.length,
    open: open.length,
    overdue: open.filter(({ daysOverdue }) => daysOverdue > 0).length,
    resolved: took.length,
    sameDay: complaints.filter(({ acknowledgedOn, openedOn }) => acknowledgedOn === openedOn).length,
    inTime: complaints.filter(({ resolvedOn, promisedOn }) => resolvedOn !== null && resolvedOn <= promisedOn).length,
    medianDays: took.length === 0 ? null : median(took),
    cost: costOf(complaints, book),
    ...bought,
    silent: complaints.length * silentPerComplaint,
    rows: [
      ...rowsBy('remedy', complaints, ({ remedy }) => remedy, book),
      ...rowsBy('severity', complaints, ({ severity }) => severity, book),
      ...rowsBy('served', complaints, ({ answers }) => answers.served, book),
      ...rowsBy('goods', complaints, ({ answers }) => answers.goods, book),
    ],
    openComplaints: open,
  }
}

/** Of whom a complaint was settled, how many bought after that. */
async function boughtAfter(
  book: Book,
  complaints: readonly Complaint[],
): Promise<Pick<ComplaintReport, 'settledCustomers' | 'boughtAgain'>> {
  const settled = new Map<number, string>()
  for (const { customerId, resolvedOn } of complaints) {
    if (resolvedOn !== null && resolvedOn > (settled.get(customerId) ?? '')) settled.set(customerId, resolvedOn)
  }
  const standings = settled.size === 0 ? new Map<number, Standing>() : await readStandings(book, [...settled.keys()])
  const again = [...settled].filter(([id, on]) => (standings.get(id)?.lastOn ?? '') > on)
  return { settledCustomers: settled.size, boughtAgain: again.length }
}

function costOf(complaints: readonly Complaint[], { currency }: Pick<Book, 'currency'>): string {
  const sum = complaints.reduce((sum, { cost }) => sum + (cost === null ? 0 : minorOf(cost)), 0)
  return decimal(sum, currency)
}

function rowsBy(
  by: ComplaintRow['by'],
  complaints: readonly Complaint[],
  named: (complaint: Complaint) => string | null,
  book: Pick<Book, 'currency'>,
): ComplaintRow[] {
  // A remedy is known of what is settled alone.
  const told = by === 'remedy' ? complaints.filter(({ resolvedOn }) => resolvedOn !== null) : complaints
  const groups = [...Map.groupBy(told, (one) => fold(named(one) ?? ''))].map(([key, own]): ComplaintRow => {
    const [first] = own
    return {
      by,
      value: key === '' || !first ? null : named(first),
      complaints: own.length,
      open: own.filter(({ resolvedOn }) => resolvedOn === null).length,
      cost: costOf(own, book),
    }
  })
  // Where nobody wrote anything down there is nothing to tell apart.
  if (groups.every(({ value }) => value === null)) return []
  return groups.sort(
    (one, other) =>
      Number(one.value === null) - Number(other.value === null) ||
      other.complaints - one.complaints ||
      minorOf(other.cost) - minorOf(one.cost),
  )
}
