import { type Day, type DayNumber, daySerial, serial } from '../day.ts'
import { decimal, type Minor } from '../money.ts'
import { monthNamed, monthNumber } from '../period.ts'

/** Money on a day: a purchase's net amount, or less than nothing for goods returned. */
export interface DatedAmount {
  readonly on: DayNumber
  readonly net: Minor
}

/** Counts customers one after another: a row for each first month, a cell for each month since. */
export class CohortTable {
  private readonly rows = new Map<number, { customers: number; active: Int32Array; revenue: Float64Array }>()
  private readonly months = new Map<DayNumber, number>()
  private readonly last: number
  private readonly from: DayNumber

  constructor(today: Day, from: Day | null) {
    this.last = monthNumber(today)
    this.from = from === null ? Number.NEGATIVE_INFINITY : serial(from)
  }

  /**
   * A customer's counted purchases, at least one, and their returns, in any order. A return from before the first month
   * counts in that one.
   */
  add(bought: readonly DatedAmount[], returned: readonly DatedAmount[]): void {
    const first = bought.reduce((least, { on }) => Math.min(least, on), Number.POSITIVE_INFINITY)
    if (first < this.from) return
    const begins = this.monthOf(first)
    const row = this.row(begins)
    row.customers++
    const seen = new Set<number>()
    for (const { on, net } of bought) {
      const month = this.monthOf(on) - begins
      row.revenue[month] = (row.revenue[month] ?? 0) + net
      seen.add(month)
    }
    for (const month of seen) row.active[month] = (row.active[month] ?? 0) + 1
    for (const { on, net } of returned) {
      const month = Math.max(0, this.monthOf(on) - begins)
      row.revenue[month] = (row.revenue[month] ?? 0) + net
    }
  }

  cohorts(currency: string): Cohort[] {
    return [...this.rows]
      .sort(([one], [other]) => one - other)
      .map(([begins, { customers, active, revenue }]) => ({
        cohort: monthNamed(begins),
        customers,
        months: Array.from(active, (count, month) => ({
          month,
          active: count,
          revenue: decimal(revenue[month] ?? 0, currency),
        })),
      }))
  }

  private monthOf(day: DayNumber): number {
    let month = this.months.get(day)
    if (month === undefined) {
      month = monthNumber(daySerial(day))
      this.months.set(day, month)
    }
    return month
  }

  private row(begins: number) {
    const months = this.last - begins + 1
    const row = this.rows.get(begins) ?? {
      customers: 0,
      active: new Int32Array(months),
      revenue: new Float64Array(months),
    }
    this.rows.set(begins, row)
    return row
  }
}

/** Those who bought for the first time in one month, and what became of them (SPEC 7). */
export interface Cohort {
  /** `1997-01` */
  readonly cohort: string
  readonly customers: number
  /** Month 0 is the first, then one after another to the last day's, that one as far as it has come. */
  readonly months: readonly CohortMonth[]
}

export interface CohortMonth {
  readonly month: number
  /** Who made a counted purchase in it. */
  readonly active: number
  /**
   * What they bought in it, less what of that was given back up to the last day; goods returned without their purchase
   * on their own day.
   */
  readonly revenue: string
}
