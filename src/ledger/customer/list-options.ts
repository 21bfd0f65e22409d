import { LedgerError } from '../errors.ts'
import { readFact } from './details.ts'
import { type ListOrder, type SortKey, sortKeys } from './list.ts'

/** `1960..1969`, `1965`, `1960..`, `..1949` as years of birth. Throws usage.bad-years. */
export function readYears(text: string): { from: number | null; to: number | null } {
  const found = /^(\d{4})?(\.\.|-|~|至)?(\d{4})?$/.exec(text.normalize('NFKC').replace(/[\s年]/g, ''))
  const [from, to] = [found?.[1] ? Number(found[1]) : null, found?.[3] ? Number(found[3]) : null]
  if (!found || (from === null && to === null) || (from !== null && to !== null && (from > to || !found[2])))
    throw new LedgerError('usage.bad-years', { text })
  return found[2] ? { from, to } : { from, to: from }
}

/** `hobby=chess`, or `hobby` alone for anything. */
export function readWhere(text: string): readonly [string, string] {
  return readFact(/[=＝]/.test(text) ? text : `${text}=`)
}

/** `spent`, `-spent`. Throws usage.bad-choice. */
export function readOrder(text: string): ListOrder {
  const by = text.replace(/^-/, '')
  if (!(sortKeys as readonly string[]).includes(by))
    throw new LedgerError('usage.bad-choice', { asked: text, what: 'sort key', choices: sortKeys })
  return { by: by as SortKey, reversed: text.startsWith('-') }
}
