import { verb as declare } from '../../cli/verb.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { splitPeriod } from '../../ledger/period.ts'
import { readRateSeries, readRates } from '../../ledger/report/rates.ts'
import { rateSeriesScreen, ratesScreen } from '../../screens/rates.ts'
import { daysTyped, periodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report rates',
  options: [...reportFlags, '--by <length>'],
  book: 'read',
  input: (read) => read.object({ ...reportInput(read), by: read.optional(read.text) }),
  screen: rateSeriesScreen,
  async run({ book, flags, terminal }, { by, explain, ...asked }) {
    const { period, only } = await periodAsked(book, asked)
    if (by !== undefined) return { report: await readRateSeries(book, splitPeriod(period, by), only), period, explain }
    // What came and went from part to part is told of parts alone.
    if (flags.columns?.includes('net'))
      throw new LedgerError('usage.unknown-column', { asked: 'net', known: Object.keys(ratesScreen.columns ?? {}) })
    return terminal.show({ report: await readRates(book, period, only), days: daysTyped(asked), explain }, ratesScreen)
  },
})
