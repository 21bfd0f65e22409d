import type { Day } from '../day.ts'
import { LedgerError } from '../errors.ts'

/** The days asked for: one day, or from and to. Throws usage.conflict, day.reversed. */
export function period({ on, from, to }: { on?: Day | undefined; from?: Day | undefined; to?: Day | undefined }): {
  from: Day | undefined
  to: Day | undefined
} {
  if (on !== undefined && (from ?? to) !== undefined) throw new LedgerError('usage.conflict', { first: '--on', second: from === undefined ? '--to' : '--from' })
  if (from !== undefined && to !== undefined && from > to) throw new LedgerError('day.reversed', { from, to })
  return on === undefined ? { from, to } : { from: on, to: on }
}
