import { plainHeader } from './columns.ts'

/** Makes the question whether a heading is one of these: as `plainHeader` has them, with a blank between. */
export function headingAmong(words: string): (header: string) => boolean {
  const known = new Set(words.split(' '))
  return (header) => known.has(plainHeader(header))
}
