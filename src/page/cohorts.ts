import type { CohortMonth } from '../ledger/report/cohort-table.ts'
import type { Overview } from '../ledger/report/overview.ts'
import { grouped } from '../locales/figure.ts'
import { type Html, html } from './html.ts'
import { section, type Telling } from './section.ts'

/** What fits across a page of paper, and down it. */
const [across, down] = [13, 24]

/** Who came back how many months after they first bought: a table with a ground as deep as the share. */
export function cohorts({ cohorts: { from, to, cohorts, earlier }, asOf }: Overview, telling: Telling): Html {
  const { words, speech, flags } = telling
  const { title, how, next, heads, after, before, earlier: had, none } = words.page.cohorts
  const named = {
    title,
    how,
    next: next(`${from === null ? '' : ` --from ${from}`}${to === asOf ? '' : ` --to ${to}`}${flags.whom}`),
  }
  if (cohorts.length === 0)
    return section(named, telling, html`<p class="lead">${none}${earlier > 0 && ` ${had(earlier)}`}</p>`)
  const shown = cohorts.slice(-down)
  const columns = Math.min(across, Math.max(...shown.map(({ months }) => months.length)))
  const shareOf = ({ active }: CohortMonth, customers: number) => active / customers
  // The first month is always full: as deep as the deepest of the others, or all others would look alike.
  const deepest = Math.max(
    0,
    ...shown.flatMap(({ months, customers }) => months.slice(1, columns).map((month) => shareOf(month, customers))),
  )
  const cell = (month: CohortMonth | undefined, customers: number) => {
    if (!month) return html`<td></td>`
    const share = shareOf(month, customers)
    const depth = deepest === 0 ? share : Math.min(1, share / deepest)
    const ground = share === 0 ? '' : `h${Math.min(5, 1 + Math.floor(depth * 5))}`
    const percent = speech.share(Math.round(share * 100) / 100)
    return html`<td class="${ground}">${percent}<small>${grouped(month.active)}</small></td>`
  }
  const numbers = Array.from({ length: columns }, (_, at) => at)
  const rows = shown.map(({ cohort, customers, months }) => {
    const cells = numbers.map((at) => cell(months[at], customers))
    return html`<tr><th scope="row">${cohort}</th><td class="count">${grouped(customers)}</td>${cells}</tr>`
  })
  const [month = '', size = ''] = heads
  const top = [
    ...[month, size].map((head) => html`<th scope="col" rowspan="2">${head}</th>`),
    html`<th scope="colgroup" colspan="${columns}" style="text-align:left">${after}</th>`,
  ]
  const under = numbers.map((at) => html`<th scope="col" style="text-align:center">${at}</th>`)
  const table = html`<table class="heat ${columns < 7 ? 'few' : ''}"><thead><tr>${top}</tr>
<tr>${under}</tr></thead><tbody>${rows}</tbody></table>`
  const hidden = cohorts.length - shown.length
  return section(
    named,
    telling,
    html`<div class="scroll" tabindex="0" role="region" aria-label="${title}">${table}</div>
${
  (hidden > 0 || earlier > 0) &&
  html`<p class="past">${hidden > 0 && `${before(hidden)} `}${earlier > 0 && had(earlier)}</p>`
}`,
  )
}
