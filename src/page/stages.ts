import type { Overview } from '../ledger/report/overview.ts'
import { stages as all, type Stage } from '../ledger/vocabulary.ts'
import { grouped } from '../locales/figure.ts'
import { draw, ink, still, text } from './chart.ts'
import { type Html, html } from './html.ts'
import { section, type Telling } from './section.ts'

const colours: Readonly<Record<Stage, string>> = {
  prospect: 'var(--d)',
  exploring: 'var(--c)',
  forming: 'var(--b)',
  stable: 'var(--a)',
  declining: 'var(--fading)',
  lost: 'var(--gone)',
}

/** How many customers are at each stage at the end of the period. */
export function stages({ figures }: Overview, telling: Telling): Html {
  const { words, speech, flags } = telling
  const { title, how, next, none, total, label } = words.page.stages
  const counts = all.map((stage) => figures.stages[stage])
  const customers = counts.reduce((sum, count) => sum + count, 0)
  const named = { title, how, next: next(flags.list), count: total(customers, figures.to) }
  if (customers === 0) return section({ ...named, count: '' }, telling, html`<p class="lead">${none}</p>`)
  const said = all.map((stage, at) => `${words.terms.stage[stage]} ${grouped(counts[at] ?? 0)}`)
  const svg = draw(
    {
      grid: { left: 10, right: 92, top: 4, bottom: 4 },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: all.map((stage) => words.terms.stage[stage] ?? stage),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { ...text, color: ink },
      },
      series: [
        {
          type: 'bar',
          barWidth: 22,
          ...still,
          data: all.map((stage, at) => ({
            value: counts[at] ?? 0,
            itemStyle: { color: colours[stage] },
            label: {
              ...text,
              show: true,
              position: 'right',
              color: ink,
              formatter: `${grouped(counts[at] ?? 0)}  ${speech.share((counts[at] ?? 0) / customers)}`,
            },
          })),
        },
      ],
    },
    { width: 400, height: 222, label: `${label}: ${said.join(', ')}` },
  )
  return section(named, telling, html`<figure class="half">${svg}</figure>`)
}
