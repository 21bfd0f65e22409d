import type { Row } from '../file/csv.ts'
import { headingKey } from './heading.ts'
import type { FileFormat } from './schema.ts'

/** A format found in a file, and the row its headings stand in. */
export interface Recognised {
  readonly format: FileFormat
  /** Where among the rows looked at. */
  readonly header: number
}

/** What the first rows of a file say of its format. */
export interface Recognition {
  readonly found: readonly Recognised[]
  /** Formats of whose headings some, not all, are there: the nearest. */
  readonly partly: { readonly format: FileFormat; readonly missing: readonly string[] } | null
}

/** So many rows of a file are looked at for its headings. */
export const mostPreamble = 60
/** A file is said to look like a format from this part of its headings on. */
const likeness = 0.7

/**
 * Finds formats whose headings stand in one of the first rows. A format whose headings are all another's too gives way
 * to that one.
 */
export function recognise(rows: readonly Row[], formats: readonly FileFormat[]): Recognition {
  const meant = keysOfAll(formats)
  // Most rows are none of headings: one with fewer than two that any format has is not asked about by each of them.
  const keyed = rows.slice(0, mostPreamble).map(({ cells }) => {
    if (cells.length < 2) return null
    const keys = new Set<string>()
    for (const cell of cells) {
      const key = cell.length > longest ? '' : headingKey(cell)
      if (meant.has(key)) keys.add(key)
    }
    return keys.size < 2 ? null : keys
  })
  const found: Recognised[] = []
  let partly: Recognition['partly'] = null
  let best = likeness
  for (const format of formats) {
    const { all, none } = keysOf(format)
    for (const [header, keys] of keyed.entries()) {
      if (!keys || none.some((key) => keys.has(key))) continue
      let missing = 0
      for (const one of all) if (!one.some((key) => keys.has(key))) missing++
      if (missing === 0) {
        found.push({ format, header })
        break
      }
      const share = 1 - missing / all.length
      if (share <= best && (share < best || partly !== null)) continue
      best = share
      const lacking = all.flatMap((one, at) =>
        one.some((key) => keys.has(key)) ? [] : [[format.recognise.all[at] ?? ''].flat()[0] as string],
      )
      partly = { format, missing: lacking }
    }
  }
  return {
    found: found.filter((one) => !found.some((other) => other !== one && covers(other.format, one.format))),
    partly,
  }
}

function covers(one: FileFormat, other: FileFormat): boolean {
  const larger = new Set(keysOf(one).all.map(([key]) => key))
  const smaller = keysOf(other).all
  return larger.size > smaller.length && smaller.every(([key]) => larger.has(key))
}

/** Longer than any heading of a format, blanks and all. */
const longest = 120

const all = new WeakMap<readonly FileFormat[], ReadonlySet<string>>()

/** Every heading that any of the formats speaks of. */
function keysOfAll(formats: readonly FileFormat[]): ReadonlySet<string> {
  const known = all.get(formats)
  if (known) return known
  const keys = new Set(formats.map(keysOf).flatMap(({ all: headings, none }) => [...headings.flat(), ...none]))
  all.set(formats, keys)
  return keys
}

interface Keys {
  readonly all: readonly (readonly string[])[]
  readonly none: readonly string[]
}

const folded = new WeakMap<FileFormat, Keys>()

/** The headings of a format folded, once. */
function keysOf(format: FileFormat): Keys {
  const known = folded.get(format)
  if (known) return known
  const keys = {
    all: format.recognise.all.map((heading) => [heading].flat().map(headingKey)),
    none: (format.recognise.none ?? []).map(headingKey),
  }
  folded.set(format, keys)
  return keys
}
