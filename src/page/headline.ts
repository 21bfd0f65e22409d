import type { Overview } from '../ledger/report/overview.ts'
import { type Html, html, prose } from './html.ts'
import { section, type Telling } from './section.ts'

/** The figures everything else explains. */
export function headline({ figures }: Overview, telling: Telling): Html {
  const { words, speech, flags } = telling
  const { title, lines, how, next } = words.page.headline
  const cards = lines(figures, speech).map(
    ({ what, figure, of }) =>
      html`<div><dt>${what}</dt><dd><div class="figure">${figure}</div>${of.filter((line) => line !== false).map((line) => html`<div class="of">${prose(line)}</div>`)}</dd></div>`,
  )
  return section({ title, how, next: next(flags.period + flags.whom) }, telling, html`<dl class="cards">${cards}</dl>`)
}
