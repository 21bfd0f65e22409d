import { amountRank, type Column, columnNamed, type ImportKind, isMobile, isSurcharge, sameHeader } from './columns.ts'
import type { BoundName, BoundValue, Layout } from './format/layout.ts'
import { noLayout } from './format/layout.ts'

/** What the headings of a file of no known format mean. */
export interface Ordinary {
  readonly columns: Map<Column, number>
  readonly layout: Layout
  /** Places that are weighed against others, though no column of ours stands there. */
  readonly weighed: ReadonlySet<number>
}

/**
 * Reads the headings of a file of no known format. Of two columns for one thing the one that says it best is taken:
 * what was to be paid before a
 * list price, a mobile phone before another; a price and a unit cost beside a quantity are multiplied.
 */
export function bindOrdinary(
  kind: ImportKind,
  headers: readonly string[],
  mapped: ReadonlyMap<Column, number>,
): Ordinary {
  const places = new Map<Column, number[]>()
  const taken = new Set(mapped.values())
  headers.forEach((header, at) => {
    const column = taken.has(at) ? null : columnNamed(kind, header)
    if (!column || mapped.has(column) || isPartOfAddress(kind, header, headers) || isTender(kind, header, headers))
      return
    places.set(column, [...(places.get(column) ?? []), at])
  })
  const columns = new Map<Column, number>(mapped)
  for (const [column, [first]] of places) if (first !== undefined) columns.set(column, first)
  if (kind === 'customers') return customers(headers, columns, places)
  if (kind === 'purchases') return purchases(headers, columns, places, mapped)
  return { columns, layout: noLayout, weighed: new Set() }
}

/** `State` beside a city or a postal code is a part of the address. */
function isPartOfAddress(kind: ImportKind, header: string, headers: readonly string[]): boolean {
  if (kind !== 'purchases' || !sameHeader(header, 'state')) return false
  return headers.some((other) =>
    /^(?:city|town|zip|zip ?code|postal ?code|postcode|country|street|province|address.*)$/i.test(other.trim()),
  )
}

/** `Card` beside `Cash` is what was paid by card. */
function isTender(kind: ImportKind, header: string, headers: readonly string[]): boolean {
  return (
    kind === 'purchases' &&
    sameHeader(header, 'card') &&
    headers.some((other) => /^(?:cash|other tender|gift card|现金)/i.test(other.trim()))
  )
}

function customers(
  headers: readonly string[],
  columns: Map<Column, number>,
  places: ReadonlyMap<Column, readonly number[]>,
): Ordinary {
  const derived: { column: Column; heading: string; value: BoundValue }[] = []
  const weighed = new Set<number>()
  const first = columns.get('first_name')
  const last = columns.get('last_name')
  if (first !== undefined || last !== undefined) {
    const one = (at: number | undefined) => (at === undefined ? [] : [at])
    const whole = one(columns.get('name'))
    const name: BoundName = { whole, first: one(first), middle: [], last: one(last), firm: [], else: [] }
    derived.push({
      column: 'name',
      heading: headers[whole[0] ?? first ?? last ?? 0] ?? '',
      value: { is: 'name', name, company: [] },
    })
    for (const at of [...whole, ...one(first), ...one(last)]) weighed.add(at)
    for (const column of ['name', 'first_name', 'last_name'] as const) columns.delete(column)
  }
  const groups: { places: number[]; headings: string[] }[] = []
  for (const column of ['phone', 'email'] as const) {
    const all = places.get(column) ?? []
    if (all.length < 2) continue
    const ordered =
      column === 'phone'
        ? [...all].sort((one, other) => Number(isMobile(headers[other] ?? '')) - Number(isMobile(headers[one] ?? '')))
        : [...all]
    columns.delete(column)
    derived.push({
      column,
      heading: headers[ordered[0] as number] ?? '',
      value: { is: 'text', of: ordered.map((at) => ({ places: [at] })) },
    })
    groups.push({ places: ordered, headings: ordered.map((at) => headers[at] ?? '') })
    for (const at of ordered) weighed.add(at)
  }
  if (groups.length > 0) derived.push({ column: 'more', heading: '', value: { is: 'rest', groups } })
  return { columns, layout: { ...noLayout, derived }, weighed }
}

function purchases(
  headers: readonly string[],
  columns: Map<Column, number>,
  places: ReadonlyMap<Column, readonly number[]>,
  mapped: ReadonlyMap<Column, number>,
): Ordinary {
  const derived: { column: Column; heading: string; value: BoundValue }[] = []
  const weighed = new Set<number>()
  const heading = (at: number) => headers[at] ?? ''
  const quantity = columns.get('quantity') ?? -1
  const price = columns.get('unit_price') ?? -1
  const unitCost = columns.get('unit_cost') ?? -1
  let list = -1
  if (!mapped.has('amount')) {
    const ranked = [...(places.get('amount') ?? [])].sort((one, other) => rank(heading(other)) - rank(heading(one)))
    const [best, ...others] = ranked
    if (best !== undefined) {
      columns.set('amount', best)
      // What was due and what was received of it.
      const received = amountRank(heading(best)) === 3 ? others.find((at) => amountRank(heading(at)) === 2) : undefined
      if (received !== undefined && !columns.has('paid')) {
        columns.set('paid', received)
        weighed.add(received)
      }
      list = others.find((at) => at !== received && rank(heading(at)) < rank(heading(best))) ?? -1
      if (list >= 0) {
        weighed.add(list)
        columns.set('list', list)
      }
    } else if (price >= 0 && quantity >= 0) {
      derived.push({
        column: 'amount',
        heading: heading(price),
        value: { is: 'product', price, quantity, less: columns.get('discount') ?? -1 },
      })
    } else if (price >= 0) {
      columns.set('amount', price)
      columns.delete('unit_price')
    }
  }
  if (!columns.has('cost') && unitCost >= 0) {
    if (quantity >= 0)
      derived.push({
        column: 'cost',
        heading: heading(unitCost),
        value: { is: 'product', price: unitCost, quantity, less: -1 },
      })
    else {
      columns.set('cost', unitCost)
      columns.delete('unit_cost')
    }
  }
  const placed = (column: Column) => {
    const all = mapped.has(column) ? [mapped.get(column) as number] : (places.get(column) ?? [])
    for (const at of all) weighed.add(at)
    return all.map((at) => ({ at, heading: heading(at) }))
  }
  const states = placed('status')
  const kinds = placed('direction')
  const own = ['status', 'refund_of', 'fault', 'paid'].every((name) => headers.includes(name))
  const amount = columns.get('amount') ?? -1
  const discount = columns.get('discount') ?? -1
  const priced = price >= 0 && quantity >= 0 && amount >= 0 && price !== amount
  const comparable = !mapped.has('amount') && amount >= 0 && !headers.some(isSurcharge)
  const agrees =
    comparable && (priced || (list >= 0 && discount >= 0))
      ? { list, price: priced ? price : -1, quantity, discount }
      : null
  return { columns, layout: { ...noLayout, derived, states, kinds, statesMayBeEmpty: own, agrees }, weighed }
}

/** 实收 before 合计 before 金额. */
function rank(header: string): number {
  return amountRank(header) + (/实/.test(header) ? 0.5 : 0)
}
