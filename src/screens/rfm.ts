import type { Policy } from '../ledger/book/policy/policy.ts'
import { decimal, minorOf } from '../ledger/money.ts'
import type { RfmRow } from '../ledger/segment/rfm.ts'
import { type Band, type Measure, measures } from '../ledger/segment/rfm-bands.ts'
import { rangesOf, segments } from '../ledger/segment/rfm-segments.ts'
import { table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { hung } from '../terminal/width.ts'

/** The segments that have somebody: how many, what they brought, what they are and what to do with them. */
export function segmentTable(rows: readonly RfmRow[], currency: string, voice: Voice): string[] {
  const { rfm, terms } = voice.words
  if (rows.length === 0) return []
  const sums = new Map(segments.map((segment) => [segment, { customers: 0, amount: 0 }]))
  let total = 0
  for (const { segment, amount } of rows) {
    const sum = sums.get(segment)
    if (!sum) continue
    sum.customers++
    sum.amount += minorOf(amount)
    total += minorOf(amount)
  }
  const found = [...sums].filter(([, { customers }]) => customers > 0)
  const [head = '', ...lines] = table(
    rfm.heads.map((head, at) => ({ head, right: at > 0 })),
    found.map(([segment, { customers, amount }]) => [
      `  ${terms.segment[segment]}`,
      rfm.count(customers),
      voice.share(customers / rows.length),
      voice.money(decimal(amount, currency)),
      // Where refunds outweigh sales a share of them says nothing.
      total > 0 && amount >= 0 ? voice.share(amount / total) : '-',
    ]),
    voice,
  )
  return [head, ...found.flatMap(([segment], at) => [lines[at] ?? '', ...hung(`    ${rfm.advice[segment]}`, voice.width).map(voice.dim)])]
}

/** Where the scores part: the least and most of each, and how many buyers have it. */
export function bandsTable(bands: Readonly<Record<Measure, readonly Band[]>>, currency: string, voice: Voice): string[] {
  const { rfm } = voice.words
  if (measures.every((measure) => bands[measure].length === 0)) return []
  const said = (measure: Measure, score: number) => {
    const band = bands[measure].find((one) => one.score === score)
    if (!band) return '-'
    const value = (number: number) => (measure === 'monetary' ? voice.money(decimal(number, currency)) : rfm.count(number))
    return `${band.least === band.most ? value(band.least) : `${value(band.least)}..${value(band.most)}`} (${rfm.count(band.buyers)})`
  }
  const rows = [5, 4, 3, 2, 1].map((score) => [`  ${score}`, ...measures.map((measure) => said(measure, score))])
  return table(
    rfm.bandHeads.map((head, at) => ({ head, right: at > 0 })),
    rows,
    voice,
  )
}

/** Which scores make which segment; `policy` null: the standard ones. */
export function rangesTable(policy: Policy | null, voice: Voice): string[] {
  const { rfm, terms } = voice.words
  return table(
    rfm.rangeHeads.map((head, at) => ({ head, right: at > 0 })),
    rangesOf(policy).map(([segment, ranges]) => [`  ${terms.segment[segment]}`, ...ranges.split(' ')]),
    voice,
  )
}
