import type { SourceRow, Sources } from '../ledger/report/sources.ts'
import { quoted } from '../locales/asked.ts'
import { grouped } from '../locales/figure.ts'
import { figureHeads, table } from '../terminal/table.ts'
import { daysOf, type Reported, reportScreen } from './report.ts'

interface SourcesAsked extends Reported<Sources> {
  /** Whether all days and everyone were asked for. */
  readonly whole: boolean
}

/** How customers came, and what became of them. */
export const sourcesScreen = reportScreen<SourcesAsked, SourceRow>({
  data: ({ report }) => report.rows,
  rows: ({ report }) => report.rows,
  columns: { source: 'text', added: 'count', bought: 'count', spent: 'money', active: 'count' },
  title: ({ report }, { words: { goods, report: reports } }) =>
    goods.sources.title(daysOf(report, reports.days), report.added),
  body({ report }, voice) {
    const { sources } = voice.words.goods
    if (report.rows.length === 0) return []
    return table(
      figureHeads(sources.heads),
      report.rows.map(({ source, added, bought, spent, active }) => [
        `  ${source ?? sources.notKnown}`,
        grouped(added),
        grouped(bought),
        voice.money(spent),
        grouped(active),
        bought === 0 ? '-' : voice.share(active / bought),
      ]),
      voice,
    )
  },
  reckoning: (_, { words }) => words.goods.sources.explain,
  next({ report: { rows } }, { words: { goods } }) {
    const named = rows.find(({ source }) => source !== null)
    return named?.source ? goods.sources.next(quoted(named.source)) : goods.sources.note
  },
})
