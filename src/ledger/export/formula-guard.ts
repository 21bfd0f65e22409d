import { isDeepStrictEqual } from 'node:util'
import { saysNothing, textIn } from '../import/row/cells.ts'
import { tagsIn } from '../import/row/word-cells.ts'

/** What a spreadsheet takes for a formula, and the apostrophe that an import takes off again (SPEC 9). */
const formula = /^[=+\-@\t']/

/** Text as a spreadsheet shows it and runs nothing of it, and as an import reads it: a note that says 无 is a note. */
export function guard(text: string): string {
  return formula.test(text) || saysNothing(text) ? `'${text}` : text
}

/**
 * Several texts in one cell. An import takes an apostrophe off the cell and then off each text: where it would lose
 * more, one more is put there.
 */
export function guardEach(texts: readonly string[]): string {
  const cell = texts.map((text) => whole(guard(text))).join(';')
  return !/['"]/.test(cell) || isDeepStrictEqual(tagsIn(textIn(cell)), texts) ? cell : `'${cell}`
}

/** A text that holds what parts texts stands in quotes, as `tagsIn` reads it. */
function whole(text: string): string {
  return /[,，;；、|\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
