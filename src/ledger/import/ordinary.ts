import { isStateOfCountry } from './address-state.ts'
import { type Column, columnNamed, type ImportKind, sameHeader } from './columns.ts'
import { noLayout } from './format/layout.ts'
import type { Headed, Ordinary } from './headed.ts'
import { bindCustomers } from './ordinary-customers.ts'
import { bindPurchases } from './ordinary-purchases.ts'
import type { SampleRows } from './sample.ts'

/**
 * Reads the headings of a file of no known format. Of two columns for one thing the one that says it best is taken:
 * what was to be paid before a list price, a mobile phone before another; a price and a unit cost beside a quantity are
 * multiplied.
 */
export function bindOrdinary(
  kind: ImportKind,
  headers: readonly string[],
  mapped: ReadonlyMap<Column, number>,
  sample: readonly (readonly string[])[],
): Ordinary {
  const places = new Map<Column, number[]>()
  const taken = new Set(mapped.values())
  headers.forEach((header, at) => {
    const column = taken.has(at) ? null : columnNamed(kind, header)
    if (!column || mapped.has(column) || isPartOfAddress(kind, headers, at, sample) || isTender(kind, header, headers))
      return
    places.set(column, [...(places.get(column) ?? []), at])
  })
  const columns = new Map<Column, number>(mapped)
  for (const [column, [first]] of places) if (first !== undefined) columns.set(column, first)
  const headed: Headed = { headers, columns, places, mapped, sample }
  if (kind === 'customers') return bindCustomers(headed)
  if (kind === 'purchases') return bindPurchases(headed)
  return { columns, layout: noLayout, weighed: new Set() }
}

/**
 * `State` beside a city or a postal code is a part of the address, and so it is where states of a country are in it.
 */
function isPartOfAddress(kind: ImportKind, headers: readonly string[], at: number, sample: SampleRows): boolean {
  const header = headers[at] ?? ''
  if (kind !== 'purchases' || !['state', 'estado'].some((word) => sameHeader(header, word))) return false
  if (isStateOfCountry(sample, at)) return true
  return (
    sameHeader(header, 'state') &&
    headers.some((other) =>
      /^(?:city|town|zip|zip ?code|postal ?code|postcode|country|street|province|address.*)$/i.test(other.trim()),
    )
  )
}

/** `Card` beside `Cash` is what was paid by card, a card number beside a tender or a brand the bank's. */
function isTender(kind: ImportKind, header: string, headers: readonly string[]): boolean {
  if (kind !== 'purchases') return false
  if (sameHeader(header, 'card'))
    return headers.some((other) => /^(?:cash|other tender|gift card|现金)/i.test(other.trim()))
  return (
    ['card number', 'card no', '卡号'].some((word) => sameHeader(header, word)) &&
    headers.some((other) => /^(?:tender|card (?:brand|type|entry.*)|卡组织|发卡行|交易卡种)$/i.test(other.trim()))
  )
}
