import type { Voice } from './voice.ts'
import { padEnd, widthOf, wrap } from './width.ts'

/**
 * A name and what belongs to it, as much on a line as fits, continued under the first; no part is broken that a line
 * can hold. In a pipe it is one line.
 */
export function filled(
  names: readonly (readonly [name: string, parts: readonly string[]])[],
  { width }: Voice,
): string[] {
  const room = Math.max(0, ...names.map(([name]) => widthOf(name))) + 2
  return names.flatMap(([name, parts]) => {
    const lines: string[] = []
    for (const part of parts) {
      const begun = lines.at(-1)
      if (begun !== undefined && (width === null || room + widthOf(`${begun}  ${part}`) <= width))
        lines[lines.length - 1] = `${begun}  ${part}`
      else lines.push(...(width === null ? [part] : wrap(part, Math.max(20, width - room))))
    }
    return lines.map((line, at) => padEnd(at === 0 ? name : '', room) + line)
  })
}
