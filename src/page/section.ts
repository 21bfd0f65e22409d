import type { Words } from '../locales/en.ts'
import type { Speech } from '../locales/speech.ts'
import { type Content, type Html, html, prose } from './html.ts'

/** What every part of the page is said with. */
export interface Telling {
  readonly words: Words
  readonly speech: Speech
  /**
   * What to add to a command, a blank before it, so that it tells of the same: the days, the customers; those and the
   * day, of a list.
   */
  readonly flags: { readonly period: string; readonly whom: string; readonly list: string }
}

interface Parts {
  readonly title: string
  /** Beside the title, paler. */
  readonly count?: string
  readonly layout?: string
  readonly how: readonly (readonly string[])[]
  /** What to type to go on from here. */
  readonly next: readonly [what: string, command: string]
}

/** A part of the page: its title, what it shows, how that is reckoned, and the command that leads to the customers. */
export function section({ title, count = '', layout = '', how, next }: Parts, { words }: Telling, body: Content): Html {
  const { colon, reckoned } = words.page
  const [further, command] = next
  const ways = how.map(([what = '', text = ''], at) => html`${at > 0 && ' '}<b>${what}</b>${colon}${prose(text)}`)
  const typed = command.split(' ').map((word, at) => html`${at > 0 && ' '}<span class="whole">${word}</span>`)
  const goOn = html`<p class="next">${further}${colon}<code>${typed}</code></p>`
  return html`<section class="${layout}"><h2>${title}${count !== '' && html` <span>${prose(count)}</span>`}</h2>${body}
<p class="how"><i>${reckoned}</i> ${ways}</p>${goOn}</section>
`
}

/** Which colour means what. */
export function legend(entries: readonly (readonly [fill: string, meaning: string])[]): Html {
  const colours = entries.map(([fill, meaning]) => html`<li><i class="fill-${fill}"></i>${meaning}</li>`)
  return html`<ul class="legend">${colours}</ul>`
}
