import type { DumpImported } from '../ledger/dump/read.ts'
import type { Screen } from '../terminal/screen.ts'

/** A whole shop read in. */
export const importAllScreen: Screen<DumpImported & { readonly dryRun: boolean }> = {
  lines: ({ rows: { customer = 0, entry = 0, contact = 0 }, change }, { words }) => words.exported.whole.done(customer, entry, contact, change),
  tellsUndo: true,
}
