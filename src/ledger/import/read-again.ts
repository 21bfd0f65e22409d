import { dataRows } from './data-rows.ts'
import type { ImportPlan } from './import-plan.ts'
import type { RowMessage } from './outcome.ts'

/**
 * The faults with the cells of rows that were at fault only when others had been seen: those are looked up in the file.
 */
export async function readAgain(plan: ImportPlan, told: readonly RowMessage[]): Promise<readonly RowMessage[]> {
  const last = Math.max(-1, ...told.filter(({ unread }) => unread).map(({ line }) => line))
  if (last < 0) return told
  const missing = new Map(told.filter(({ unread }) => unread).map((one) => [one.line, one.field]))
  const values = new Map<number, string>()
  for await (const rows of dataRows(plan)) {
    for (const { line, cells } of rows) {
      const field = missing.get(line)
      // What was worked out of several cells keeps what it came to.
      const cell = field ? cells[plan.columns.get(field) ?? -1] : undefined
      if (cell !== undefined) values.set(line, cell)
    }
    if ((rows.at(-1)?.line ?? 0) >= last) break
  }
  return told.map((one) => ({ ...one, value: values.get(one.line) ?? one.value }))
}
