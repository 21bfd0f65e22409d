import type { Overview } from '../ledger/report/overview.ts'
import type { Pareto } from '../ledger/report/pareto.ts'
import { grouped } from '../locales/figure.ts'
import { draw, rule, still, text } from './chart.ts'
import { type Html, html, prose } from './html.ts'
import { section, type Telling } from './section.ts'

/** So many points are a curve. */
const most = 100

/** How few of the buyers bring how much. */
export function pareto({ pareto }: Overview, telling: Telling): Html {
  const { words, speech, flags } = telling
  const { title, how, next, none, noProfit, losing, heads } = words.page.pareto
  const named = { title: title[pareto.measure], how, next: next(flags.period + flags.whom) }
  if (pareto.customersAt80 === null)
    return section(named, telling, html`<p class="lead">${pareto.customers === 0 ? none : noProfit}</p>`)
  const rows = [0.1, 0.2, 0.3, 0.5].map((part) => {
    const count = Math.max(1, Math.round(pareto.customers * part))
    const brought = pareto.rows[count - 1]?.cumulativeShare ?? 0
    const cells = [grouped(count), speech.share(brought)].map((cell) => html`<td>${cell}</td>`)
    return html`<tr><th scope="row">${speech.share(part)}</th>${cells}</tr>`
  })
  const top = [0, 1, 2].map((at) => html`<th scope="col">${heads[at] ?? ''}</th>`)
  const drawn = html`<figure class="half">${curve(pareto, words)}</figure>`
  const losers = pareto.losing > 0 && ` ${losing(pareto.losing)}`
  return section(
    named,
    telling,
    html`<p class="lead">${prose(lead(pareto, telling))}${losers}</p>${drawn}
${pareto.customers >= 10 && html`<table><thead><tr>${top}</tr></thead><tbody>${rows}</tbody></table>`}`,
  )
}

function lead({ customers, customersAt80, shareOfCustomersAt80, gained, measure }: Pareto, telling: Telling): string {
  const { words, speech } = telling
  if (customersAt80 === null || shareOfCustomersAt80 === null) return ''
  const share = speech.share(shareOfCustomersAt80)
  const what = words.report.measure[measure]
  return words.page.pareto.lead(customersAt80, customers, share, what, speech.money(gained))
}

function curve({ rows, measure, customers, shareOfCustomersAt80 }: Pareto, { page }: Telling['words']): Html {
  const { label, axes } = page.pareto
  const step = Math.max(1, rows.length / most)
  const at = new Set([
    ...Array.from({ length: Math.ceil(rows.length / step) }, (_, n) => Math.floor(n * step)),
    rows.length - 1,
  ])
  const points: [number, number][] = [
    [0, 0],
    ...[...at].map((n): [number, number] => [((n + 1) / customers) * 100, (rows[n]?.cumulativeShare ?? 0) * 100]),
  ]
  const reached = (shareOfCustomersAt80 ?? 0) * 100
  const axis = {
    type: 'value' as const,
    min: 0,
    max: 100,
    interval: 20,
    splitLine: { lineStyle: { color: rule } },
    axisLine: { lineStyle: { color: rule } },
    nameTextStyle: text,
  }
  const percent = { ...text, formatter: '{value} %' }
  return draw(
    {
      grid: { left: 8, right: 18, top: 26, bottom: 24 },
      xAxis: { ...axis, name: axes.customers, nameLocation: 'middle', nameGap: 26, axisLabel: percent },
      yAxis: { ...axis, name: axes.part[measure], nameTextStyle: { ...text, align: 'left' }, axisLabel: percent },
      series: [
        {
          type: 'line',
          ...still,
          symbol: 'none',
          lineStyle: { color: 'var(--one)', width: 2.5 },
          areaStyle: { color: 'var(--wash)' },
          data: points,
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: 'var(--two)', width: 1.5, type: 'dashed' },
            label: { show: false },
            data: [
              [{ coord: [0, 80] }, { coord: [reached, 80] }],
              [{ coord: [reached, 80] }, { coord: [reached, 0] }],
            ],
          },
        },
      ],
    },
    { width: 400, height: 270, label },
  )
}
