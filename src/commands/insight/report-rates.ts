import type { Rates } from '../../ledger/rates/rates.ts'
import type { Columns } from '../../terminal/columns.ts'
import { periodAsked, reportFlags, reportInput } from '../report.ts'
import { verb as declare } from '../verb.ts'

const columns: Columns<Rates> = {
  from: 'day',
  to: 'day',
  buyersAtStart: 'count',
  lost: 'count',
  churnRate: 'share',
  retentionRate: 'share',
  new: 'count',
  regained: 'count',
  buyers: 'count',
  repeatBuyers: 'count',
  repeatRate: 'share',
  referrers: 'count',
  referralRate: 'share',
}

export const verb = declare({
  name: 'report rates',
  options: [...reportFlags, '--by <length>'],
  book: 'read',
  input: (read) => read.object({ ...reportInput(read), by: read.optional(read.text) }),
  async run({ book, terminal, words }, { by, explain, ...asked }) {
    const { readRates } = await import('../../ledger/rates/rates.ts')
    const { splitPeriod } = await import('../../ledger/rates/period.ts')
    const { closing } = await import('../../terminal/closing.ts')
    const { figures } = await import('../../terminal/figures.ts')
    const { table } = await import('../../terminal/table.ts')
    const { period, only } = await periodAsked(book, asked)
    const parts = by === undefined ? null : splitPeriod(period, by)
    const { rates } = words.report
    if (parts) {
      const months: Rates[] = []
      for (const part of parts) months.push(await readRates(book, part, only))
      await terminal.show(months, {
        columns,
        say: (value, voice) => [
          voice.strong(rates.title(period)),
          ...table(
            rates.heads.map((head, at) => ({ head, right: at > 0 })),
            value.map((one) => rates.row(one, voice)),
            voice,
          ),
          ...closing(rates, explain, voice),
        ],
      })
      return
    }
    await terminal.show(await readRates(book, period, only), {
      columns,
      say: (value, voice) => [voice.strong(rates.title(value)), ...figures(rates.lines(value, voice), voice), ...closing(rates, explain, voice)],
    })
  },
})
