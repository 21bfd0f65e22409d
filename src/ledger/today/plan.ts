import type { Book } from '../book/book.ts'
import { addDays, type Day } from '../day.ts'
import { readDue } from '../followup/due.ts'
import { type FollowupGroup, followupGroups, groupOf } from '../followup/groups.ts'
import type { DueReason } from '../followup/reasons.ts'
import type { DueRow } from '../followup/row.ts'
import type { Reason } from '../reason/rules.ts'
import { readFellDue } from '../report/followups.ts'

/** A week's contacts, day by day, and how the week before went. */
export interface Plan {
  readonly from: Day
  readonly to: Day
  /** So many a day; a promise or a birthday on its day is never left out for it. */
  readonly capacity: number
  readonly days: readonly { readonly on: Day; readonly rows: readonly PlannedCustomer[] }[]
  /** Customers of each group who fall due within the week, and those of them for whom a day was found. */
  readonly goals: readonly { readonly group: FollowupGroup; readonly due: number; readonly planned: number }[]
  /**
   * What fell due in the seven days before: `done` in time or later, `late` those of them done later, `never` what went
   * by. The same counts as those of `report followups`.
   */
  readonly lastWeek: readonly {
    readonly group: FollowupGroup
    readonly due: number
    readonly done: number
    readonly late: number
    readonly never: number
  }[]
}

export interface PlannedCustomer extends Pick<DueRow, 'customerId' | 'name' | 'phone' | 'tier'> {
  readonly group: FollowupGroup
  readonly reasons: readonly DueReason[]
}

const length = 7

/**
 * Spreads who falls due within seven days over them: on each day first those whose promise or birthday is on it, then
 * the others by rank until `capacity` is reached; who finds no place moves on to the next day, and past the last out of
 * the plan. A customer with such a day of their own waits for it: one talk settles all.
 */
export async function readPlan(book: Book, from: Day, capacity: number): Promise<Plan> {
  const to = addDays(from, length - 1)
  const [{ due, aside }, lastWeek] = await Promise.all([
    readDue({ ...book, today: from }, { days: length - 1, limit: 'all' }),
    wentLastWeek(book, from),
  ])
  const customers = due.rows.map((row) => {
    const standing = standsOn(row, aside.heldUntil[row.customerId])
    return {
      row,
      group: groupOf(
        row.tier,
        row.reasons.map(({ reason }) => reason),
      ),
      ownDay: ownDay(standing, from, to),
      standsOn: standing.map(({ on }) => on).sort()[0] ?? from,
    }
  })
  const placed = new Set<(typeof customers)[number]>()
  const days = Array.from({ length }, (_, at) => addDays(from, at)).map((on) => {
    const own = customers.filter((one) => one.ownDay === on)
    const others = customers.filter((one) => one.ownDay === null && one.standsOn <= on && !placed.has(one))
    const chosen = [...own, ...others.slice(0, Math.max(0, capacity - own.length))]
    for (const one of chosen) placed.add(one)
    return { on, rows: chosen.map(({ row, group }) => planned(row, group)) }
  })
  return {
    from,
    to,
    capacity,
    days,
    goals: followupGroups.map((group) => {
      const all = customers.filter((one) => one.group === group)
      return { group, due: all.length, planned: all.filter((one) => placed.has(one)).length }
    }),
    lastWeek,
  }
}

interface Standing {
  readonly reason: DueReason
  /** Not before it is no longer held back. */
  readonly on: Day
}

function standsOn({ reasons }: DueRow, held: Partial<Record<Reason, Day>> = {}): Standing[] {
  return reasons.map((reason) => ({ reason, on: held[reason.reason] ?? reason.dueOn }))
}

/** The first day of the week that is a promise's or a birthday's own; a promise of before it is for the first day. */
function ownDay(standing: readonly Standing[], from: Day, to: Day): Day | null {
  const own = standing.flatMap(({ reason, on }): Day[] => {
    if (reason.reason === 'promise') return [on < from ? from : on]
    const isAhead = reason.reason === 'birthday' && reason.detail.on >= from
    return isAhead ? [reason.detail.on < on ? on : reason.detail.on] : []
  })
  return own.filter((day) => day <= to).sort()[0] ?? null
}

function planned({ customerId, name, phone, tier, reasons }: DueRow, group: FollowupGroup): PlannedCustomer {
  return { customerId, name, phone, tier, group, reasons }
}

async function wentLastWeek(book: Book, from: Day): Promise<Plan['lastWeek']> {
  const counts = followupGroups.map((group) => ({ group, due: 0, done: 0, late: 0, never: 0 }))
  await readFellDue(book, { from: addDays(from, -length), to: addDays(from, -1) }, {}, ({ tier, reason, result }) => {
    const count = counts[followupGroups.indexOf(groupOf(tier, [reason]))]
    if (!count) return
    count.due++
    if (result === 'inTime' || result === 'late') count.done++
    if (result === 'late') count.late++
    if (result === 'never') count.never++
  })
  return counts
}
