import { grouped } from '../figure.ts'

/**
 * The form that goes with a count: one customer, two customers. English has this one rule, and `Intl.PluralRules` takes
 * a third of a bare start to wake.
 */
export function plural(count: number, one: string, other = `${one}s`): string {
  return Math.abs(count) === 1 ? one : other
}

/** A count and what there is of it: `1 customer`, `1,234 customers`. */
export const counted = (count: number, one: string, other?: string) => `${grouped(count)} ${plural(count, one, other)}`

/** The article before a word. */
export const article = (word: string) => (/^[aeiou]/.test(word) ? 'an' : 'a')

export const days = (count: number) => `${count} ${plural(count, 'day')}`
/** How often, by the days between as they are said: `every day`, `every 13.5 days`. */
export const every = (gap: string | number) => (String(gap) === '1' ? 'every day' : `every ${gap} days`)
/** Days as they are said: `1 day`, `13.5 days`. */
export const daysSaid = (days: string) => (days === '1' ? '1 day' : `${days} days`)
/** Points as they are said: `1 point`, `1,200 points`. */
export const pointsSaid = (points: string) => (points === '1' ? '1 point' : `${points} points`)
export const pointsOf = (count: number) => counted(count, 'point')
