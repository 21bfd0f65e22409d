import type { FitDoubt } from '../ledger/report/value/maximum-likelihood.ts'
import type { ValueReport, ValueRow } from '../ledger/report/value/value.ts'
import { grouped } from '../locales/figure.ts'
import { figures } from '../terminal/figures.ts'
import type { Screen } from '../terminal/screen.ts'
import { figureHeads, table, whoHeads } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { hung } from '../terminal/width.ts'
import { type Reported, reckoned } from './report.ts'

/** What each customer is worth from now on, what that rests on, and whether it held. */
export const valueScreen: Screen<Reported<ValueReport>, ValueRow> = {
  data: ({ report }) => report,
  rows: ({ report }) => report.customers,
  columns: {
    customerId: 'count',
    name: 'text',
    stage: 'text',
    frequency: 'count',
    recency: 'count',
    age: 'count',
    alive: 'share',
    expectedPurchases: 'count',
    averageValue: 'money',
    lifetimeValue: 'money',
  },
  id: ({ customerId }) => customerId,
  lines({ report, explain }, voice) {
    const { value: words } = voice.words
    const { asOf, customers, model, unit, horizon, discountRate } = report
    const explained = () =>
      words.explain(asOf, unit, words.span(horizon, unit), voice.share(discountRate), model.spending.customers)
    return [
      voice.strong(title(report, voice)),
      // The list may be long: what it rests on stands where a terminal stops.
      ...valuedTable(report, voice),
      ...(customers.length > 0 && !model.doubt ? [''] : []),
      ...figures(restsOn(report, voice), voice),
      ...notes(report, voice, explain).flatMap((line) => hung(line, voice.width)),
      ...held(report, voice),
      ...(explain ? reckoned(explained(), voice) : []),
    ]
  },
  next: ({ report, explain }, voice) => (explain ? [] : next(report, voice)),
}

const significant = (value: number | null) => (value === null ? '-' : String(Number(value.toPrecision(4))))
const oneDecimal = (value: number) => (Math.round(value * 10) / 10).toFixed(1)

function tabled(heads: readonly string[], rows: readonly (readonly string[])[], texts: number, voice: Voice): string[] {
  return rows.length === 0 ? [] : table(figureHeads(heads, texts), rows, voice)
}

/** Customers by what they are worth, as they are named in every list. */
function valuedTable(report: ValueReport, voice: Voice): string[] {
  const [who = '', stage = '', ...figures] = voice.words.value.heads(report.unit)
  const rows = valuedRows(report, voice)
  return rows.length === 0 ? [] : table([...whoHeads(who), { head: stage }, ...figureHeads(figures, 0)], rows, voice)
}

function title({ asOf, horizon, unit, discountRate }: ValueReport, { words: { value: words }, share }: Voice): string {
  const discount = discountRate === 0 ? words.notDiscounted : words.discounted(share(discountRate))
  return words.title(asOf, words.span(horizon, unit), discount)
}

function valuedRows({ customers, model }: ValueReport, { words: { terms }, share, money }: Voice): string[][] {
  if (model.status === 'unreliable') return []
  const known = <T>(value: T | null, said: (value: T) => string) => (value === null ? '-' : said(value))
  return customers.map((one) => [
    `#${one.customerId}`,
    one.name,
    terms.stage[one.stage] ?? one.stage,
    known(one.lifetimeValue, money),
    known(one.expectedPurchases, (purchases) => purchases.toFixed(2)),
    known(one.averageValue, money),
    known(one.alive, share),
    grouped(one.frequency + 1),
    oneDecimal(one.age - one.recency),
  ])
}

