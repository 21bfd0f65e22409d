import type { DumpImported } from '../ledger/dump/read.ts'
import type { Words } from '../locales/en.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'

/** A whole shop read in. */
export const importAllScreen: Screen<DumpImported & { readonly dryRun: boolean }> = {
  lines({ rows, change }, { words: { exported } }) {
    const { whole } = exported
    const holds = holdsOf(rows, exported)
    return change === null ? whole.wouldImport(holds) : whole.imported(holds, change)
  },
  tellsUndo: true,
  saysWould: true,
}

/** What a file of a whole shop holds, before it is asked whether to import it. */
export function wholeShop(
  file: string,
  shop: string,
  rows: DumpImported['rows'],
  { words: { exported } }: Voice,
): string {
  const { whole } = exported
  const holds = holdsOf(rows, exported)
  return whole.plan(shop === '' ? file : whole.fileOf(file, shop), holds)
}

function holdsOf({ customer = 0, entry = 0, contact = 0 }: DumpImported['rows'], { whole }: Words['exported']): string {
  return whole.holds(customer, entry, contact)
}
