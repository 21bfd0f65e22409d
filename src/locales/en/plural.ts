import { grouped } from '../figure.ts'

const rules = new Intl.PluralRules('en')

/** The form that goes with a count: one customer, two customers. */
export const plural = (count: number, one: string, other = `${one}s`) => (rules.select(count) === 'one' ? one : other)

/** A count and what there is of it: `1 customer`, `1,234 customers`. */
export const counted = (count: number, one: string, other?: string) => `${grouped(count)} ${plural(count, one, other)}`
