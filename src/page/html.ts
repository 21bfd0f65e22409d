/** A piece of a page, already harmless: what `html` makes. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** What may stand in a page: text is escaped, pieces are put in as they are, nothing where there is nothing. */
export type Content = Html | string | number | null | false | readonly Content[]

/** A piece of a page from a template; whatever is put into it is escaped, so that a name can be no markup. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  return new Html(strings.map((string, at) => string + written(values[at] ?? null)).join(''))
}

function written(content: Content): string {
  if (content === null || content === false) return ''
  if (content instanceof Html) return content.text
  if (Array.isArray(content)) return content.map(written).join('')
  return escaped(String(content))
}

// Controls, which no page may hold, and the marks that turn the direction of what follows: a name must not reach beyond
// itself.
const controls =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(controls, '')
    .replace(/[&<>"']/g, (letter) => escapes[letter] ?? '')
}

// A day, a number with its unit, a command: what a line must not be broken in.
const whole = /regulars [\x21-\x7e]+(?: [\x21-\x7e]+)*|\d{4}-\d\d(?:-\d\d)?|\d\d-\d\d|[\d.,]+ %/g

/** A sentence as it stands in a page: days and shares in one piece, commands as what they are. */
export function prose(sentence: string): Html {
  const pieces: Content[] = []
  let at = 0
  for (const { 0: found, index } of sentence.matchAll(whole)) {
    pieces.push(
      sentence.slice(at, index),
      found.startsWith('regulars') ? html`<code>${found}</code>` : html`<span class="whole">${found}</span>`,
    )
    at = index + found.length
  }
  return html`${pieces}${sentence.slice(at)}`
}
