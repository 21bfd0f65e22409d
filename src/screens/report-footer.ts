import type { Voice } from '../terminal/voice.ts'
import { continued, wrap } from '../terminal/width.ts'

/** The last lines of a report: how its figures are reckoned when that was asked for, else what to type next. */
export function closing({ explain, next }: { readonly explain: readonly string[]; readonly next: string }, explained: boolean, voice: Voice): string[] {
  const width = voice.width ?? 100
  return explained ? explain.flatMap((line) => wrap(line, width, '  ')) : continued(next, width)
}
