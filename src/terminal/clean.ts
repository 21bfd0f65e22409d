import stripAnsi from 'strip-ansi'

// C0 and C1 controls but the line feed, and the marks that turn the direction of text: none may reach a terminal from a name.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

/** Text that is harmless on a terminal: no escape sequences, controls or bidi marks. */
export function clean(text: string): string {
  return stripAnsi(text).replace(controls, '')
}

/** The same value with every text in it harmless; keys and everything else stay. */
export function cleanDeep<Value>(value: Value): Value {
  if (typeof value === 'string') return clean(value) as Value
  if (Array.isArray(value)) return value.map(cleanDeep) as Value
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleanDeep(part)])) as Value
  }
  return value
}
