import { verb as declare } from '../../cli/verb.ts'
import { readComplaintReport } from '../../ledger/report/complaints.ts'
import { complaintReportScreen } from '../../screens/complaint-report.ts'
import { reportFlags, reportInput, stretchAsked } from './report-flags.ts'

export const verb = declare({
  name: 'report complaints',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  screen: complaintReportScreen,
  async run({ book }, { explain, ...asked }) {
    const { stretch, only, whole } = await stretchAsked(book, asked)
    return { report: await readComplaintReport(book, stretch, only), explain, whole }
  },
})
