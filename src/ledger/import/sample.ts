import { isTotal } from './row/totals.ts'
import { yesOrNo } from './row/word-cells.ts'

/** The first rows of a file: what their cells say where the headings do not. */
export type SampleRows = readonly (readonly string[])[]

function filled(sample: SampleRows, at: number): string[] {
  return sample.map((cells) => (cells[at] ?? '').trim()).filter((cell) => cell !== '')
}

/** Whether a column says yes or no and nothing else. */
export function isFlag(sample: SampleRows, at: number, digits: boolean): boolean {
  const cells = filled(sample, at)
  const numbered = cells.some((cell) => /^[01]$/.test(cell))
  return cells.length > 0 && (!numbered || (digits && cells.length > 1)) && cells.every(isYesOrNo)
}

/** Whether a column answers in words of which some are yes or no, or `known`: 是, 否, 已付, 欠. */
export function answersInWords(sample: SampleRows, at: number, known: (word: string) => boolean): boolean {
  const cells = filled(sample, at)
  return cells.some((cell) => isYesOrNo(cell) || known(cell)) && !cells.some((cell) => /\d/.test(cell))
}

function isYesOrNo(cell: string): boolean {
  return yesOrNo(cell) !== null
}

/** Whether a column has times of day and no days. */
export function looksLikeClock(sample: SampleRows, at: number): boolean {
  const cells = filled(sample, at)
  return (
    cells.length > 0 &&
    cells.every((cell) => /^(?:上午|下午)?\s*\d{1,2}[:：时点]\d{1,2}/.test(cell) && cell.length <= 20)
  )
}

/** Whether a column has days and nothing else. */
export function looksLikeDay(sample: SampleRows, at: number): boolean {
  const cells = filled(sample, at)
  return (
    cells.length > 0 &&
    cells.every((cell) =>
      /^(?:\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}|\d{1,2}[-. ]\p{L}{3,9}\.?[-. ]\d{2,4})(?!\d)/u.test(cell),
    )
  )
}

/** Whether a column has more than one value. */
export function variesOver(sample: SampleRows, at: number): boolean {
  return new Set(filled(sample, at)).size > 1
}

/** A figure as it stands, good enough to compare with another of the same file. */
export function sampleFigure(cell: string | undefined): number | null {
  const plain = (cell ?? '').normalize('NFKC').replace(/[^\d.,-]/g, '')
  if (!/\d/.test(plain)) return null
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','))
  const whole = last >= 0 && plain.length - last - 1 !== 3 ? plain.slice(0, last) : plain
  const rest = whole === plain ? '' : plain.slice(last + 1)
  return Number(`${whole.replace(/[.,]/g, '')}.${rest || '0'}`)
}

/** Whether two columns of money stand for two kinds of rows: each has figures, and no row has one in both. */
export function takeTurns(sample: SampleRows, one: number, other: number): boolean {
  const rows = sample.filter((cells) => !cells.some((cell) => isTotal(cell)))
  const filledAt = (at: number) => rows.filter((cells) => (sampleFigure(cells[at]) ?? 0) !== 0)
  const [these, those] = [filledAt(one), filledAt(other)]
  return these.length > 0 && those.length > 0 && !these.some((cells) => those.includes(cells))
}

const near = (one: number, other: number) => Math.abs(one - other) < 0.011

/** Whether what was received is what was due less the discount, where there is any. */
export function discountIsBetween(sample: SampleRows, due: number, received: number, discount: number): boolean {
  let seen = 0
  for (const cells of sample) {
    const [asked, got, off] = [sampleFigure(cells[due]), sampleFigure(cells[received]), sampleFigure(cells[discount])]
    if (asked === null || got === null || off === null || off === 0) continue
    if (!near(asked - Math.abs(off), got)) return false
    seen++
  }
  return seen > 0
}

/**
 * Whether the amount of an order stands whole on each of its lines: the same on all lines of every order that has
 * several, and not what each line comes to by itself. Where no price says so, another column whose figures add up to
 * the amount does, or a heading that speaks of the order.
 */
export function countsOnce(
  sample: SampleRows,
  {
    ref,
    amount,
    price,
    quantity,
    ofOrder,
  }: { ref: number; amount: number; price: number; quantity: number; ofOrder: boolean },
): boolean {
  const orders = new Map<string, (readonly string[])[]>()
  for (const cells of sample) {
    const number = (cells[ref] ?? '').trim()
    if (number !== '' && sampleFigure(cells[amount]) !== null)
      orders.set(number, [...(orders.get(number) ?? []), cells])
  }
  const several = [...orders.values()].filter((lines) => lines.length > 1)
  if (several.length === 0) return false
  if (several.some((lines) => new Set(lines.map((cells) => sampleFigure(cells[amount]))).size > 1)) return false
  const stated = (lines: readonly (readonly string[])[]) => sampleFigure(lines[0]?.[amount]) ?? 0
  if (price >= 0) {
    const own = (cells: readonly string[]) => (sampleFigure(cells[price]) ?? 0) * (sampleFigure(cells[quantity]) ?? 1)
    return several.some((lines) => lines.some((cells) => !near(own(cells), stated(lines))))
  }
  if (ofOrder) return true
  const width = Math.max(...sample.map((cells) => cells.length))
  for (let at = 0; at < width; at++) {
    if (at === amount) continue
    const adds = several.every((lines) =>
      near(
        lines.reduce((sum, cells) => sum + (sampleFigure(cells[at]) ?? 0), 0),
        stated(lines),
      ),
    )
    if (adds && stated(several[0] ?? []) !== 0) return true
  }
  return false
}
