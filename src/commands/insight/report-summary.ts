import { verb as declare } from '../../cli/verb.ts'
import type { CommonTraits } from '../../ledger/report/summary/common-traits.ts'
import type { Figures } from '../../ledger/report/summary/figures.ts'
import type { Columns } from '../../terminal/columns.ts'
import { daysTyped, periodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report summary',
  options: [...reportFlags],
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  async run({ book, terminal, words: { summary } }, { explain, ...asked }) {
    const { readSummary } = await import('../../ledger/report/summary/summary.ts')
    const { isWhole } = await import('../../ledger/period.ts')
    const { closing } = await import('../../screens/report-footer.ts')
    const { comparison } = await import('../../terminal/comparison.ts')
    const { filled } = await import('../../terminal/filled.ts')
    const { table } = await import('../../terminal/table.ts')
    const { period, only } = await periodAsked(book, asked)
    const kind = asked.month !== undefined ? 'month' : asked.quarter !== undefined ? 'quarter' : 'days'
    const as = { kind, whole: isWhole(period, kind) } as const
    await terminal.show(await readSummary(book, period, kind, only), {
      rows: (value) => [figuresRow(value), figuresRow(value.before)],
      columns,
      say(value, voice) {
        const { best, fading, common, stages } = value
        const block = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', voice.strong(title), ...lines])
        const people = (rows: string[][]) => table([{ head: '' }, { head: '' }, { head: '', right: true }, { head: '' }], indented(rows), voice)
        const ground = (group: CommonTraits) => filled(summary.common.of(group), voice)
        const sales = (all: readonly { readonly spent: string; readonly profit: string }[]) => all.every(({ spent, profit }) => spent === profit)
        return [
          voice.strong(summary.title(value, as)),
          ...(value.walkIn ? [] : [summary.chosen(Object.values(stages).reduce((sum, count) => sum + count, 0))]),
          ...[summary.recorded(value)].filter((line) => line !== ''),
          ...comparison(
            summary.heads(value, as),
            [...summary.money(value, voice), ...summary.people(value, voice), ...summary.accounts(value, voice), ...summary.contacts(value, voice)],
            voice,
          ),
          '',
          ...filled(
            [summary.tiers(value), summary.movements(value), summary.stages(value)].filter((line) => line !== null),
            voice,
          ),
          voice.dim(summary.brackets(value)),
          ...block(summary.best.title(best, sales(best)), people(best.map((one) => summary.best.row(one, voice)))),
          ...block(summary.fading.title(fading, stages.declining, sales(fading)), people(fading.map((one) => summary.fading.row(one, voice)))),
          ...block(summary.common.buyers(common.buyers), ground(common.buyers)),
          ...block(summary.common.lost(common.lost), ground(common.lost)),
          '',
          ...(explain
            ? closing({ explain: summary.explain, next: '' }, true, voice)
            : summary.next(daysTyped(asked)).flatMap((next) => closing({ explain: [], next }, false, voice))),
        ]
      },
    })
  },
})

const indented = (rows: readonly string[][]) => rows.map(([first = '', ...rest]) => [`  ${first}`, ...rest])

/** A period's figures in one line of a spreadsheet. */
function figuresRow({ walkIn, rates, contacts, ...figures }: Figures) {
  const { buyersAtStart, lost, churnRate, retentionRate, regained, repeatBuyers, repeatRate, referrers, referralRate } = rates
  const flat = { buyersAtStart, lost, churnRate, retentionRate, regained, repeatBuyers, repeatRate, referrers, referralRate }
  return { ...figures, walkIn: walkIn?.revenue ?? null, ...flat, contacts: contacts.made }
}

const columns: Columns<ReturnType<typeof figuresRow>> = {
  from: 'day',
  to: 'day',
  revenue: 'money',
  walkIn: 'money',
  purchases: 'count',
  refunds: 'money',
  returns: 'count',
  net: 'money',
  profit: 'money',
  buyers: 'count',
  newBuyers: 'count',
  repeatBuyers: 'count',
  repeatRate: 'share',
  referrers: 'count',
  referralRate: 'share',
  buyersAtStart: 'count',
  lost: 'count',
  churnRate: 'share',
  retentionRate: 'share',
  regained: 'count',
  balance: 'money',
  debtors: 'count',
  credit: 'money',
  creditors: 'count',
  contacts: 'count',
  tiers: 'facts',
  stages: 'facts',
}
