import type { Day } from '../day.ts'
import type { Minor } from '../money.ts'

/**
 * What a customer's purchases on or before the day add up to (SPEC 3, 6). A counted purchase is neither void nor
 * refunded in full;
 * one of 0.00 counts. Openings of old rosters are not in here: see `stage.ts`.
 */
export interface Standing {
  readonly customerId: number
  /** Counted purchases, and the distinct days they fell on. */
  readonly purchases: number
  readonly days: number
  readonly firstOn: Day | null
  readonly lastOn: Day | null
  /** Median days between distinct purchase days; null under three days. */
  readonly gap: number | null
  /** Net of refunds and returns, over all time. */
  readonly spent: Minor
  readonly profit: Minor
  /** f and p of SPEC 3: counted purchases and profit in the window of `tier.windowDays`. */
  readonly visits: number
  readonly windowProfit: Minor
  /** Net spend in the window, and the distinct days of its counted purchases. */
  readonly windowSpent: Minor
  readonly windowDays: number
}

/**
 * What standings are worked out from: the day, the first day of the window, and the margin of purchases without a cost.
 */
export interface Span {
  readonly day: Day
  readonly from: Day
  readonly margin: number
}

/** The first day of a window that leaves nothing out. */
export const beginning: Day = '0001-01-01'

/** Of who has not bought. */
export function emptyStanding(customerId: number): Standing {
  return {
    customerId,
    purchases: 0,
    days: 0,
    firstOn: null,
    lastOn: null,
    gap: null,
    spent: 0,
    profit: 0,
    visits: 0,
    windowProfit: 0,
    windowSpent: 0,
    windowDays: 0,
  }
}
