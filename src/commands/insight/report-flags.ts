import { whom, whomFlags, whomInput } from '../../cli/audience-flags.ts'
import type { Read } from '../../cli/inputs.ts'
import { audienceOf } from '../../ledger/audience/audience.ts'
import type { Book } from '../../ledger/book/book.ts'
import { type OpenPeriod, openPeriodOf, type Period, type PeriodRequest, periodOf } from '../../ledger/period.ts'
import { quoted } from '../../locales/asked.ts'

/** The flags every report takes: which days, which customers, and whether to say how it is reckoned. */
export const reportFlags = [
  '--from <day>',
  '--to <day>',
  '--month <month>',
  '--quarter <quarter>',
  ...whomFlags,
  '--explain',
]

export const reportInput = (read: Read) => ({
  from: read.optional(read.backDay),
  to: read.optional(read.backDay),
  month: read.optional(read.text),
  quarter: read.optional(read.text),
  ...whomInput(read),
  explain: read.flag,
})

type Asked = PeriodRequest & Parameters<typeof whom>[0]

/**
 * The period of a report that looks at one, the last 365 days unless asked, and the customers it is about (undefined:
 * everyone).
 */
export async function periodAsked(
  book: Book,
  asked: Asked,
): Promise<{ period: Period; only: ReadonlySet<number> | undefined }> {
  return { period: periodOf(asked, book.today), only: await audienceOf(book, whom(asked), { forgotten: true }) }
}

/** The flags of the days asked for, a blank before each: what another report is given to tell of the same days. */
export const daysTyped = ({ from, to, month, quarter }: PeriodRequest): string =>
  Object.entries({ from, to, month, quarter })
    .map(([flag, typed]) => (typed === undefined ? '' : ` --${flag} ${quoted(typed)}`))
    .join('')

/**
 * The days of a report that looks at everything up to the day unless asked; hand its ledger function `{ ...book, today:
 * period.to }`.
 * `whole` where all days and everyone were asked for, as `list` takes them: only then does `list` show the people
 * behind its figures.
 */
export async function openPeriodAsked(
  book: Book,
  asked: Asked,
): Promise<{ period: OpenPeriod; only: ReadonlySet<number> | undefined; whole: boolean }> {
  const [period, only] = [openPeriodOf(asked, book.today), await audienceOf(book, whom(asked), { forgotten: true })]
  return { period, only, whole: period.from === null && period.to === book.today && only === undefined }
}
