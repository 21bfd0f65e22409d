import { verb as declare } from '../../cli/verb.ts'
import { readItems } from '../../ledger/report/items.ts'
import { itemsScreen } from '../../screens/items.ts'
import { openPeriodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report items',
  options: [...reportFlags, '-l, --limit <count>'],
  book: 'read',
  input: (read) => read.object({ ...reportInput(read), limit: read.optional(read.count(1)) }),
  screen: itemsScreen,
  async run({ book }, { explain, limit, ...asked }) {
    const { period, only, whole } = await openPeriodAsked(book, asked)
    const report = await readItems({ ...book, today: period.to }, { from: period.from, only })
    return { report, explain, whole, limit }
  },
})
