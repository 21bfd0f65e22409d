import type { QuadrantRow, Quadrants } from '../ledger/segment/quadrants.ts'
import { quadrants as allQuadrants, type Quadrant } from '../ledger/vocabulary.ts'
import { grouped } from '../locales/figure.ts'
import { figures } from '../terminal/figures.ts'
import { table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { hung } from '../terminal/width.ts'
import { daysOf, nextOfNobody, type Reported, reportScreen } from './report.ts'

interface QuadrantsAsked extends Reported<Quadrants> {
  /** Whether all days and everyone were asked for. */
  readonly whole: boolean
}

export const quadrantsScreen = reportScreen<QuadrantsAsked, QuadrantRow>({
  rows: ({ report }) => report.rows,
  columns: {
    customerId: 'count',
    name: 'text',
    quadrant: 'text',
    profit: 'money',
    loyalty: 'count',
    unknown: 'count',
    signs: 'facts',
  },
  id: ({ customerId }) => customerId,
  title({ report }, voice) {
    const { quadrant: words } = voice.words
    const bought = report.buyers === 0 ? words.nobodyBought : words.buyers(report.buyers)
    return words.title(daysOf(report, voice.words.report.days), bought)
  },
  body: ({ report }, voice) => quadrantLines(report, voice),
  reckoning({ report: { profitShare } }, { words: { quadrant: words }, share }) {
    return words.explain(profitShare === null ? words.threshold.policy : words.threshold.share(share(profitShare)))
  },
  next({ report, whole }, voice) {
    const { quadrant: words } = voice.words
    if (report.buyers === 0) return nextOfNobody('quadrants', whole, voice)
    const customers = (name: Quadrant) => report.quadrants.find(({ quadrant }) => quadrant === name)?.customers ?? 0
    const first = allQuadrants.find((name) => customers(name) > 0) ?? 'gold'
    return whole ? words.next(first) : words.nextAsCsv
  },
})

/** The four quadrants as a square with what each brings, what might still move, and of how many each sign is known. */
function quadrantLines(value: Quadrants, voice: Voice): string[] {
  const { quadrant: words, terms, report } = voice.words
  if (value.buyers === 0) return []
  const measure = report.measure[value.measure]
  const cell = (name: Quadrant) => {
    const found = value.quadrants.find(({ quadrant }) => quadrant === name)
    if (!found) return ['', '']
    const { customers, profit } = found
    const share = voice.share(customers / value.buyers)
    return [
      words.customers(terms.quadrant[name] ?? name, customers, share),
      words.brought(voice.money(profit), measure),
    ]
  }
  const [gold, meteor, star, burden] = [cell('gold'), cell('meteor'), cell('small-star'), cell('burden')]
  const [loyal, other] = words.loyalty
  return [
    ...hung(high(value, measure, voice), voice.width),
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
    ...undecided(value, voice),
    voice.dim(words.signs),
    ...figures(signLines(value, voice), voice),
  ]
}

/** From what profit on a value is high, and why from there on. */
function high({ profitNeeded, profitShare }: Quadrants, measure: string, { words, money, share }: Voice): string {
  const { quadrant: say } = words
  if (profitNeeded === null) return say.nobodyHigh(measure)
  return say.high(money(profitNeeded), measure, profitShare === null ? 'tier.profit' : say.bring(share(profitShare)))
}

/** Of whom so much is not known that they might be loyal. */
function undecided({ quadrants }: Quadrants, { words: { quadrant: words, marks }, width }: Voice): string[] {
  const moves = (['meteor', 'burden'] as const).flatMap((name) => {
    const open = quadrants.find(({ quadrant }) => quadrant === name)?.undecided ?? 0
    return open > 0 ? [words.wouldBe[name](open)] : []
  })
  return moves.length === 0 ? [] : hung(words.undecided(moves.join(marks.parts)), width)
}

function signLines(
  { signs, buyers }: Quadrants,
  { words: { quadrant: words }, share }: Voice,
): [string, string, string][] {
  const { known, meaning } = words
  return signs.map(({ sign, yes, unknown }) => {
    const of = buyers - unknown
    const rate = () => share(yes / of)
    const said =
      of === 0
        ? known.ofNobody(meaning[sign])
        : unknown === 0
          ? known.ofAll(of, rate(), meaning[sign])
          : known.ofSome(of, rate(), unknown, meaning[sign])
    return [words.sign[sign], grouped(yes), said]
  })
}
