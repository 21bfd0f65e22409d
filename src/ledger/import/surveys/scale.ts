import { type AnswerScale, bareNumber } from '../../care/survey/score.ts'
import { LedgerError } from '../../errors.ts'
import { dataRows } from '../data-rows.ts'
import type { ImportPlan } from '../import-plan.ts'
import { textIn } from '../row/cells.ts'

/** How many bare numbers a column has, and how many of them are above five and above ten. */
interface Seen {
  numbers: number
  overFive: number
  overTen: number
}

/**
 * What the answers of each column are out of: as the owner said, as its heading says, else as its numbers show, the
 * whole file looked through first.
 * Above five are so few in a column of stars that less than a fifth of them are slips, rejected one by one. Throws
 * roster.open-scale where columns disagree: a question out of ten that nobody liked looks like one out of five.
 */
export async function scalesOf(plan: ImportPlan): Promise<ReadonlyMap<number, AnswerScale>> {
  const perceived = plan.columns.get('perceived')
  const expected = plan.columns.get('expected')
  const places = [
    ...new Set([...plan.questions.map(({ at }) => at), ...[perceived, expected].filter((at) => at !== undefined)]),
  ]
  const { scale } = plan.options
  if (scale !== null) return new Map(places.map((at) => [at, scale]))
  const said = new Map(places.map((at) => [at, scaleSaid(plan.headers?.[at] ?? '')]))
  const seen = new Map(places.map((at): [number, Seen] => [at, { numbers: 0, overFive: 0, overTen: 0 }]))
  for await (const rows of dataRows(plan))
    for (const { cells } of rows) for (const at of places) count(seen.get(at) as Seen, textIn(cells[at]))
  const open = places.filter((at) => said.get(at) === null && (seen.get(at)?.numbers ?? 0) > 0)
  const shown = new Map(open.map((at) => [at, scaleShown(seen.get(at) as Seen)]))
  // What was expected and what was perceived are answers to one question.
  if (perceived !== undefined && expected !== undefined && shown.has(perceived) && shown.has(expected)) {
    const larger = Math.max(shown.get(perceived) as AnswerScale, shown.get(expected) as AnswerScale) as AnswerScale
    shown.set(perceived, larger)
    shown.set(expected, larger)
  }
  const found = new Set(shown.values())
  if (found.size > 1) {
    const most = Math.max(...found)
    const headings = (wanted: boolean) =>
      [...shown].filter(([, one]) => (one === most) === wanted).map(([at]) => plan.headers?.[at] || String(at + 1))
    throw new LedgerError('roster.open-scale', {
      file: plan.table.about.file,
      most,
      high: headings(true),
      low: headings(false),
    })
  }
  return new Map(places.map((at) => [at, said.get(at) ?? shown.get(at) ?? 5]))
}

function count(seen: Seen, text: string): void {
  const number = text === '' ? null : bareNumber(text)
  if (number === null) return
  seen.numbers++
  if (number > 5) seen.overFive++
  if (number > 10) seen.overTen++
}

function scaleShown({ numbers, overFive, overTen }: Seen): AnswerScale {
  if (overTen * 2 > numbers) return 100
  return overFive > 0 && overFive * 5 >= numbers ? 10 : 5
}

function scaleSaid(heading: string): AnswerScale | null {
  const plain = heading.normalize('NFKC')
  if (/百分制|(?:\/|out of|满分|[-~到至])\s*100(?!\d)/i.test(plain)) return 100
  if (/十分制|(?:\/|out of|满分|[-~到至])\s*10(?!\d)/i.test(plain)) return 10
  return /五分制|五星|(?:\/|out of|满分|\b[01]\s*[-~到至])\s*5(?!\d)/i.test(plain) ? 5 : null
}
