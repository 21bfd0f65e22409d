import stripAnsi from 'strip-ansi'

// C0 and C1 controls but the line feed, marks that turn the direction of text, and separators that some terminals take
// for a line's end:
// none may reach a terminal from a name.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlsButTabs = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/** Text that is harmless on a terminal: no escape sequences, controls or bidi marks. */
export function clean(text: string): string {
  return stripAnsi(text).replace(controls, '')
}

/** The same in one line: a name of two lines must not look like two rows. */
export function cleanLine(text: string): string {
  if (isHarmless(text, false)) return text
  const cleaned = clean(text.replace(/[\u2028\u2029]/g, '\n'))
  if (!cleaned.includes('\n')) return cleaned
  const lines = cleaned.split('\n')
  const inner = lines.slice(1, -1).map((line) => line.trim())
  return [lines[0]?.trimEnd(), ...inner.filter((line) => line !== ''), lines.at(-1)?.trimStart()].join(' ')
}

/** A spreadsheet or a calendar as a terminal may show it: with its lines and tabs. */
export function cleanSheet(text: string): string {
  return stripAnsi(text).replace(controlsButTabs, '')
}

const beyondAscii = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/**
 * JSON as a terminal may show it: the same value, its control characters written as escapes (JSON itself does so below
 * the blank alone).
 */
export function escapeControls(json: string): string {
  return json.replace(beyondAscii, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** What may have lines of its own. */
const withLines: readonly string[] = ['notes']

/**
 * The same value with every text in it, keys too, harmless and in one line; only notes keep their lines, or all with
 * `lines`. What is harmless already is not copied: reports have a row for each of 200,000 customers.
 */
export function cleanDeep<Value>(value: Value, lines = typeof value === 'string'): Value {
  if (isHarmless(value, lines)) return value
  if (typeof value === 'string') return (lines ? clean(value) : cleanLine(value)) as Value
  if (Array.isArray(value)) return value.map((part) => cleanDeep(part, lines)) as Value
  const cleaned = new Map<string, unknown>()
  for (const [key, part] of Object.entries(value as object))
    cleaned.set(freeKey(cleanLine(key), cleaned), cleanDeep(part, lines || withLines.includes(key)))
  return Object.fromEntries(cleaned) as Value
}

/** Nearly everything is, and is seen to be in one look at each text: escape sequences begin with a control, too. */
function isHarmless(value: unknown, lines: boolean): boolean {
  if (typeof value === 'string') return value.search(controls) < 0 && (lines || !value.includes('\n'))
  if (value === null || typeof value !== 'object') return true
  if (Array.isArray(value)) return value.every((part) => isHarmless(part, lines))
  for (const key in value) {
    const part = (value as Record<string, unknown>)[key]
    if (!isHarmless(key, false) || !isHarmless(part, lines || withLines.includes(key))) return false
  }
  return true
}

/** Two keys that were told apart by what cannot be seen are still two. */
function freeKey(key: string, taken: ReadonlyMap<string, unknown>): string {
  for (let nth = 1; ; nth++) {
    const name = nth === 1 ? key : `${key} (${nth})`
    if (!taken.has(name)) return name
  }
}
