import type { Period } from '../ledger/period.ts'
import { grouped } from '../locales/figure.ts'
import type { Voice } from '../terminal/voice.ts'

/** Where a page was written, or would be, of what days it tells and how large it is. */
export function writtenPage(
  path: string,
  { from, to }: Period,
  bytes: number,
  rehearsed: boolean,
  { words: { page } }: Voice,
): string {
  const said = rehearsed ? page.wouldWrite : page.written
  return said(path, from, to, `${grouped(Math.ceil(bytes / 1024))} KB`)
}
