import { verb as declare } from '../../cli/verb.ts'
import { readCompat, readRfm } from '../../ledger/segment/rfm.ts'
import { rfmScreen } from '../../screens/rfm.ts'
import { openPeriodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report rfm',
  options: [...reportFlags, '--compat <package>', '-l, --limit <count>'],
  book: 'read',
  input: (read) =>
    read.object({ ...reportInput(read), compat: read.optional(read.text), limit: read.optional(read.count(1)) }),
  screen: rfmScreen,
  async run({ book }, { compat: typed, explain, limit, ...asked }) {
    const { period, only, whole } = await openPeriodAsked(book, asked)
    const compat = typed === undefined ? null : readCompat(typed)
    const report = await readRfm({ ...book, today: period.to }, { from: period.from, only, compat })
    return { report, explain, limit, compat, policy: compat ? null : book.policy, whole, currency: book.currency }
  },
})
