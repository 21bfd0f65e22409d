import { verb as declare } from '../../cli/verb.ts'
import { listEvents } from '../../ledger/care/event/events.ts'
import { openPeriodOf } from '../../ledger/period.ts'
import { eventsReportScreen } from '../../screens/event.ts'
import { reportFlags, reportInput } from './report-flags.ts'

const daysAlone = reportFlags.filter((flag) => /^--(from|to|month|quarter|explain)/.test(flag))

export const verb = declare({
  name: 'report events',
  options: daysAlone,
  book: 'read',
  input(read) {
    const { from, to, month, quarter, explain } = reportInput(read)
    return read.object({ from, to, month, quarter, explain })
  },
  screen: eventsReportScreen,
  async run({ book }, { explain, ...asked }) {
    const { from, to } = openPeriodOf(asked, book.today)
    const report = { from, to, rows: await listEvents({ ...book, today: to }, { from, to }) }
    return { report, explain }
  },
})
