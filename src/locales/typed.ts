import { quoted } from './asked.ts'

/** Options by their name: for each time it was given its words, or a count. */
export type Typed = Readonly<Record<string, readonly (readonly string[])[] | number | undefined>>

/** The options as one would type them again, a space after each. */
export function typedAgain(options: Typed): string {
  return Object.entries(options)
    .flatMap(([name, value]) => {
      if (value === undefined) return []
      const words = typeof value === 'number' ? [String(value)] : value.map((list) => list.map(quoted).join(','))
      return words.map((word) => `--${name} ${word} `)
    })
    .join('')
}
