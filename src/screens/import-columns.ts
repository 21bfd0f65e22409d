import { cut, padEnd, widthOf } from '../terminal/width.ts'

/** What stands in a column of the first rows, for people to see what it is. */
export function examplesAt(rows: readonly (readonly string[])[], at: number): string[] {
  return rows.map((row) => cut((row[at] ?? '').replace(/\s+/g, ' '), 24)).filter((cell) => cell !== '')
}

/** Short texts in as many columns as the terminal holds. */
export function listedAcross(texts: readonly string[], width: number): string[] {
  const wide = Math.max(...texts.map(widthOf)) + 3
  const across = Math.max(1, Math.floor((width - 2) / wide))
  return Array.from({ length: Math.ceil(texts.length / across) }, (_, row) =>
    `  ${texts
      .slice(row * across, (row + 1) * across)
      .map((text) => padEnd(text, wide))
      .join('')}`.trimEnd(),
  )
}
