import type { Holdout } from '../../ledger/report/value/holdout.ts'
import type { FitDoubt } from '../../ledger/report/value/maximum-likelihood.ts'
import type { ValueReport } from '../../ledger/report/value/value.ts'
import { grouped } from '../figure.ts'
import type { Speech } from '../speech.ts'
import type { Line } from './report.ts'
import { terms } from './terms.ts'

const figure = (value: number | null) => (value === null ? '-' : String(Number(value.toPrecision(4))))
const tenths = (value: number) => (Math.round(value * 10) / 10).toFixed(1)
const span = (count: number, unit: ValueReport['unit']) => `${grouped(count)} ${unit}${count === 1 ? '' : 's'}`
const several = (count: number, one: string, many = `${one}s`) => `${grouped(count)} ${count === 1 ? one : many}`

function doubted(doubt: FitDoubt): string {
  const of = doubt.parameters.join(', ')
  const run = doubt.parameters.length === 1 ? 'runs' : 'run'
  if (doubt.why === 'runaway') return `${of} ${run} away, a thousand times what is usual`
  if (doubt.why === 'flat') return `the likelihood is flat, ${of} could as well be 20 times larger or smaller`
  if (doubt.why === 'no-summit') return 'the climb to the best parameters did not arrive'
  if (doubt.why === 'starts-differ') return 'different starts ended at different parameters'
  return 'q is not above 1, so the average over customers may be infinite'
}

function agreed({ agreeing, starts }: { agreeing: number; starts: number }): string {
  return `${agreeing} of ${starts} starts agree`
}

