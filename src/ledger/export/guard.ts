/** What a spreadsheet takes for a formula, and the apostrophe that an import takes off again (SPEC 9). */
const formula = /^[=+\-@\t']/
/** A first text that would lose more than that: its own apostrophe, or itself where a bare dash says that there is nothing. */
const exposed = /^('[=+\-@\t']|-{1,3}$)/

/** Text as a spreadsheet shows it and runs nothing of it. */
export function guard(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** Several texts in one cell. An import takes an apostrophe off the cell and then off each text: one that would lose more needs one more. */
export function guardEach(texts: readonly string[]): string {
  const cell = texts.map(guard).join(';')
  return exposed.test(texts[0] ?? '') ? `'${cell}` : cell
}
