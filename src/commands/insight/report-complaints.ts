import { verb as declare } from '../../cli/verb.ts'
import { readComplaintReport } from '../../ledger/report/complaints.ts'
import { complaintReportScreen } from '../../screens/complaint-report.ts'
import { openPeriodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report complaints',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  screen: complaintReportScreen,
  async run({ book }, { explain, ...asked }) {
    const { period, only, whole } = await openPeriodAsked(book, asked)
    return { report: await readComplaintReport(book, period, only), explain, whole }
  },
})
