import { verb as declare } from '../../cli/verb.ts'
import { readItems } from '../../ledger/report/items.ts'
import { itemsScreen } from '../../screens/items.ts'
import { reportFlags, reportInput, stretchAsked } from './report-flags.ts'

export const verb = declare({
  name: 'report items',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  screen: itemsScreen,
  async run({ book }, { explain, ...asked }) {
    const { stretch, only, whole } = await stretchAsked(book, asked)
    return { report: await readItems({ ...book, today: stretch.to }, { from: stretch.from, only }), explain, whole }
  },
})
