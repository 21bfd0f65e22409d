import type { Db } from '../../store/db.ts'
import type { Day } from '../day.ts'

/** Which of these customers have a complaint that is not resolved on a day. The ledger keeps none yet. */
export async function openComplaints(_db: Db, _today: Day, _ids: readonly number[]): Promise<ReadonlySet<number>> {
  return new Set()
}
