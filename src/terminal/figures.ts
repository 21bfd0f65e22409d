import type { Voice } from './voice.ts'
import { padEnd, padStart, widthOf, wrap } from './width.ts'

/** Lines of a report: what, how many, and what that is of, wrapped under itself. */
export function figures(lines: readonly (readonly [what: string, figure: string, of: string])[], voice: Voice): string[] {
  const name = Math.max(0, ...lines.map(([what]) => widthOf(what)))
  const figure = Math.max(0, ...lines.map(([, count]) => widthOf(count)))
  const left = name + figure + 6
  return lines.flatMap(([what, count, of]) => {
    const [first = '', ...rest] = voice.width === null ? [of] : wrap(of, Math.max(24, voice.width - left))
    return [`  ${padEnd(what, name)}  ${padStart(count, figure)}  ${first}`.trimEnd(), ...rest.map((more) => ' '.repeat(left) + more)]
  })
}
