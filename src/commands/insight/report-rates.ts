import type { Rates } from '../../ledger/rates/rates.ts'
import type { Columns } from '../../terminal/columns.ts'
import type { Voice } from '../../terminal/voice.ts'
import { verb as declare } from '../verb.ts'

const flags = ['--from <day>', '--to <day>', '--month <month>', '--quarter <quarter>', '--by <length>']
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
  options: [...flags, '--tier <tier>', '--stage <stage>', '--tag <tag>*', '--source <source>', '--explain'],
  book: 'read',
  input: (read) =>
    read.object({
      from: read.optional(read.backDay),
      to: read.optional(read.backDay),
      month: read.optional(read.text),
      quarter: read.optional(read.text),
      by: read.optional(read.text),
      tier: read.optional(read.one('tier')),
      stage: read.optional(read.one('stage')),
      tag: read.words,
      source: read.optional(read.text),
      explain: read.flag,
    }),
  async run({ book, terminal, words }, { from, to, month, quarter, by, tier, stage, tag, source, explain }) {
    const { readRates } = await import('../../ledger/rates/rates.ts')
    const { periodOf, splitPeriod } = await import('../../ledger/rates/period.ts')
    const { audienceOf } = await import('../../ledger/rates/audience.ts')
    const { figures } = await import('../../terminal/figures.ts')
    const { table } = await import('../../terminal/table.ts')
    const { wrap } = await import('../../terminal/width.ts')
    const period = periodOf({ from, to, month, quarter }, book.today)
    const parts = by === undefined ? null : splitPeriod(period, by)
    const only = await audienceOf(book, { tier, stage, tags: tag, source })
    const { rates } = words.report
    const last = (voice: Voice) => (explain ? rates.explain : [rates.next]).flatMap((line) => wrap(line, voice.width ?? 100, '  '))
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
          ...last(voice),
        ],
      })
      return
    }
    await terminal.show(await readRates(book, period, only), {
      columns,
      say: (value, voice) => [voice.strong(rates.title(value)), ...figures(rates.lines(value, voice), voice), ...last(voice)],
    })
  },
})
