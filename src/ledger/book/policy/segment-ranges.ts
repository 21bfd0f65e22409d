import { type Segment, segments } from '../../vocabulary.ts'

export type NamedSegment = Exclude<Segment, 'Others'>

/**
 * The segments by the R package's names, which of the policy's keys says their scores, and what those are until the
 * shop says otherwise (SPEC 7): first match wins.
 */
export const segmentRanges = {
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
} as const satisfies Record<NamedSegment, readonly [key: string, ranges: string]>

export type SegmentKey = (typeof segmentRanges)[NamedSegment][0]

export const segmentsInOrder = segments.filter((segment) => segment !== 'Others')

/** The policy's key of a segment; `Others` has none. */
export const segmentKeyOf = (segment: NamedSegment): SegmentKey => segmentRanges[segment][0]
export const segmentOfKey = (key: string): NamedSegment | undefined =>
  segmentsInOrder.find((segment) => segmentRanges[segment][0] === key)

/** The shop's rules of segments: R, F and M, each a score or a range of them. */
export const segmentKeys = Object.fromEntries(
  segmentsInOrder.map((segment) => [segmentKeyOf(segment), { kind: 'ranges', default: segmentRanges[segment][1] }]),
) as Readonly<Record<SegmentKey, { readonly kind: 'ranges'; readonly default: string }>>

/** `5 5 5`, `1-2 3-4 4-5`, also with commas, as it is kept; null when it is none. */
export function readRanges(text: string): string | null {
  const parts = text
    .normalize('NFKC')
    .trim()
    .split(/[\s,、/]+/)
  const ranges = parts.map((part) => /^([1-5])(?:[-~–至到]([1-5]))?$/.exec(part))
  if (parts.length !== 3 || ranges.some((range) => !range || Number(range[1]) > Number(range[2] ?? range[1])))
    return null
  return ranges
    .map((range) => (range?.[2] === undefined || range[2] === range[1] ? range?.[1] : `${range[1]}-${range[2]}`))
    .join(' ')
}
