import type { Column } from '../columns.ts'
import { headingKey } from './heading.ts'
import type { BoundName, BoundRule, BoundTest, BoundText, BoundValue, Layout, Place } from './layout.ts'
import { noLayout } from './layout.ts'
import type { FileFormat, FormatValue, RowCondition, Test } from './schema.ts'
import { wordKey } from './word-key.ts'

/** A format laid over the headings of a file: where each of our columns stands, and how the others are worked out. */
export interface Bound {
  /** Where a column of ours stands as it is. */
  readonly columns: ReadonlyMap<Column, number>
  readonly layout: Layout
  readonly facts: readonly { readonly key: string; readonly at: number }[]
  /** The places the format says anything about: the others are named as not taken. */
  readonly used: ReadonlySet<number>
}

/** Binds a format to the headings of a file. Of two columns of the same heading the first is meant. */
export function bindFormat(format: FileFormat, headings: readonly string[]): Bound {
  const places = new Map<string, number>()
  headings.forEach((heading, at) => {
    const key = headingKey(heading)
    if (key !== '' && !places.has(key)) places.set(key, at)
  })
  const used = new Set<number>()
  const at = (heading: string): number => {
    const place = places.get(headingKey(heading)) ?? -1
    if (place >= 0) used.add(place)
    return place
  }
  const all = (list: readonly string[] = []) => list.map(at).filter((place) => place >= 0)
  const placed = (list: readonly string[] = []): Place[] =>
    list.map((heading) => ({ at: at(heading), heading })).filter((place) => place.at >= 0)

  const text = (value: Exclude<FormatValue, string | readonly unknown[]> & { of: readonly string[] }): BoundText => ({
    places: all(value.of),
    ...('match' in value && value.match !== undefined ? { match: value.match } : {}),
    ...('remove' in value && value.remove !== undefined ? { remove: value.remove } : {}),
    ...('words' in value && value.words
      ? { words: Object.fromEntries(Object.entries(value.words).map(([word, said]) => [wordKey(word), said])) }
      : {}),
    ...('unmasked' in value && value.unmasked ? { unmasked: true } : {}),
    ...('count' in value && value.count !== undefined ? { count: at(value.count) } : {}),
    ...('and' in value && value.and !== undefined ? { and: at(value.and) } : {}),
    ...('where' in value && value.where ? { same: [at(value.where.same[0]), at(value.where.same[1])] as const } : {}),
  })
  const part = (value: string | Parameters<typeof text>[0]): BoundText =>
    typeof value === 'string' ? { places: all([value]) } : text(value)

  function name(parts: Extract<FormatValue, { name: unknown }>['name']): BoundName {
    return {
      whole: all(parts.whole),
      first: all(parts.first),
      middle: all(parts.middle),
      last: all(parts.last),
      firm: all(parts.firm),
      else: all(parts.else),
    }
  }

  function bind(value: FormatValue): BoundValue {
    if (typeof value === 'string') return { is: 'text', of: [part(value)] }
    if (Array.isArray(value)) return { is: 'text', of: value.map(part) }
    if ('of' in value) return { is: 'text', of: [text(value)] }
    if ('plus' in value) {
      // A sum of columns of which one is missing would be another figure.
      const plus = value.plus.map(at)
      return {
        is: 'sum',
        plus: plus.includes(-1) ? [] : plus,
        minus: all(value.minus),
        positive: value.positive ?? false,
      }
    }
    if ('join' in value) return { is: 'join', of: value.join.map(part), with: value.with }
    if ('name' in value) return { is: 'name', name: name(value.name), company: [] }
    const channels = Object.entries(value.consent).map(([channel, { of, yes, no }]) => ({
      channel,
      place: at(of),
      yes: yes.map(wordKey),
      no: no.map(wordKey),
    }))
    return { is: 'consent', channels: channels.filter(({ place }) => place >= 0) }
  }

  const columns = new Map<Column, number>()
  const derived: { column: Column; heading: string; value: BoundValue }[] = []
  const headingOf = (value: BoundValue): string => headings[placesOf(value)[0] ?? -1] ?? ''
  function put(column: Column, value: BoundValue): void {
    if (placesOf(value).length === 0) return
    const plain =
      value.is === 'text' && value.of.length === 1 && Object.keys(value.of[0] as BoundText).length === 1
        ? value.of[0]?.places
        : null
    if (plain?.length === 1 && derived.every((one) => one.column !== column)) columns.set(column, plain[0] as number)
    else derived.push({ column, heading: headingOf(value), value })
  }

  const { kind, columns: given, refund, payer } = format
  for (const [column, value] of Object.entries(given) as [keyof typeof given, FormatValue][])
    put(column as Column, bind(value))
  if (kind === 'customers') restForNotes()
  const named = given.name
  if (named && typeof named === 'object' && 'name' in named && named.name.firm) {
    const bound = name(named.name)
    derived.push({ column: 'kind', heading: '', value: { is: 'firm', name: bound, company: [] } })
    const company = columns.get('company')
    if (company !== undefined) {
      columns.delete('company')
      derived.push({
        column: 'company',
        heading: headings[company] ?? '',
        value: { is: 'company', name: bound, company: [company] },
      })
    }
  }
  if (refund?.amount !== undefined) put('refunded', bind(refund.amount))
  if (refund?.on !== undefined) put('refunded_on', bind(refund.on))
  if (refund?.of !== undefined) put('refund_of', bind(refund.of))
  if (refund?.ref !== undefined) put('refund_ref', bind(refund.ref))
  if (format.owed !== undefined) put('owed_amount', bind(format.owed))
  if (format.pairs) put('pay_ref', bind(format.pairs.ref))
  if (payer) {
    put('payer', { is: 'key', space: payer.space, of: bind(payer.key) })
    if (payer.name !== undefined) put('payer_name', bind(payer.name))
  }

  /** A second phone or address of mail goes to the notes, with its heading. */
  function restForNotes(): void {
    const groups = (['phone', 'email'] as const).flatMap((column) => {
      const value = given[column]
      const list = Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
      const places = all(list)
      return places.length > 1 ? [{ places, headings: places.map((place) => headings[place] ?? '') }] : []
    })
    if (groups.length > 0) derived.push({ column: 'more', heading: '', value: { is: 'rest', groups } })
  }

  const tests = (when: RowCondition): BoundTest[] =>
    Object.entries(when).map(([heading, test]) => boundTest(at(heading), test))
  const rules: BoundRule[] = format.rows.map(({ when, is, reason, otherwise, warn }) => ({
    tests: tests(when),
    is,
    ...(reason === undefined ? {} : { reason }),
    ...(otherwise === undefined ? {} : { otherwise }),
    ...(warn === undefined ? {} : { warn }),
  }))
  const { read, lines } = format
  const layout: Layout = {
    ...noLayout,
    derived,
    rules,
    states: placed(format.states),
    amounts: lines?.amount ?? null,
    refunds: lines?.refund ?? 'once',
    refundRows: refund?.of !== undefined || refund?.ref !== undefined,
    service: format.service,
    pairsWith: format.pairs?.service ?? null,
    payer: payer ? { strong: payer.strong, named: payer.name !== undefined } : null,
    currency: placed(read?.currency),
    charged: placed(read?.charged === undefined ? [] : [read.charged])[0] ?? null,
    zone: typeof read?.zone === 'string' ? read.zone : (placed(read?.zone ? [read.zone.of] : [])[0] ?? null),
    empty: read?.empty ?? [],
    stop: read?.stop ?? null,
    fees: placed(format.fees),
    tips: placed(format.tips),
    totals: (format.totals ?? [])
      .map(({ match, when, sum }) => ({ match, tests: tests(when), sum: at(sum) }))
      .filter(({ sum }) => sum >= 0),
  }
  const facts = placed(format.facts).map(({ at: place, heading }) => ({ key: heading, at: place }))
  return { columns, layout, facts, used }
}

function boundTest(place: number, test: Test): BoundTest {
  if (typeof test === 'string') return { place, is: test }
  if (Array.isArray(test)) return { place, is: 'word', words: test.map(wordKey) }
  return 'match' in test
    ? { place, is: 'match', pattern: test.match }
    : { place, is: 'not', words: test.not.map(wordKey) }
}

/** The places a value is made of. */
export function placesOf(value: BoundValue): readonly number[] {
  switch (value.is) {
    case 'text':
    case 'join':
      return value.of.flatMap(({ places }) => places)
    case 'sum':
      return [...value.plus, ...(value.plus.length > 0 ? value.minus : [])]
    case 'product':
      return [value.price, value.quantity, value.less].filter((place) => place >= 0)
    case 'name':
    case 'firm':
    case 'company':
      return [
        ...value.name.whole,
        ...value.name.first,
        ...value.name.middle,
        ...value.name.last,
        ...value.name.firm,
        ...value.name.else,
      ]
    case 'consent':
      return value.channels.map(({ place }) => place)
    case 'rest':
      return value.groups.flatMap(({ places }) => places)
    case 'key':
      return placesOf(value.of)
    case 'moment':
      return [value.day, value.clock]
  }
}
