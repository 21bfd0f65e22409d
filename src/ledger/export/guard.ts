/** What a spreadsheet takes for a formula, and the apostrophe that an import takes off again (SPEC 9). */
const formula = /^[=+\-@\t']/
const guarded = /^'[=+\-@\t']/

/** Text as a spreadsheet shows it and runs nothing of it. */
export function guard(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** Several texts in one cell. An import takes an apostrophe off the cell and then off each text: a first one that has its own needs one more. */
export function guardEach(texts: readonly string[]): string {
  const cell = texts.map(guard).join(';')
  return guarded.test(texts[0] ?? '') ? `'${cell}` : cell
}
