import { verb as declare } from '../../cli/verb.ts'
import { readItems } from '../../ledger/report/items.ts'
import { itemsScreen } from '../../screens/items.ts'
import { openPeriodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report items',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  screen: itemsScreen,
  async run({ book }, { explain, ...asked }) {
    const { period, only, whole } = await openPeriodAsked(book, asked)
    return { report: await readItems({ ...book, today: period.to }, { from: period.from, only }), explain, whole }
  },
})