/** What the values rest on, and what they come to, as far as it is known. */
function restsOn(value: ValueReport, { words: { value: words }, share, money }: Voice): [string, string, string][] {
  const { buyers, repeatBuyers, purchaseDays, unit, from, typical, totals } = value
  const once = buyers - repeatBuyers
  const visited = from === null ? words.visited.ever(purchaseDays) : words.visited.since(purchaseDays, from)
  const repeatPart = words.repeatPart(repeatBuyers, buyers, share(repeatBuyers / buyers))
  const lines: [string, string, string][] = [
    [words.buyers, grouped(buyers), words.seen(visited, oneDecimal(value.seenFor), unit)],
    [words.repeat, grouped(repeatBuyers), repeatPart],
    [words.once, grouped(once), words.oncePart(once, buyers, share(once / buyers))],
  ]
  if (typical.rate === null || typical.leaving === null || totals.expectedPurchases === null) return lines
  const newBuyer = words.newBuyerNote(words.span(value.horizon, unit))
  lines.push(
    [words.rate, significant(typical.rate), words.rateNote(unit)],
    [words.leaving.what, share(typical.leaving), words.leaving.note],
    [words.newBuyer, significant(typical.expectedPurchases), newBuyer],
  )
  if (typical.averageValue !== null)
    lines.push([words.aDay, money(typical.averageValue), words.aDayNote(value.model.spending.customers)])
  const worth = totals.lifetimeValue === null ? words.expected : words.expectedWorth(money(totals.lifetimeValue))
  lines.push([words.together, grouped(Math.round(totals.expectedPurchases)), worth])
  return lines
}

/** How far the model can be trusted and what it cannot know; where it is to be explained, its parameters. */
function notes(
  { model, buyers, repeatBuyers, onceAndGone, horizon, unit, seenFor }: ValueReport,
  { words }: Voice,
  explain: boolean,
): string[] {
  const { value: say } = words
  const { r, alpha, a, b, p, q, gamma, checks, doubt, spending } = model
  const parameters = (name: string, all: Readonly<Record<string, number | null>>) =>
    [name, ...Object.entries(all).map(([letter, value]) => `${letter} ${significant(value)}`)].join(' ')
  const fitted = (said: string, logLikelihood: number, { agreeing, starts }: typeof checks) =>
    say.fitted(said, logLikelihood.toFixed(1), agreeing, starts)
  const doubted = ({ why, parameters }: FitDoubt) =>
    say.doubt[why](parameters.join(words.marks.items), parameters.length)
  const notes = explain ? [fitted(parameters('BG/NBD', { r, alpha, a, b }), model.logLikelihood, checks)] : []
  if (explain && spending.checks && spending.logLikelihood !== null)
    notes.push(fitted(parameters('Gamma-Gamma', { p, q, gamma }), spending.logLikelihood, spending.checks))
  if (doubt) return [...notes, say.unreliable(doubted(doubt))]
  if (spending.doubt) notes.push(say.spendingUnreliable(doubted(spending.doubt)))
  if (spending.status === 'too-little-data') notes.push(say.tooLittle(spending.customers, spending.needed))
  const once = buyers - repeatBuyers
  if (once > 0) notes.push(onceAndGone === 0 ? say.onceNoneGone(once) : say.onceSomeGone(once, onceAndGone))
  if (horizon > seenFor) notes.push(say.guess(say.span(horizon, unit), oneDecimal(seenFor), unit))
  return notes
}

/** What came in the days held out, beside what the model had expected of them. */
function held({ holdout, unit }: ValueReport, voice: Voice): string[] {
  const { value: words } = voice.words
  if (!holdout) return []
  const { from, to, length, actual, expected } = holdout
  const came = words.holdout([from, to], significant(length), unit, actual, Math.round(expected))
  const off = expected < actual ? words.off.under : words.off.over
  const said = actual === 0 ? came : off(came, voice.share(Math.abs(expected - actual) / actual))
  const rows = holdout.rows
    .filter(({ customers }) => customers > 0)
    .map(({ frequency, andMore, customers, expected, actual }) => [
      andMore ? words.cameAgainOrMore(frequency) : words.cameAgain(frequency),
      grouped(customers),
      oneDecimal(expected),
      (expected / customers).toFixed(4),
      grouped(actual),
      (actual / customers).toFixed(4),
    ])
  return [voice.strong(said), ...tabled(words.holdoutHeads, rows, 0, voice)]
}

function next({ customers, holdout, model }: ValueReport, { words: { value: words } }: Voice): readonly string[] {
  if (model.doubt) return words.withoutModel
  const who = customers[0] ? words.one(customers[0].customerId) : words.who
  return [who, words.fading, holdout ? words.how : words.doesItHold]
}
