import { verb as declare } from '../../cli/verb.ts'
import { readSources } from '../../ledger/report/sources.ts'
import { sourcesScreen } from '../../screens/sources.ts'
import { reportFlags, reportInput, stretchAsked } from './report-flags.ts'

export const verb = declare({
  name: 'report sources',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  screen: sourcesScreen,
  async run({ book }, { explain, ...asked }) {
    const { stretch, only, whole } = await stretchAsked(book, asked)
    return { report: await readSources({ ...book, today: stretch.to }, { from: stretch.from, only }), explain, whole }
  },
})
