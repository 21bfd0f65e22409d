import type { Voice } from './voice.ts'
import { wrap } from './width.ts'

/** The last lines of a report: how its figures are reckoned when that was asked for, else what to type next. */
export function closing({ explain, next }: { readonly explain: readonly string[]; readonly next: string }, explained: boolean, voice: Voice): string[] {
  return (explained ? explain : [next]).flatMap((line) => wrap(line, voice.width ?? 100, '  '))
}
