import type { Policy } from '../book/policy/policy.ts'
import { segmentKeyOf, segmentRanges, segmentsInOrder } from '../book/policy/segment-ranges.ts'
import { type Segment, segments } from '../vocabulary.ts'

/** Whom the shop would miss most comes first. */
const pressing: readonly Segment[] = ["Can't Lose Them", 'At Risk', 'Need Attention', 'About To Sleep']

/** The segment to look at first among those that have somebody. */
export function firstToSee(rows: readonly { readonly segment: Segment }[]): Segment | undefined {
  const found = new Set(rows.map(({ segment }) => segment))
  return [...pressing, ...segments].find((segment) => found.has(segment))
}

/** The ranges of each segment as they are tried: the shop's; `policy` null: the standard ones. */
export function rangesOf(policy: Policy | null): (readonly [Segment, string])[] {
  return segmentsInOrder.map(
    (segment) => [segment, policy ? policy[segmentKeyOf(segment)] : segmentRanges[segment][1]] as const,
  )
}

/** Which segment three scores fall in: by the shop's ranges, or by the standard ones. */
export function makeSegmenter(
  policy: Policy | null,
): (recency: number, frequency: number, monetary: number) => Segment {
  const ranges = rangesOf(policy).map(([segment, text]) => ({
    segment,
    bounds: text.split(' ').map((part) => [Number(part[0]), Number(part.at(-1))] as const),
  }))
  const fits = (scores: readonly number[]) =>
    ranges.find(({ bounds }) =>
      bounds.every(([least, most], at) => (scores[at] ?? 0) >= least && (scores[at] ?? 0) <= most),
    )?.segment ?? 'Others'
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
