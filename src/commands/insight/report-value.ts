import { verb as declare } from '../../cli/verb.ts'
import { readShare } from '../../ledger/book/policy/read-value.ts'
import { readUnit, readValue, yearOf } from '../../ledger/report/value/value.ts'
import { valueScreen } from '../../screens/value.ts'
import { openPeriodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report value',
  options: [
    ...reportFlags,
    '--calibrate-until <day>',
    '--unit <unit>',
    '--horizon <number>',
    '--discount-rate <rate>',
    '-l, --limit <number>',
  ],
  book: 'read',
  input: (read) =>
    read.object({
      ...reportInput(read),
      calibrateUntil: read.optional(read.pastDay),
      unit: read.optional(read.text),
      horizon: read.optional(read.count(1, 3650)),
      discountRate: read.optional(read.text),
      limit: read.optional(read.count(0)),
    }),
  screen: valueScreen,
  async run(
    { book },
    { calibrateUntil = null, unit: typed, horizon, discountRate: rate = '10%', limit, explain, ...asked },
  ) {
    const unit = typed === undefined ? 'week' : readUnit(typed)
    const discountRate = readShare(rate)
    const { period, only } = await openPeriodAsked(book, asked)
    const wanted = {
      from: period.from,
      calibrateUntil,
      unit,
      horizon: horizon ?? yearOf[unit],
      discountRate,
      only,
      limit,
    }
    return { report: await readValue({ ...book, today: period.to }, wanted), explain }
  },
})
