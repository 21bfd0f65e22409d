import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { rowsOf } from '../../store/lists.ts'
import type { Book } from '../book/book.ts'
import { namesOf } from '../book/customer-names.ts'
import { addDays, type Day, daySerial, serial } from '../day.ts'
import { readReplay } from '../followup/history/replay.ts'
import { belongs, lossReasons } from '../followup/lost.ts'
import { decimal, type Minor } from '../money.ts'
import type { Period } from '../period.ts'
import { readPeople } from '../standing/people.ts'
import { type PurchaseHistory, readPurchaseHistory } from '../standing/purchase-history.ts'
import { currentTiers } from '../tier/current.ts'
import { type Cause, causes, type Tier } from '../vocabulary.ts'
import { type PeriodEnds, standpointsOn } from './standpoints.ts'

/** What the shop had left undone for a customer in the days before they were lost. */
export interface LeftUndone {
  /**
   * Days promised on which nobody called; customers who waited for an answer and got none; other follow-ups due that
   * nobody did.
   */
  readonly promises: number
  readonly replies: number
  readonly followups: number
}

export interface LostCustomer {
  readonly customerId: number
  readonly name: string
  readonly tier: Tier
  readonly lostOn: Day
  readonly lastPurchaseOn: Day
  readonly why: Cause
  readonly note: string | null
  /** Decimal string: the net money of the 365 days up to their last purchase. */
  readonly value: string
  readonly undone: LeftUndone
}

/**
 * The churn of a period by name: who was neither prospect nor lost on its first day and is lost on its last, why, and
 * what the shop had left undone. Money as decimal strings.
 */
export interface Losses {
  readonly from: Day
  readonly to: Day
  readonly currency: string
  readonly customers: number
  readonly value: string
  /** Every cause, those nobody was lost by among them; unknown: the owner gave none. */
  readonly causes: readonly { readonly why: Cause; readonly customers: number; readonly value: string }[]
  /** Sums, and for how many of them anything was left undone. */
  readonly undone: LeftUndone & { readonly customers: number }
  /** Dearest first. */
  readonly lost: readonly LostCustomer[]
  /** Who first bought, or came back from lost, after the first day and was lost by the last: in no rate. By id. */
  readonly cameAndWent: readonly {
    readonly customerId: number
    readonly name: string
    readonly lostOn: Day
    readonly lastPurchaseOn: Day
  }[]
}

/** So many days before the lost day are looked through for what was left undone. */
export const watchedDays = 90

/** The losses of a period among the customers asked for (everyone who is not archived, without `only`). */
export async function readLosses(
  book: Pick<Book, 'db' | 'policy' | 'currency'>,
  { from, to }: Period,
  only?: ReadonlySet<number>,
): Promise<Losses> {
  const { db, currency } = book
  const [purchases, people] = await Promise.all([readPurchaseHistory(db, to), readPeople(db)])
  const [{ start, end }] = standpointsOn(purchases, [{ from, to }]) as [PeriodEnds]
  const gone: GoneCustomer[] = []
  const cameAndWent: GoneCustomer[] = []
  for (const { id, opening } of people) {
    if (only && !only.has(id)) continue
    if (end.stage(id, opening) !== 'lost') continue
    const { lostOn, lastOn } = end.rhythm(id, opening)
    if (lostOn === null || lastOn === null) continue
    const before = start.stage(id, opening)
    if (before !== 'prospect' && before !== 'lost') gone.push({ id, lostOn, lastOn })
    else if (lastOn > from) cameAndWent.push({ id, lostOn, lastOn })
  }
  const ids = gone.map(({ id }) => id)
  const then = { db, today: to }
  const [names, tiers, reasons, values] = await Promise.all([
    namesOf(db, [...ids, ...cameAndWent.map(({ id }) => id)]),
    currentTiers(then, ids),
    lossReasons(then, ids),
    yearBefore(db, to, gone),
  ])
  const undone = await leftUndone(book, purchases, gone)
  const broughtBy = ({ id }: { id: number }): Minor => values.get(id) ?? 0
  const causeOf = ({ id, lastOn }: { id: number; lastOn: Day }) => {
    const reason = reasons.get(id)
    return reason && belongs(reason, lastOn) ? reason : null
  }
  const money = (some: readonly { id: number }[]) =>
    decimal(
      some.reduce((sum, one) => sum + broughtBy(one), 0),
      currency,
    )
  const all = [...undone.values()]
  const sum = (part: keyof LeftUndone) => all.reduce((total, one) => total + one[part], 0)
  return {
    from,
    to,
    currency,
    customers: gone.length,
    value: money(gone),
    causes: causes.map((why) => {
      const some = gone.filter((one) => (causeOf(one)?.why ?? 'unknown') === why)
      return { why, customers: some.length, value: money(some) }
    }),
    undone: {
      customers: all.filter(({ promises, replies, followups }) => promises + replies + followups > 0).length,
      promises: sum('promises'),
      replies: sum('replies'),
      followups: sum('followups'),
    },
    lost: gone
      .toSorted((one, other) => broughtBy(other) - broughtBy(one) || one.id - other.id)
      .map((one) => ({
        customerId: one.id,
        name: names.get(one.id) ?? '',
        tier: tiers.get(one.id) ?? 'D',
        lostOn: one.lostOn,
        lastPurchaseOn: one.lastOn,
        why: causeOf(one)?.why ?? 'unknown',
        note: causeOf(one)?.note ?? null,
        value: decimal(broughtBy(one), currency),
        undone: undone.get(one.id) ?? nothing,
      })),
    cameAndWent: cameAndWent.map(({ id, lostOn, lastOn }) => ({
      customerId: id,
      name: names.get(id) ?? '',
      lostOn,
      lastPurchaseOn: lastOn,
    })),
  }
}

