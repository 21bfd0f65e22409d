import { firstNamed } from '../ledger/identity/names.ts'
import type { SatisfactionReport, SatisfiedCustomer } from '../ledger/report/satisfaction.ts'
import { isUnhappy } from '../ledger/standing/satisfaction.ts'
import { grouped } from '../locales/figure.ts'
import { figures } from '../terminal/figures.ts'
import { table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { hung } from '../terminal/width.ts'
import { who } from './customers.ts'
import { daysOf, type Limited, leftOut, nextOfNobody, type Reported, reportScreen } from './report.ts'
import { aspectSaid } from './survey.ts'

interface SatisfactionAsked extends Reported<SatisfactionReport>, Limited {
  /** Whether all days and everyone were asked for. */
  readonly whole: boolean
}

export const satisfactionScreen = reportScreen<SatisfactionAsked, SatisfiedCustomer>({
  data: ({ report, limit }) => report.customers.slice(0, limit),
  rows: ({ report, limit }) => report.customers.slice(0, limit),
  columns: { customerId: 'count', name: 'text', c: 'count', level: 'text', on: 'day' },
  id: ({ customerId }) => customerId,
  title: ({ report }, { words: { satisfaction, report: said } }) =>
    satisfaction.title(daysOf(report, said.days), report.customers.length),
  body({ report, limit }, voice) {
    const { satisfaction } = voice.words
    if (report.customers.length === 0) return [satisfaction.nobody]
    return [
      ...table(
        satisfaction.heads.map((head, at) => ({ head, right: at === 1 })),
        report.customers
          .slice(0, limit)
          .map((one) => [
            who({ name: one.name, id: one.customerId }),
            ofC(one),
            levelSaid(one, voice),
            voice.day(one.on),
          ]),
        voice,
      ),
      ...leftOut(report.customers.length, { limit }, voice),
      '',
      ...figures(levels(report, voice), voice),
      satisfaction.byAspect,
      ...figures(aspects(report, voice), voice),
      ...left(report, voice),
    ]
  },
  reckoning: (_, { words }) => words.satisfaction.explain,
  next({ report, whole }, voice) {
    const { satisfaction } = voice.words
    const worst = firstNamed(report.customers)
    if (!worst) return nextOfNobody('satisfaction', whole, voice, satisfaction.ask)
    return isUnhappy(worst.level) ? satisfaction.call(worst.customerId) : satisfaction.ask
  },
})

const ofC = ({ c }: { readonly c: number }) => c.toFixed(2)

function levelSaid({ level }: Pick<SatisfiedCustomer, 'level'>, { words }: Voice): string {
  return words.terms.satisfaction[level] ?? level
}

function levels({ levels, customers }: SatisfactionReport, voice: Voice): [string, string, string][] {
  const all = customers.length
  return levels.map((one) => [
    levelSaid(one, voice),
    grouped(one.customers),
    voice.words.satisfaction.part(all, voice.share(one.customers / all)),
  ])
}

function aspects({ aspects }: SatisfactionReport, voice: Voice): [string, string, string][] {
  const { satisfaction } = voice.words
  return aspects.map((one) => [
    aspectSaid(one.aspect, voice) || satisfaction.asWhole,
    ofC(one),
    satisfaction.answers(one.answers, levelSaid(one, voice)),
  ])
}

/** Satisfied, and gone all the same: being content keeps nobody. */
function left({ leftSatisfied }: SatisfactionReport, voice: Voice): string[] {
  const { satisfaction, marks } = voice.words
  if (leftSatisfied.length === 0) return []
  const names = leftSatisfied.map(({ name, customerId }) => who({ name, id: customerId })).join(marks.items)
  return hung(satisfaction.left(leftSatisfied.length, names), voice.width)
}
