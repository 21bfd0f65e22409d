import { grouped } from '../figure.ts'

let rules: Intl.PluralRules | null = null

/** The form that goes with a count: one customer, two customers. */
export function plural(count: number, one: string, other = `${one}s`): string {
  rules ??= new Intl.PluralRules('en')
  return rules.select(count) === 'one' ? one : other
}

/** A count and what there is of it: `1 customer`, `1,234 customers`. */
export const counted = (count: number, one: string, other?: string) => `${grouped(count)} ${plural(count, one, other)}`

/** The article before a word. */
export const article = (word: string) => (/^[aeiou]/.test(word) ? 'an' : 'a')

/** Without `Intl`, which takes 15 ms to wake: the list of the day does not wait for it. */
export const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)
export const pointsOf = (count: number) => `${grouped(count)} ${count === 1 ? 'point' : 'points'}`
