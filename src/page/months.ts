import { lastOfMonth } from '../ledger/day.ts'
import type { Period } from '../ledger/period.ts'
import { isByDay, type MonthRow } from '../ledger/report/months.ts'
import type { Overview } from '../ledger/report/overview.ts'
import { grouped } from '../locales/figure.ts'
import { draw, rule, still, text } from './chart.ts'
import { type Html, html, prose } from './html.ts'
import { legend, section, type Telling } from './section.ts'

/** Money by month: bars, and the same in figures. */
export function months(overview: Overview, telling: Telling): Html {
  const { figures } = overview
  const { title, titleByDay, how, next, none, customers, walkIn } = telling.words.page.months
  const byDay = isByDay(overview.months)
  const named = { title: byDay ? titleByDay : title, how, next: next(telling.flags.period) }
  if (overview.months.every(({ revenue, refunds }) => Number(revenue) === 0 && Number(refunds) === 0))
    return section(named, telling, html`<p class="lead">${none}</p>`)
  const withWalkIn = overview.months.some((month) => Number(month.walkIn) !== 0)
  const first = !byDay && !figures.from.endsWith('-01') && overview.months[0]?.month === figures.from.slice(0, 7)
  const last = !byDay && overview.months.length > 1 && !isMonthsEnd(figures.to)
  const colours = withWalkIn
    ? legend([
        ['one', customers],
        ['two', walkIn],
      ])
    : null
  const charts = [
    chart(overview, telling, { width: 900, height: 250, only: 'wider' }),
    chart(overview, telling, { width: 400, height: 240, only: 'narrow' }),
  ]
  const cut = (first || last) && html`<p class="past">${prose(cutMonths(figures, first, last, telling))}</p>`
  return section(
    named,
    telling,
    html`<figure>${colours}${charts}</figure>
${cut}${table(overview, telling, withWalkIn)}`,
  )
}

function cutMonths({ from, to }: Period, first: boolean, last: boolean, { words }: Telling): string {
  const { cut } = words.page.months
  return first && last ? cut.both(from, to) : first ? cut.first(from) : cut.last(to)
}

function isMonthsEnd(day: string): boolean {
  return Number(day.slice(8)) === lastOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))
}

function chart(
  { months, figures }: Overview,
  { words, speech }: Telling,
  place: { width: number; height: number; only: string },
): Html {
  const { month: monthName, label, customers, walkIn } = words.page.months
  const named = (month: string) => monthName(Number(month.slice(5)))
  const byDay = isByDay(months)
  const isCut = (at: number) =>
    !byDay &&
    ((at === 0 && !figures.from.endsWith('-01') && months[0]?.month === figures.from.slice(0, 7)) ||
      (at === months.length - 1 && !isMonthsEnd(figures.to)))
  const bars = (name: string, color: string, value: (month: MonthRow) => number) => ({
    type: 'bar' as const,
    name,
    stack: 'bought',
    barMaxWidth: 48,
    ...still,
    itemStyle: { color },
    data: months.map((month, at) => ({
      value: value(month),
      ...(isCut(at) ? { itemStyle: { color, opacity: 0.55 } } : {}),
    })),
  })
  return draw(
    {
      grid: { left: 4, right: 4, top: 12, bottom: 4 },
      xAxis: {
        type: 'category',
        data: months.map(({ month }, at) =>
          byDay
            ? String(Number(month.slice(8)))
            : at === 0 || month.endsWith('-01')
              ? `${named(month)}\n${month.slice(0, 4)}`
              : named(month),
        ),
        axisLabel: { ...text, lineHeight: 16, hideOverlap: true },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: rule } },
      },
      yAxis: {
        type: 'value',
        splitNumber: 4,
        axisLabel: { ...text, formatter: (value: number) => speech.money(String(value)) },
        splitLine: { lineStyle: { color: rule } },
      },
      series: [
        bars(customers, 'var(--one)', ({ revenue, walkIn }) => Number(revenue) - Number(walkIn)),
        bars(walkIn, 'var(--two)', ({ walkIn }) => Number(walkIn)),
      ],
    },
    { ...place, label: (byDay ? words.page.months.labelByDay : label)(months.length) },
  )
}

/** So many months are listed in figures; the bars show all of them. */
const most = 36

function table({ months, figures }: Overview, { words, speech }: Telling, withWalkIn: boolean): Html {
  const { heads, total, older, title, titleByDay } = words.page.months
  const shown = heads.filter((_, at) => at !== 2 || withWalkIn)
  // A phone has room for what came in and who bought.
  const onPhones = (head: string) => head !== heads[3] && head !== heads[4]
  const line = (name: string, [came, anonymous, back]: readonly string[], sales: number, buyers: number) => {
    const money = (amount = '0') => speech.money(amount)
    const cells = [
      html`<td>${money(came)}</td>`,
      withWalkIn && html`<td>${money(anonymous)}</td>`,
      html`<td class="wider">${money(back)}</td><td class="wider">${grouped(sales)}</td>`,
      html`<td>${grouped(buyers)}</td>`,
    ]
    return html`<tr><th scope="row">${name}</th>${cells}</tr>`
  }
  const row = ({ month, revenue, walkIn, refunds, purchases, buyers }: MonthRow) =>
    line(month, [revenue, walkIn, refunds], purchases, buyers)
  const purchases = months.reduce((sum, month) => sum + month.purchases, 0)
  const hidden = Math.max(0, months.length - most)
  const top = shown.map((head) => html`<th scope="col" class="${onPhones(head) ? '' : 'wider'}">${head}</th>`)
  const rows = [
    hidden > 0 && html`<tr><td colspan="${shown.length}">${older(hidden)}</td></tr>`,
    months.slice(hidden).map(row),
  ]
  const sums = [figures.revenue, figures.walkIn?.revenue ?? '0', figures.refunds]
  const label = isByDay(months) ? titleByDay : title
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table><thead><tr>${top}</tr></thead>
<tbody>${rows}</tbody>
<tfoot>${line(total, sums, purchases, figures.buyers)}</tfoot></table></div>`
}
