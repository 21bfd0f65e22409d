import { decimal, minorOf } from '../ledger/money.ts'
import type { Pareto, ParetoRow } from '../ledger/report/pareto.ts'
import { bars } from '../terminal/chart/bars.ts'
import { figureHeads, table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { hung, padStart, widthOf } from '../terminal/width.ts'
import { type Reported, reportScreen } from './report.ts'

interface ParetoAsked extends Reported<Pareto> {
  /** Whether all days and everyone were asked for. */
  readonly whole: boolean
  readonly currency: string
}

export const paretoScreen = reportScreen<ParetoAsked, ParetoRow>({
  rows: ({ report }) => report.rows,
  columns: { customerId: 'count', name: 'text', profit: 'money', share: 'share', cumulativeShare: 'share' },
  id: ({ customerId }) => customerId,
  title: ({ report }, voice) => voice.words.pareto.title(report, voice),
  body: ({ report, currency }, voice) => curve(report, currency, voice),
  reckoning: (_, { words }) => words.pareto.explain,
  next: ({ report, whole }, { words }) => words.pareto.next(report, whole),
})

/** Every customer, the best first, and where a terminal stops the curve: in words, and by tenths with a bar each. */
function curve(pareto: Pareto, currency: string, voice: Voice): string[] {
  const { pareto: words } = voice.words
  if (pareto.customers === 0) return []
  return [
    ...table(
      figureHeads(words.heads(pareto)),
      pareto.rows.map(({ customerId, name, profit, share, cumulativeShare }) => [
        `  #${customerId} ${name}`,
        voice.money(profit),
        share === null ? '-' : voice.share(share),
        cumulativeShare === null ? '-' : voice.share(cumulativeShare),
      ]),
      voice,
    ),
    '',
    ...words.curve(pareto, voice).flatMap((line) => hung(line, voice.width)),
    ...tenths(pareto, currency, voice),
  ]
}

/** Ten groups as equal as whole customers allow; of fewer than ten, each is a line of the table anyway. */
function tenths({ rows, customers, measure, gained }: Pareto, currency: string, voice: Voice): string[] {
  if (customers < 10 || Number(gained) === 0) return []
  const all = minorOf(gained)
  const groups = Array.from({ length: 10 }, (_, at) => {
    const [from, to] = [Math.round((at * customers) / 10), Math.round(((at + 1) * customers) / 10)]
    const sum = rows.slice(from, to).reduce((total, { profit }) => total + minorOf(profit), 0)
    return { label: voice.words.pareto.tenth(from + 1, to), sum, money: voice.money(decimal(sum, currency)), share: voice.share(sum / all) }
  })
  const widest = Math.max(...groups.map(({ share }) => widthOf(share)))
  return [
    voice.dim(voice.words.pareto.tenths(measure)),
    ...bars(
      groups.map(({ label, sum, money, share }) => ({ label, value: sum, figure: `${money}  ${padStart(share, widest)}` })),
      voice,
    ),
  ]
}
