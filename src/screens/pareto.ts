import { decimal, minorOf } from '../ledger/money.ts'
import type { Pareto, ParetoRow } from '../ledger/report/pareto.ts'
import { bars } from '../terminal/chart/bars.ts'
import { figureHeads, table, whoHeads } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { hung } from '../terminal/width.ts'
import { daysOf, type Limited, leftOut, nextOfNobody, type Reported, reportScreen } from './report.ts'

interface ParetoAsked extends Reported<Pareto>, Limited {
  /** Whether all days and everyone were asked for. */
  readonly whole: boolean
  readonly currency: string
}

export const paretoScreen = reportScreen<ParetoAsked, ParetoRow>({
  data: ({ report, limit }) => ({ ...report, rows: report.rows.slice(0, limit) }),
  rows: ({ report, limit }) => report.rows.slice(0, limit),
  columns: { customerId: 'count', name: 'text', profit: 'money', share: 'share', cumulativeShare: 'share' },
  id: ({ customerId }) => customerId,
  title({ report }, voice) {
    const { pareto: words, report: reports } = voice.words
    const { customers, profit, measure } = report
    const brought =
      customers === 0 ? words.nobodyBought : words.brought(customers, voice.money(profit), reports.measure[measure])
    return words.title(daysOf(report, reports.days), brought)
  },
  body: ({ report, currency, limit }, voice) => curve(report, { currency, limit }, voice),
  reckoning: (_, { words }) => words.pareto.explain,
  next({ report: { customers, customersAt80 }, whole }, voice) {
    const { pareto: words } = voice.words
    if (customers === 0) return nextOfNobody('pareto', whole, voice)
    const list = customersAt80 === null ? '--sort spent' : `--sort profit --limit ${customersAt80}`
    const ids = customersAt80 === null ? '--ids' : `--ids | head -${customersAt80}`
    return words.next(whole ? `regulars list ${list}` : words.sameWith(ids))
  },
})

/** Every customer, the best first, and where a terminal stops the curve: in words, and by tenths with a bar each. */
function curve(pareto: Pareto, { currency, limit }: Pick<ParetoAsked, 'currency' | 'limit'>, voice: Voice): string[] {
  const { pareto: words, report } = voice.words
  if (pareto.customers === 0) return []
  return [
    ...inWords(pareto, voice).flatMap((line) => hung(line, voice.width)),
    ...table(
      [
        ...whoHeads(words.heads(report.measure[pareto.measure])[0] ?? ''),
        ...figureHeads(words.heads(report.measure[pareto.measure]).slice(1), 0),
      ],
      pareto.rows
        .slice(0, limit)
        .map(({ customerId, name, profit, share, cumulativeShare }) => [
          `  #${customerId}`,
          name,
          voice.money(profit),
          share === null ? '-' : voice.share(share),
          cumulativeShare === null ? '-' : voice.share(cumulativeShare),
        ]),
      voice,
    ),
    ...leftOut(pareto.customers, { limit }, voice),
    '',
    ...tenths(pareto, currency, voice),
  ]
}

/** How few bring how much, and who brings less than nothing. */
function inWords(pareto: Pareto, { words, money, share }: Voice): string[] {
  const { pareto: say, report } = words
  const { customers, customersAt80, shareOfCustomersAt80, gained, losing } = pareto
  const measure = report.measure[pareto.measure]
  if (customersAt80 === null || shareOfCustomersAt80 === null) return [say.nothing(customers, measure)]
  const few = say.few(customersAt80, customers, share(shareOfCustomersAt80), measure)
  return losing > 0 ? [few, say.losing(losing, money(gained))] : [few]
}

/** Ten groups as equal as whole customers allow; of fewer than ten, each is a line of the table anyway. */
function tenths({ rows, customers, measure, gained }: Pareto, currency: string, voice: Voice): string[] {
  if (customers < 10 || Number(gained) === 0) return []
  const all = minorOf(gained)
  const groups = Array.from({ length: 10 }, (_, at) => {
    const [from, to] = [Math.round((at * customers) / 10), Math.round(((at + 1) * customers) / 10)]
    const sum = rows.slice(from, to).reduce((total, { profit }) => total + minorOf(profit), 0)
    return {
      label: voice.words.pareto.tenth(from + 1, to),
      sum,
      money: voice.money(decimal(sum, currency)),
      share: voice.share(sum / all),
    }
  })
  return [
    voice.dim(voice.words.pareto.tenths(voice.words.report.measure[measure])),
    ...bars(
      groups.map(({ label, sum, money, share }) => ({ label, value: sum, figure: money, of: share })),
      voice,
    ),
  ]
}
