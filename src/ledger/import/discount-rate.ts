import { LedgerError } from '../errors.ts'
import { type SampleRows, sampleFigure } from './sample.ts'

/**
 * Whether a column of discounts says what part is left to pay (8.5折, 0.9, 90%) and not how much is taken off. Signs
 * say so; bare figures where every one of them is such a part, and, where the amount stands beside a whole, agrees.
 * Throws roster.open-discount where the amount has to be worked out and bare figures can be either.
 */
export function isRate(
  sample: SampleRows,
  at: number,
  {
    heading,
    whole,
    amount,
  }: {
    readonly heading: string
    /** What it cost before, where the file says so. */
    readonly whole: (cells: readonly string[]) => number | null
    /** -1 where no column says it. */
    readonly amount: number
  },
): boolean {
  if (/率$|%$|rate$|percent$/i.test(heading.normalize('NFKC').trim())) return true
  const parts = saysPart(heading)
  let small = parts && amount < 0
  let bare = 0
  let agreeing = 0
  let open = parts && amount < 0 ? '' : null
  for (const cells of sample) {
    const text = (cells[at] ?? '').normalize('NFKC').trim()
    if (/折|%$/.test(text)) return true
    const rate = /^\d{1,2}(?:[.,]\d{1,2})?$/.test(text) ? rateOf(text) : null
    // Nothing off: money says so with a nought, a part left to pay with 10, 1 or 100.
    if (/^0(?:[.,]0+)?$/.test(text)) open = null
    if (text === '' || /^0(?:[.,]0+)?$/.test(text) || text === '无') continue
    if (rate === null) return false
    bare++
    if ((sampleFigure(text) ?? 0) > 1) {
      small = false
      if (open === '') open = text
    }
    if (rate < 0.5) open = null
    const [all, paid] = [whole(cells), sampleFigure(cells[amount])]
    if (all === null || paid === null) continue
    if (Math.abs(all - (sampleFigure(text) ?? 0) - paid) < 0.011) return false
    if ((rate < 1 || parts) && Math.abs(all * rate - paid) < 0.02) agreeing++
  }
  if (open) throw new LedgerError('roster.open-discount', { heading, text: open, percent: percentOf(open) })
  return bare > 0 && (agreeing > 0 || small)
}

/** Whether a heading speaks of 折扣, which is what is left to pay; everywhere else it is what is taken off. */
export function isLeft(heading: string): boolean {
  return /\p{Script=Han}/u.test(heading)
}

/** What part is left to pay under a heading: 8.5折, 85折, 0.85, 85%, or Discount 15%; null for what is no such part. */
export function leftToPay(text: string, heading: string): number | null {
  const plain = text.normalize('NFKC').trim()
  const percent = plain.includes('%') || (!isLeft(heading) && /%|percent/i.test(heading.normalize('NFKC')))
  if (!percent) return rateOf(plain)
  const share = Number(/^(\d{1,3}(?:[.,]\d{1,2})?)\s*%?$/.exec(plain)?.[1]?.replace(',', '.') ?? Number.NaN) / 100
  if (!(share >= 0 && share <= 1)) return null
  // 折扣 10% may be either: nobody sells at a tenth.
  return !isLeft(heading) || share === 0 ? 1 - share : share < 0.3 ? null : share
}

/**
 * Whether a heading is 折扣 itself, with a remark in brackets or without, not 优惠, 抹零 or 折扣金额, which are money.
 */
function saysPart(heading: string): boolean {
  const bare = heading.normalize('NFKC').replace(/\((?![^)]*元)[^)]*\)\s*$/, '')
  return /(?:折扣|几折)$/.test(bare.trim())
}

function percentOf(text: string): number {
  return Math.round((rateOf(text) ?? 1) * 1000) / 10
}

function rateOf(text: string): number | null {
  const [, digits = ''] = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*折?$/.exec(text) ?? []
  if (digits === '') return null
  const figure = Number(digits.replace(',', '.'))
  const rate = figure > 10 ? figure / 100 : figure > 1 ? figure / 10 : figure
  return rate > 0 && rate <= 1 ? rate : null
}
