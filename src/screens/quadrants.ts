import type { QuadrantRow, Quadrants } from '../ledger/segment/quadrants.ts'
import type { Quadrant } from '../ledger/vocabulary.ts'
import { figures } from '../terminal/figures.ts'
import { table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { hung } from '../terminal/width.ts'
import { type Reported, reportScreen } from './report.ts'

interface QuadrantsAsked extends Reported<Quadrants> {
  /** Whether all days and everyone were asked for. */
  readonly whole: boolean
}

export const quadrantsScreen = reportScreen<QuadrantsAsked, QuadrantRow>({
  rows: ({ report }) => report.rows,
  columns: { customerId: 'count', name: 'text', quadrant: 'text', profit: 'money', loyalty: 'count', unknown: 'count', signs: 'facts' },
  id: ({ customerId }) => customerId,
  title: ({ report }, { words }) => words.quadrant.title(report),
  body: ({ report }, voice) => quadrantLines(report, voice),
  reckoning: ({ report }, voice) => voice.words.quadrant.explain(report, voice),
  next: ({ report, whole }, { words }) => words.quadrant.next(report, whole),
})

/** The four quadrants as a square with what each brings, what might still move, and of how many each sign is known. */
function quadrantLines(value: Quadrants, voice: Voice): string[] {
  const { quadrant: words } = voice.words
  if (value.buyers === 0) return []
  const cell = (name: Quadrant) => {
    const found = value.quadrants.find(({ quadrant }) => quadrant === name)
    return found ? words.cell(found, value, voice) : ['', '']
  }
  const [gold, meteor, star, burden] = [cell('gold'), cell('meteor'), cell('small-star'), cell('burden')]
  const [loyal, other] = words.loyalty
  return [
    ...hung(words.high(value, voice), voice.width),
    ...table(
      [{ head: '' }, ...words.value.map((head) => ({ head }))],
      [
        [`  ${loyal}`, gold[0] ?? '', star[0] ?? ''],
        ['', gold[1] ?? '', star[1] ?? ''],
        [`  ${other}`, meteor[0] ?? '', burden[0] ?? ''],
        ['', meteor[1] ?? '', burden[1] ?? ''],
      ],
      voice,
    ),
    ...words.undecided(value).flatMap((line) => hung(line, voice.width)),
    voice.dim(words.signs),
    ...figures(words.signLines(value, voice), voice),
  ]
}
