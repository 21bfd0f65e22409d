import type { Row } from '../file/csv.ts'
import { headingKey } from './heading.ts'
import type { Format } from './schema.ts'

/** A format found in a file, and the row its headings stand in. */
export interface Recognised {
  readonly format: Format
  /** Where among the rows looked at. */
  readonly header: number
}

/** What the first rows of a file say of its format. */
export interface Recognition {
  readonly found: readonly Recognised[]
  /** Formats of whose headings some, not all, are there: the nearest. */
  readonly partly: { readonly format: Format; readonly missing: readonly string[] } | null
}

/** So many rows of a file are looked at for its headings. */
export const mostPreamble = 60
/** A file is said to look like a format from this part of its headings on. */
const likeness = 0.7

/** Finds formats whose headings stand in one of the first rows. A format whose headings are all another's too gives way to that one. */
export function recognise(rows: readonly Row[], formats: readonly Format[]): Recognition {
  const keyed = rows.slice(0, mostPreamble).map(({ cells }) => (cells.length < 2 ? null : new Set(cells.map(headingKey))))
  const found: Recognised[] = []
  let partly: Recognition['partly'] = null
  let best = likeness
  for (const format of formats) {
    const { all, none = [] } = format.recognise
    for (const [header, keys] of keyed.entries()) {
      if (!keys || none.some((heading) => keys.has(headingKey(heading)))) continue
      const missing = all.filter((heading) => !(Array.isArray(heading) ? heading : [heading]).some((one) => keys.has(headingKey(one))))
      if (missing.length === 0) {
        found.push({ format, header })
        break
      }
      const share = 1 - missing.length / all.length
      if (share > best || (share === best && partly === null)) {
        best = share
        partly = { format, missing: missing.map((heading) => (Array.isArray(heading) ? (heading[0] as string) : (heading as string))) }
      }
    }
  }
  return { found: found.filter((one) => !found.some((other) => other !== one && covers(other.format, one.format))), partly }
}

function covers(one: Format, other: Format): boolean {
  const words = ({ recognise: { all } }: Format) => all.map((heading) => headingKey(Array.isArray(heading) ? (heading[0] as string) : (heading as string)))
  const larger = new Set(words(one))
  return larger.size > other.recognise.all.length && words(other).every((heading) => larger.has(heading))
}