/** What `report value` says. */
export const value = {
  title: ({ asOf, horizon, unit, discountRate }: ValueReport, { share }: Speech) =>
    `Customer value on ${asOf}: ${span(horizon, unit)} ahead, ${discountRate === 0 ? 'not discounted' : `discounted at ${share(discountRate)} a year`}`,
  lines: ({ buyers, repeatBuyers, purchaseDays, seenFor, unit, horizon, from, typical, totals, model }: ValueReport, { share, money }: Speech): Line[] => {
    const once = buyers - repeatBuyers
    const seen = `${several(purchaseDays, 'purchase day')}${from === null ? '' : ` from ${from} on`}; seen for up to ${tenths(seenFor)} ${unit}s`
    const lines: Line[] = [
      ['buyers', grouped(buyers), seen],
      ['repeat buyers', grouped(repeatBuyers), `${grouped(repeatBuyers)} of ${grouped(buyers)} = ${share(repeatBuyers / buyers)}: on two days or more`],
      ['bought once', grouped(once), `${grouped(once)} of ${grouped(buyers)} = ${share(once / buyers)}`],
    ]
    if (typical.rate === null || typical.leaving === null || totals.expectedPurchases === null) return lines
    lines.push(
      ['while they come', figure(typical.rate), `purchase days a ${unit} on average (r / alpha)`],
      ['leave for good', share(typical.leaving), 'after a repeat purchase day, on average: a / (a + b)'],
      ['a new buyer', figure(typical.expectedPurchases), `more purchase days to expect in ${span(horizon, unit)}`],
    )
    if (typical.averageValue !== null)
      lines.push(['a purchase day', money(typical.averageValue), `on average, from the repeat days of ${several(model.spending.customers, 'customer')}`])
    const worth = totals.lifetimeValue === null ? '' : `, worth ${money(totals.lifetimeValue)}`
    lines.push(['all together', grouped(Math.round(totals.expectedPurchases)), `purchase days to expect${worth}`])
    return lines
  },
  notes: ({ model, buyers, repeatBuyers, onceAndGone, horizon, unit, seenFor }: ValueReport): string[] => {
    const { r, alpha, a, b, logLikelihood, p, q, gamma, checks, doubt, spending } = model
    const once = buyers - repeatBuyers
    const notes = [`BG/NBD r ${figure(r)} alpha ${figure(alpha)} a ${figure(a)} b ${figure(b)}; logL ${logLikelihood.toFixed(1)}; ${agreed(checks)}`]
    if (spending.checks && spending.logLikelihood !== null)
      notes.push(`Gamma-Gamma p ${figure(p)} q ${figure(q)} gamma ${figure(gamma)}; logL ${spending.logLikelihood.toFixed(1)}; ${agreed(spending.checks)}`)
    if (doubt) return [...notes, `UNRELIABLE: ${doubted(doubt)}. No customer is valued. More months of purchases help, or fewer filters.`]
    if (spending.doubt) notes.push(`Spending is UNRELIABLE: ${doubted(spending.doubt)}. No money is said.`)
    if (spending.status === 'too-little-data')
      notes.push(`No money is said: ${several(spending.customers, 'customer')} with repeat days that brought something; it takes ${spending.needed}.`)
    if (once > 0)
      notes.push(
        `Mind: the model calls every one-time buyer alive, all ${grouped(once)}, however long ago they came; by their stages ${onceAndGone === 0 ? 'none' : grouped(onceAndGone)} of them ${onceAndGone < 2 ? 'is' : 'are'} ${terms.stage['declining']} or ${terms.stage['lost']}.`,
      )
    if (horizon > seenFor) notes.push(`${span(horizon, unit)} ahead is longer than any customer was seen (${tenths(seenFor)}): take it for a guess.`)
    return notes
  },
  holdout: ({ from, to, length, expected, actual }: Holdout, { unit }: ValueReport, { share }: Speech) =>
    `What came from ${from} to ${to} (${figure(length)} ${unit}s): ${several(actual, 'purchase day')}, ${grouped(Math.round(expected))} expected${actual === 0 ? '' : ` (${expected < actual ? '-' : '+'}${share(Math.abs(expected - actual) / actual)})`}`,
  holdoutHeads: ['came again', 'customers', 'expected', 'each', 'came', 'each'],
  holdoutRows: ({ rows }: Holdout) =>
    rows
      .filter(({ customers }) => customers > 0)
      .map(({ frequency, andMore, customers, expected, actual }) => [
        `${frequency}${andMore ? '+' : ''}`,
        grouped(customers),
        tenths(expected),
        (expected / customers).toFixed(4),
        grouped(actual),
        (actual / customers).toFixed(4),
      ]),
  heads: ({ unit }: ValueReport) => ['customer', 'stage', 'worth', 'to come', 'a day', 'alive', 'days', `${unit}s ago`],
  rows: ({ customers, model }: ValueReport, { share, money }: Speech) =>
    model.status === 'unreliable'
      ? []
      : customers.map(({ customerId, name, stage, frequency, recency, age, alive, expectedPurchases, averageValue, lifetimeValue }) => [
          `#${customerId} ${name}`,
          terms.stage[stage] ?? stage,
          lifetimeValue === null ? '-' : money(lifetimeValue),
          expectedPurchases === null ? '-' : expectedPurchases.toFixed(2),
          averageValue === null ? '-' : money(averageValue),
          alive === null ? '-' : share(alive),
          grouped(frequency + 1),
          tenths(age - recency),
        ]),
  explain: ({ asOf, unit, horizon, discountRate, model: { spending } }: ValueReport, { share }: Speech) => [
    'days: days with purchases; receipts of one day are one, void ones and those refunded in full are none, and what counts is net of refunds and returns (a return that names no purchase comes off the purchase day before it). What an old roster said has no days and is left out.',
    `frequency: purchase days after the first. recency: from the first to the last. age: from the first to ${asOf}. In ${unit}s, not rounded. The models see nothing else.`,
    'BG/NBD (Fader, Hardie & Lee 2005): while they come, customers buy at rates of their own, gamma distributed (r, alpha); after each repeat purchase they leave for good with a chance of their own, beta distributed (a, b).',
    'alive: the chance that they have not left, given frequency, recency and age. Who bought once has had no occasion to leave and is alive to the model; their stage tells more.',
    `to come: purchase days to expect within ${span(horizon, unit)} after ${asOf}, whether they left or not.`,
    `a day: what a purchase day of theirs brings on average, by Gamma-Gamma (Fader & Hardie 2013) on the mean of their repeat days; for who bought once, the average of all. Net sales, cost not taken off. Fitted to the ${several(spending.customers, 'customer')} whose repeat days brought something.`,
    `worth: a day x the purchase days to come, each discounted from when it is expected, at ${share(discountRate)} a year of 365.25 days.`,
    'reliable: of four starts, far apart, at least two end at the same maximum of the log-likelihood (logL, to 0.01), no slope is left there (1e-6 per customer), every parameter is within a thousandfold of what is usual and known to a factor of 20 (standard error of its logarithm below 3); for money also q above 1 by its standard error. Else nothing is said of any customer.',
  ],
  next: ({ customers, holdout, model }: ValueReport): string[] =>
    model.doubt
      ? ['Without a model: regulars report stages   regulars report rfm', 'How it is reckoned: --explain']
      : [
          customers[0] ? `One of them: regulars show ${customers[0].customerId}   only the first ten: --limit 10` : 'Who they are: regulars list --sort spent',
          'Good ones who fade: regulars list --stage declining --sort spent',
          holdout ? 'How it is reckoned: --explain' : 'Does it hold? --calibrate-until 26w   how it is reckoned: --explain',
        ],
}
