import { addDays } from '../ledger/day.ts'
import type { Overview } from '../ledger/report/overview.ts'
import { tiers as all, type Tier } from '../ledger/vocabulary.ts'
import { grouped } from '../locales/figure.ts'
import { draw, ink, still, text } from './chart.ts'
import { type Html, html, prose } from './html.ts'
import { section, type Telling } from './section.ts'

type Counts = Readonly<Record<Tier, number>>
const sum = (counts: Counts) => all.reduce((total, tier) => total + counts[tier], 0)

/** How many customers are in each tier, and who went where. */
export function tiers({ figures, tiersBefore }: Overview, telling: Telling): Html {
  const { words, flags } = telling
  const { title, how, next, total, none, unsorted, label } = words.page.tiers
  const customers = sum(figures.tiers)
  const named = { title, how, next: next(flags.list), count: total(customers) }
  if (customers === 0) return section({ ...named, count: '' }, telling, html`<p class="lead">${none}</p>`)
  const mix = (counts: Counts) => all.map((tier) => `${tier} ${grouped(counts[tier])}`).join(words.marks.parts)
  const mixes: [string, Counts][] = [
    ...(tiersBefore ? [[addDays(figures.from, -1), tiersBefore] as [string, Counts]] : []),
    [figures.to, figures.tiers],
  ]
  const said = mixes.map(([day, counts]) => `${day} ${mix(counts)}`).join('; ')
  const under = mixes.map(([day, counts]) => html`<p class="past">${day}${words.page.colon}${mix(counts)}</p>`)
  const moves = tiersBefore
    ? steps(figures.movements ?? [], tiersBefore, words)
    : html`<p class="past">${prose(unsorted(figures.from))}</p>`
  return section(
    named,
    telling,
    html`<div class="beside"><figure class="half">${chart(mixes, `${label}: ${said}`)}${under}</figure>
${moves}</div>`,
  )
}

function chart(mixes: readonly (readonly [string, Counts])[], label: string): Html {
  const largest = Math.max(...mixes.map(([, counts]) => sum(counts)))
  return draw(
    {
      grid: { left: 8, right: 4, top: 4, bottom: 4 },
      xAxis: { type: 'value', show: false, max: largest },
      yAxis: {
        type: 'category',
        inverse: true,
        data: mixes.map(([day]) => day),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { ...text, color: ink },
      },
      series: all.map((tier) => ({
        type: 'bar' as const,
        stack: 'tiers',
        barWidth: 34,
        ...still,
        itemStyle: { color: `var(--${tier.toLowerCase()})` },
        data: mixes.map(([, counts]) => ({
          value: counts[tier],
          // A segment too short for its figure goes without: the table has it.
          label: {
            ...text,
            show: counts[tier] / largest > 0.13,
            color: `var(--on-${tier.toLowerCase()})`,
            formatter: `${tier} ${counts[tier]}`,
          },
        })),
      })),
    },
    { width: 400, height: mixes.length * 52 + 8, label },
  )
}

function steps(
  moves: readonly { readonly from: Tier; readonly to: Tier; readonly customers: number }[],
  before: Counts,
  { page }: Telling['words'],
): Html {
  const { moves: corner, moved } = page.tiers
  const stepsOf = (from: Tier, to: Tier) => moves.find((move) => move.from === from && move.to === to)?.customers ?? 0
  const stayed = (tier: Tier) =>
    before[tier] - moves.filter(({ from }) => from === tier).reduce((total, { customers }) => total + customers, 0)
  const rank = (tier: Tier) => all.indexOf(tier)
  const count = (towards: (from: number, to: number) => boolean) =>
    moves.filter(({ from, to }) => towards(rank(from), rank(to))).reduce((total, { customers }) => total + customers, 0)
  const cell = (from: Tier, to: Tier) => {
    const customers = from === to ? stayed(from) : stepsOf(from, to)
    const way = from === to ? 'same' : customers === 0 ? 'same' : rank(to) < rank(from) ? 'up' : 'down'
    return html`<td class="${way}">${customers === 0 ? '-' : grouped(customers)}</td>`
  }
  const top = all.map((tier) => html`<th scope="col">${tier}</th>`)
  const rows = all.map((from) => html`<tr><th scope="row">${from}</th>${all.map((to) => cell(from, to))}</tr>`)
  return html`<div><p class="lead">${moved(
    count((from, to) => to < from),
    count((from, to) => to > from),
    all.reduce((total, tier) => total + stayed(tier), 0),
  )}</p>
<table class="steps"><thead><tr><th scope="col">${corner}</th>${top}</tr></thead>
<tbody>${rows}</tbody></table></div>`
}
