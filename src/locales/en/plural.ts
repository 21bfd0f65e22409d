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
/** How often, by the days between as they are said: `every day`, `every 13.5 days`. */
export const every = (gap: string | number) => (String(gap) === '1' ? 'every day' : `every ${gap} days`)
/** Days as they are said: `1 day`, `13.5 days`. */
export const daysSaid = (days: string) => (days === '1' ? '1 day' : `${days} days`)
/** Points as they are said: `1 point`, `1,200 points`. */
export const pointsSaid = (points: string) => (points === '1' ? '1 point' : `${points} points`)
export const pointsOf = (count: number) => `${grouped(count)} ${count === 1 ? 'point' : 'points'}`