interface GoneCustomer {
  readonly id: number
  readonly lostOn: Day
  readonly lastOn: Day
}

const nothing: LeftUndone = { promises: 0, replies: 0, followups: 0 }

async function leftUndone(
  book: Pick<Book, 'db' | 'policy'>,
  purchases: PurchaseHistory,
  gone: readonly GoneCustomer[],
): Promise<Map<number, LeftUndone>> {
  const undone = new Map<number, LeftUndone>()
  const days = gone.map(({ lostOn }) => serial(lostOn))
  if (days.length === 0) return undone
  const [first, last] = days.reduce(
    ([least, most], day) => [Math.min(least, day), Math.max(most, day)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
  const { people, episodes } = await readReplay(
    book,
    { from: addDays(daySerial(first), -watchedDays), to: addDays(daySerial(last), -1) },
    { purchases, only: gone.map(({ id }) => id) },
  )
  const lostOn = new Map(gone.map((one) => [one.id, serial(one.lostOn)]))
  for (const person of people) {
    const day = lostOn.get(person.id)
    if (day === undefined) continue
    const left = episodes(person, day - watchedDays, day - 1).filter(({ end }) => end === 'lapsed' || end === 'open')
    const promises = left.filter(({ reason, waits }) => reason === 'promise' && !waits).length
    const replies = left.filter(({ waits }) => waits).length
    undone.set(person.id, { promises, replies, followups: left.length - promises - replies })
  }
  return undone
}

/**
 * The net money of the 365 days up to each customer's last purchase, as known on a day: what those purchases brought,
 * less what was refunded of them, less what was returned in those days without naming a purchase.
 */
export async function yearBefore(
  db: Db,
  day: Day,
  customers: readonly { readonly id: number; readonly lastOn: Day }[],
): Promise<Map<number, Minor>> {
  const asked = rowsOf(customers.map(({ id, lastOn }) => [id, addDays(lastOn, -364), lastOn]))
  const { rows } = await sql<{ id: number; net: number }>`
    select cast(a.value ->> 0 as bigint) as id, sum(case
      when e.kind = 'purchase' then e.amount - coalesce((select sum(r.amount) from entry r where r.refund_of = e.id
        and r.void = 0 and r."on" <= ${day}), 0)
      else -e.amount end) as net
    from ${asked} as a join entry e on e.customer_id = cast(a.value ->> 0 as bigint) and e."on" between a.value ->> 1
      and a.value ->> 2
    where e.void = 0 and (e.kind = 'purchase' or (e.kind = 'refund' and e.refund_of is null))
    group by 1`.execute(db)
  return new Map(rows.map(({ id, net }) => [id, net]))
}
