import { verb as declare } from '../../cli/verb.ts'
import type { Value, Valued } from '../../ledger/report/value/value.ts'
import type { Columns } from '../../terminal/columns.ts'
import { reportFlags, reportInput, stretchAsked } from './report-flags.ts'

const columns: Columns<Valued> = {
  customerId: 'count',
  name: 'text',
  stage: 'text',
  frequency: 'count',
  recency: 'count',
  age: 'count',
  alive: 'share',
  expectedPurchases: 'count',
  averageValue: 'money',
  lifetimeValue: 'money',
}

export const verb = declare({
  name: 'report value',
  options: [...reportFlags, '--calibrate-until <day>', '--unit <unit>', '--horizon <number>', '--discount-rate <rate>', '-l, --limit <number>'],
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
  async run({ book, terminal, words }, { calibrateUntil = null, unit: typedUnit, horizon, discountRate = '10%', limit, explain, ...asked }) {
    const { readValue } = await import('../../ledger/report/value/value.ts')
    const { readUnit, yearOf } = await import('../../ledger/report/value/value.ts')
    const { readShare } = await import('../../ledger/book/policy/read-value.ts')
    const { closing } = await import('../../screens/report-footer.ts')
    const { figures } = await import('../../terminal/figures.ts')
    const { table } = await import('../../terminal/table.ts')
    const { hung } = await import('../../terminal/width.ts')
    const unit = typedUnit === undefined ? 'week' : readUnit(typedUnit)
    const rate = readShare(discountRate)
    const { stretch, only } = await stretchAsked(book, asked)
    const from = stretch.from
    const value = await readValue(
      { ...book, today: stretch.to },
      { from, calibrateUntil, unit, horizon: horizon ?? yearOf[unit], discountRate: rate, only, limit },
    )
    await terminal.show<Value, Valued>(value, {
      rows: ({ customers }) => customers,
      columns,
      id: ({ customerId }) => customerId,
      say: (value, voice) => {
        const said = words.value
        const tabled = (heads: readonly string[], rows: readonly (readonly string[])[], left: number) =>
          rows.length === 0
            ? []
            : table(
                heads.map((head, at) => ({ head, right: at >= left })),
                rows,
                voice,
              )
        return [
          voice.strong(said.title(value, voice)),
          // The list may be long: what it rests on stands where a terminal stops.
          ...tabled(said.heads(value), said.rows(value, voice), 2),
          ...(value.customers.length > 0 && !value.model.doubt ? [''] : []),
          ...figures(said.lines(value, voice), voice),
          ...said.notes(value).flatMap((line) => hung(line, voice.width)),
          ...(value.holdout ? [voice.strong(said.holdout(value.holdout, value, voice))] : []),
          ...tabled(said.holdoutHeads, value.holdout ? said.holdoutRows(value.holdout) : [], 0),
          ...(explain ? closing({ explain: said.explain(value, voice), next: '' }, true, voice) : said.next(value)),
        ]
      },
    })
  },
})
