import type { FaultCode, Faults } from '../../errors.ts'
import type { Column } from '../columns.ts'
import type { SkipReason } from '../format/schema.ts'
import type { ImportPlan } from '../import-plan.ts'
import type { Notes, ReadContext, StatedTotal } from '../outcome.ts'

/** What the other core is sent off with; then it sends a batch for every `more`. */
export interface WorkerJob {
  readonly plan: ImportPlan
  readonly context: ReadContext
}

/** Rows as they come back from it, read. */
export interface RowBatch {
  readonly lines: Uint32Array
  /** Of the rows that can be taken, as `transfer.ts` writes them. */
  readonly values: string
  readonly faults: {
    at: number
    cells: readonly string[]
    code: FaultCode
    facts: Faults[FaultCode]
    field: Column | null
    value: string | null
  }[]
  readonly skips: { readonly at: number; readonly reason: SkipReason; readonly sum: number | null }[]
  readonly notes: (
    | readonly ['warn', ...Parameters<Notes['warn']>]
    | readonly ['blank', ...Parameters<Notes['blank']>]
    | readonly ['fee', ...Parameters<Notes['fee']>]
  )[]
}

export type WorkerMessage =
  | RowBatch
  | { readonly totals: readonly StatedTotal[] }
  | { readonly code: FaultCode; readonly facts: Faults[FaultCode] }
  | { readonly message: string }
