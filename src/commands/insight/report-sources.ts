import { verb as declare } from '../../cli/verb.ts'
import { readSources } from '../../ledger/report/sources.ts'
import { sourcesScreen } from '../../screens/sources.ts'
import { openPeriodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report sources',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  screen: sourcesScreen,
  async run({ book }, { explain, ...asked }) {
    const { period, only, whole } = await openPeriodAsked(book, asked)
    return { report: await readSources({ ...book, today: period.to }, { from: period.from, only }), explain, whole }
  },
})
