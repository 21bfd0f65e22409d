import type { Unit } from '../../ledger/report/value/value.ts'
import { grouped } from '../figure.ts'
import { counted, plural } from './plural.ts'
import { terms } from './terms.ts'

const mind = (once: number, gone: string) =>
  `Mind: the model calls every one-time buyer alive, all ${grouped(once)}, however long ago they came; ` +
  `by their stages ${gone} ${terms.stage['declining']} or ${terms.stage['lost']}.`

/** What `report value` says. */
export const value = {
  span: (count: number, unit: Unit) => counted(count, unit),
  title: (on: string, span: string, discount: string) => `Customer value on ${on}: ${span} ahead, ${discount}`,
  notDiscounted: 'not discounted',
  discounted: (share: string) => `discounted at ${share} a year`,
  buyers: 'buyers',
  visited: {
    ever: (days: number) => counted(days, 'purchase day'),
    since: (days: number, from: string) => `${counted(days, 'purchase day')} from ${from} on`,
  },
  seen: (visited: string, longest: string, unit: Unit) => `${visited}; seen for up to ${longest} ${unit}s`,
  repeat: 'repeat buyers',
  repeatPart: (part: number, all: number, share: string) =>
    `${grouped(part)} of ${grouped(all)} = ${share}: on two days or more`,
  once: 'bought once',
  oncePart: (part: number, all: number, share: string) => `${grouped(part)} of ${grouped(all)} = ${share}`,
  rate: 'while they come',
  rateNote: (unit: Unit) => `purchase days a ${unit} on average`,
  leaving: { what: 'leave for good', note: 'after a repeat purchase day, on average' },
  newBuyer: 'a new buyer',
  newBuyerNote: (span: string) => `more purchase days to expect in ${span}`,
  aDay: 'a purchase day',
  aDayNote: (customers: number) => `on average, from the repeat days of ${counted(customers, 'customer')}`,
  together: 'all together',
  expected: 'purchase days to expect',
  expectedWorth: (worth: string) => `purchase days to expect, worth ${worth}`,
  fitted: (parameters: string, logLikelihood: string, agreeing: number, starts: number) =>
    `${parameters}; logL ${logLikelihood}; ${agreeing} of ${starts} starts agree`,
  doubt: {
    runaway: (names: string, count: number) =>
      `${names} ${plural(count, 'runs', 'run')} away, a thousand times what is usual`,
    flat: (names: string) => `the likelihood is flat, ${names} could as well be 20 times larger or smaller`,
    'no-summit': () => 'the climb to the best parameters did not arrive',
    'starts-differ': () => 'different starts ended at different parameters',
    'no-mean': () => 'q is not above 1, so the average over customers may be infinite',
  },
  unreliable: (why: string) =>
    `UNRELIABLE: ${why}. No customer is valued. More months of purchases help, or fewer filters.`,
  spendingUnreliable: (why: string) => `Spending is UNRELIABLE: ${why}. No money is said.`,
  tooLittle: (customers: number, needed: number) =>
    `No money is said: ${counted(customers, 'customer')} with repeat days that brought something; it takes ${needed}.`,
  onceNoneGone: (once: number) => mind(once, 'none of them is'),
  onceSomeGone: (once: number, gone: number) => mind(once, `${grouped(gone)} of them ${plural(gone, 'is', 'are')}`),
  guess: (span: string, longest: string, _unit: Unit) =>
    `${span} ahead is longer than any customer was seen (${longest}): take it for a guess.`,
  holdout: ([from, to]: readonly [string, string], length: string, unit: Unit, actual: number, expected: number) =>
    `What came from ${from} to ${to} (${length} ${unit}s): ` +
    `${counted(actual, 'purchase day')}, ${grouped(expected)} expected`,
  off: {
    under: (holdout: string, share: string) => `${holdout} (-${share})`,
    over: (holdout: string, share: string) => `${holdout} (+${share})`,
  },
  holdoutHeads: ['came again', 'customers', 'expected', 'each', 'came', 'each'],
  cameAgain: (days: number) => String(days),
  cameAgainOrMore: (days: number) => `${days}+`,
  heads: (unit: Unit) => ['customer', 'stage', 'worth', 'to come', 'a day', 'alive', 'days', `${unit}s ago`],
  explain: (asOf: string, unit: Unit, span: string, discount: string, customers: number) => [
    'days: days with purchases; receipts of one day are one, void ones and those refunded in full are none, ' +
      'and what counts is net of refunds and returns (a return that names no purchase comes off the purchase day ' +
      'before it). What an old roster said has no days and is left out.',
    [
      'frequency: purchase days after the first. recency: from the first to the last.',
      `age: from the first to ${asOf}. In ${unit}s, not rounded. The models see nothing else.`,
    ].join(' '),
    'BG/NBD (Fader, Hardie & Lee 2005): while they come, customers buy at rates of their own, gamma distributed ' +
      '(r, alpha; r / alpha on average); after each repeat purchase they leave for good with a chance of their own, ' +
      'beta distributed (a, b; a / (a + b) on average).',
    'alive: the chance that they have not left, given frequency, recency and age. ' +
      'Who bought once has had no occasion to leave and is alive to the model; their stage tells more.',
    `to come: purchase days to expect within ${span} after ${asOf}, whether they left or not.`,
    [
      'a day: what a purchase day of theirs brings on average, by Gamma-Gamma (Fader & Hardie 2013)',
      'on the mean of their repeat days; for who bought once, the average of all. Net sales, cost not taken off.',
      `Fitted to the ${counted(customers, 'customer')} whose repeat days brought something.`,
    ].join(' '),
    [
      'worth: a day x the purchase days to come, each discounted from when it is expected,',
      `at ${discount} a year of 365.25 days.`,
    ].join(' '),
    'reliable: of four starts, far apart, at least two end at the same maximum of the log-likelihood (logL, ' +
      'to 0.01), no slope is left there (1e-6 per customer), every parameter is within a thousandfold of what is ' +
      'usual and known to a factor of 20 (standard error of its logarithm below 3); ' +
      'for money also q above 1 by its standard error. Else nothing is said of any customer.',
  ],
  withoutModel: ['Without a model: regulars report stages   regulars report rfm', 'How it is reckoned: --explain'],
  one: (id: number) => `One of them: regulars show ${id}   only the first ten: --limit 10`,
  who: 'Who they are: regulars list --sort spent',
  fading: 'Good ones who fade: regulars list --stage declining --sort spent',
  how: 'How it is reckoned: --explain',
  doesItHold: 'Does it hold? --calibrate-until 26w   how it is reckoned: --explain',
}
