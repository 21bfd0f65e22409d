import type { Book } from '../book.ts'
import type { Policy } from '../policy/policy.ts'

/** The segments by the R package's names, which of the policy's keys says their scores, and what those are until the shop says otherwise (SPEC 7): first match wins. */
const known = {
  Champions: ['rfm.champions', '5 5 5'],
  'Potential Loyalist': ['rfm.potentialLoyalist', '3-5 3-5 2-5'],
  'Loyal Customers': ['rfm.loyalCustomers', '2-4 2-4 2-4'],
  Promising: ['rfm.promising', '3-4 1-3 3-5'],
  'New Customers': ['rfm.newCustomers', '4-5 1-3 1-5'],
  "Can't Lose Them": ['rfm.cantLoseThem', '1-2 3-4 4-5'],
  'At Risk': ['rfm.atRisk', '1-2 2-5 4-5'],
  'Need Attention': ['rfm.needAttention', '1-3 3-5 3-5'],
  'About To Sleep': ['rfm.aboutToSleep', '2-3 1-3 1-4'],
  Lost: ['rfm.lost', '1 1-5 1-5'],
} as const

type Known = keyof typeof known
export type Segment = Known | 'Others'
export type SegmentKey = (typeof known)[Known][0]

const inOrder = Object.keys(known) as Known[]
/** Every segment, as they are tried; `Others` is who fits none. */
export const segments: readonly Segment[] = [...inOrder, 'Others']

/** Whom the shop would miss most comes first. */
const pressing: readonly Segment[] = ["Can't Lose Them", 'At Risk', 'Need Attention', 'About To Sleep']

/** The segment to look at first among those that have somebody. */
export function firstToSee(rows: readonly { readonly segment: Segment }[]): Segment | undefined {
  const found = new Set(rows.map(({ segment }) => segment))
  return [...pressing, ...segments].find((segment) => found.has(segment))
}

/** The policy's key of a segment; `Others` has none. */
export const keyOf = (segment: Known): SegmentKey => known[segment][0]
export const segmentOfKey = (key: string): Known | undefined => inOrder.find((segment) => known[segment][0] === key)

/** The shop's rules of segments: R, F and M, each a score or a range of them. */
export const segmentKeys = Object.fromEntries(inOrder.map((segment) => [keyOf(segment), { kind: 'ranges', standard: known[segment][1] }])) as Readonly<
  Record<SegmentKey, { readonly kind: 'ranges'; readonly standard: string }>
>

/** `5 5 5`, `1-2 3-4 4-5`, also with commas, as it is kept; null when it is none. */
export function readRanges(text: string): string | null {
  const parts = text
    .normalize('NFKC')
    .trim()
    .split(/[\s,、/]+/)
  const ranges = parts.map((part) => /^([1-5])(?:[-~–至到]([1-5]))?$/.exec(part))
  if (parts.length !== 3 || ranges.some((range) => !range || Number(range[1]) > Number(range[2] ?? range[1]))) return null
  return ranges.map((range) => (range?.[2] === undefined || range[2] === range[1] ? range?.[1] : `${range[1]}-${range[2]}`)).join(' ')
}

/** The ranges of each segment as they are tried: the shop's; `policy` null: the standard ones. */
export function rangesOf(policy: Policy | null): (readonly [Segment, string])[] {
  return inOrder.map((segment) => [segment, policy ? policy[keyOf(segment)] : known[segment][1]] as const)
}

/** Which segment three scores fall in: by the shop's ranges, or by the standard ones. */
export function makeSegmenter(policy: Policy | null): (recency: number, frequency: number, monetary: number) => Segment {
  const ranges = rangesOf(policy).map(([segment, text]) => ({
    segment,
    bounds: text.split(' ').map((part) => [Number(part[0]), Number(part.at(-1))] as const),
  }))
  const fits = (scores: readonly number[]) =>
    ranges.find(({ bounds }) => bounds.every(([least, most], at) => (scores[at] ?? 0) >= least && (scores[at] ?? 0) <= most))?.segment ?? 'Others'
  // Of 125 scores each is looked up once, not for each of 200,000 customers.
  const found: Segment[] = []
  return (recency, frequency, monetary) => {
    const score = scoreOf(recency, frequency, monetary)
    found[score] ??= fits([recency, frequency, monetary])
    return found[score]
  }
}

/** 5, 4, 3 as 543. */
export function scoreOf(recency: number, frequency: number, monetary: number): number {
  return recency * 100 + frequency * 10 + monetary
}

/** The segment of everybody who has bought, as of the book's day; an archived customer is held against the scores of the others. */
export async function segmentsOf(book: Pick<Book, 'db' | 'today' | 'policy'>): Promise<Map<number, Segment>> {
  const { scoreBuyers } = await import('./rfm.ts')
  const { readArchived } = await import('./queries.ts')
  const { ids, segment } = await scoreBuyers(book, { from: null, archived: await readArchived(book.db), parts: null })
  const found = new Map<number, Segment>()
  for (let at = 0; at < ids.length; at++) found.set(ids[at] ?? 0, segment(at))
  return found
}
