import type { Audience } from '../ledger/audience/filter.ts'
import type { Overview } from '../ledger/report/overview.ts'
import { audienceSaid } from '../locales/audience-said.ts'
import type { Words } from '../locales/en.ts'
import type { Speech } from '../locales/speech.ts'
import { typedAgain } from '../locales/typed.ts'
import { complaints, points, satisfaction } from './care.ts'
import { cohorts } from './cohorts.ts'
import { due } from './due.ts'
import { headline } from './headline.ts'
import { Html, html, prose } from './html.ts'
import { months } from './months.ts'
import { pareto } from './pareto.ts'
import type { Telling } from './section.ts'
import { stages } from './stages.ts'
import { style } from './style.ts'
import { tiers } from './tiers.ts'

export interface PageContext {
  readonly words: Words
  readonly speech: Speech
  /** Which customers it is about; null is everyone. */
  readonly asked: Audience | null
  readonly version: string
}

/** What the browser is told that the page needs: its own style, and nothing else. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/**
 * The overview as one page that stands alone: it runs nothing and asks for nothing, and says so to the browser. Light
 * or dark as the reader has it, always light on paper; for a wide screen, a phone and A4.
 */
export function makePage(overview: Overview, { words, speech, asked, version }: PageContext): string {
  const { page } = words
  const { from, to } = overview.figures
  const elsewhen = to !== overview.asOf
  const day = elsewhen ? ` --today ${to}` : ''
  const telling = {
    words,
    speech,
    flags: {
      period: ` --from ${from}${elsewhen ? ` --to ${to}` : ''}`,
      whom: asked === null ? '' : typed(asked),
      list: (asked === null ? '' : typed({ ...asked, tiers: undefined, stages: undefined })) + day,
    },
  }
  const shop = overview.shop === '' ? page.unnamed : overview.shop
  const subtitle = page.subtitle(from, to, overview.asOf)
  const only = asked !== null && html`<p>${prose(page.only(audienceSaid(asked, words)))}</p>`
  const drawn = (parts: readonly ((overview: Overview, telling: Telling) => Html)[]) =>
    parts.map((part) => part(overview, telling))
  return html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<title>${shop}: ${subtitle}</title>
<style>${new Html(style)}</style>
</head>
<body>
<header><h1><bdi>${shop}</bdi></h1><p>${prose(subtitle)}</p>${only}</header>
<main>
${drawn([headline, months, tiers])}<div class="pair">${drawn([pareto, stages])}</div>
${careOf(overview, telling)}
${drawn([cohorts, due])}</main>
<footer>${page.footer(version, overview.asOf)}</footer>
</body>
</html>
`.text
}

/** Complaints, satisfaction and points, where there are any: side by side where there are two. */
function careOf(overview: Overview, telling: Telling): Html | '' {
  const { complaints: said, satisfaction: asked, points: given } = overview
  const parts = [
    ...(said.complaints + said.suggestions > 0 ? [complaints] : []),
    ...(asked.customers.length > 0 ? [satisfaction] : []),
    ...(given.customers > 0 ? [points] : []),
  ].map((part) => part(overview, telling))
  return parts.length === 0 ? '' : html`<div class="${parts.length > 1 ? 'pair' : ''}">${parts}</div>`
}

/** The flags of an audience, as they would be typed again. */
function typed({ tiers = [], stages = [], tags = [], source, group }: Audience): string {
  const several = (words: readonly string[]) => (words.length > 0 ? [words] : undefined)
  const one = (word: string | undefined) => (word === undefined ? undefined : [[word]])
  const flags = typedAgain({
    tier: several(tiers),
    stage: several(stages),
    tag: tags.map((tag) => [tag]),
    source: one(source),
    group: one(group),
  })
  return flags === '' ? '' : ` ${flags.trimEnd()}`
}
