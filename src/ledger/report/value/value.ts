import type { Book } from '../../book/book.ts'
import { addDays, type Day, daysBetween } from '../../day.ts'
import { LedgerError } from '../../errors.ts'
import { decimal, decimalsOf, roundHalfAway } from '../../money.ts'
import { foremost } from '../../quantile.ts'
import type { Stage } from '../../vocabulary.ts'
import { groupByHistory, type ModelBuyer, readDaysBought, readModelBuyers } from './buyers.ts'
import { type CustomerValue, makeValuer } from './customer-value.ts'
import { forceOf } from './discounting.ts'
import { makeExpectedPurchases } from './expected-purchases.ts'
import { fitBgNbd } from './fit-bg-nbd.ts'
import { fitGammaGamma } from './fit-gamma-gamma.ts'
import { averageValue } from './gamma-gamma.ts'
import { compareHoldout, type Holdout } from './holdout.ts'
import { modelToPublic, tidy, type ValueModel } from './model.ts'

const units: Readonly<Record<Unit, readonly string[]>> = {
  week: ['week', 'weeks', 'w', '周', '星期'],
  day: ['day', 'days', 'd', '天', '日'],
}

/** A unit of time as typed. Throws usage.bad-choice. */
export function readUnit(typed: string): Unit {
  const plain = typed.normalize('NFKC').trim().toLowerCase()
  if (units.week.includes(plain)) return 'week'
  if (units.day.includes(plain)) return 'day'
  throw new LedgerError('usage.bad-choice', { asked: typed, what: '--unit', choices: Object.keys(units) })
}

/** A year ahead, in units. */
export const yearOf: Readonly<Record<Unit, number>> = { week: 52, day: 365 }

export type Unit = 'week' | 'day'

export interface ValueRequest {
  /** Purchases before it are left out; null: none are. */
  readonly from: Day | null
  /**
   * The models see nothing after it, and are compared with what came after; null: they see everything up to the book's
   * day.
   */
  readonly calibrateUntil: Day | null
  readonly unit: Unit
  /** So many units ahead. */
  readonly horizon: number
  /** A year: 0.1 is 10 %. */
  readonly discountRate: number
  /** The customers meant; undefined: everyone who is not archived. */
  readonly only: ReadonlySet<number> | undefined
  /** At most so many customers are listed; all are fitted and counted. */
  readonly limit?: number | undefined
}

/** What customers are worth (SPEC 7). Money is decimal strings of the ledger's currency, time is units. */
export interface ValueReport {
  readonly model: ValueModel
  readonly unit: Unit
  readonly horizon: number
  readonly discountRate: number
  /** What the models saw: from a day (null: the beginning) up to a day. */
  readonly from: Day | null
  readonly asOf: Day
  readonly buyers: number
  /** With purchases on two days or more. */
  readonly repeatBuyers: number
  /** Those of the others whom their stage calls declining or lost, while the model calls them alive. */
  readonly onceAndGone: number
  readonly purchaseDays: number
  /** The longest any customer has been seen. */
  readonly seenFor: number
  /** The models in words of a shop. */
  readonly typical: {
    /** Purchase days a unit while they come, on average over customers. */
    readonly rate: number | null
    /** The chance to leave for good after a repeat purchase day, on average over customers. */
    readonly leaving: number | null
    /** Purchase days to come within the horizon of who has just bought for the first time. */
    readonly expectedPurchases: number | null
    /** What a purchase day brings, on average over customers. */
    readonly averageValue: string | null
  }
  readonly totals: { readonly expectedPurchases: number | null; readonly lifetimeValue: string | null }
  /** Those worth most first. */
  readonly customers: readonly ValueRow[]
  readonly holdout: Holdout | null
}

export interface ValueRow {
  readonly customerId: number
  readonly name: string
  readonly stage: Stage
  /** Purchase days after the first. */
  readonly frequency: number
  readonly recency: number
  readonly age: number
  readonly alive: number | null
  readonly expectedPurchases: number | null
  readonly averageValue: string | null
  readonly lifetimeValue: string | null
}

/** With fewer buyers, or fewer of them who came on two days or more, four parameters are more than the data can say. */
const leastOf = { buyersNeeded: 30, repeatBuyersNeeded: 15 }
/** Fewer means of repeat days say nothing of three parameters. */
const spendersNeeded = 15

const daysIn: Readonly<Record<Unit, number>> = { week: 7, day: 1 }
const daysInYear = 365.25

/**
 * Fits both models to the customers asked for and says what each is worth. Throws value.too-little-data; day.reversed
 * where no day is left between `from` and the last day the models see, or after that to hold against them.
 */
export async function readValue(
  book: Pick<Book, 'db' | 'policy' | 'today' | 'currency'>,
  asked: ValueRequest,
): Promise<ValueReport> {
  const { from, calibrateUntil, unit, horizon, discountRate, only, limit } = asked
  const asOf = calibrateUntil ?? book.today
  const unitDays = daysIn[unit]
  if (from !== null && from > asOf) throw new LedgerError('day.reversed', { from, to: asOf })
  if (calibrateUntil !== null && calibrateUntil >= book.today)
    throw new LedgerError('day.reversed', { from: addDays(calibrateUntil, 1), to: book.today })
  const buyers = await readModelBuyers(book, { from, day: asOf, only })
  const repeating = buyers.filter(({ frequency }) => frequency > 0)
  if (buyers.length < leastOf.buyersNeeded || repeating.length < leastOf.repeatBuyersNeeded)
    throw new LedgerError('value.too-little-data', {
      asOf,
      buyers: buyers.length,
      repeatBuyers: repeating.length,
      ...leastOf,
    })
  const money = moneyOf(book.currency)
  const spenders = repeating
    .map(({ frequency, spentAgain }) => ({ frequency, mean: money.units(spentAgain) / frequency }))
    .filter(({ mean }) => mean > 0)
  const purchasing = fitBgNbd(groupByHistory(buyers, unitDays))
  const spending = spenders.length < spendersNeeded ? null : fitGammaGamma(spenders)
  const model = purchasing.doubt ? null : purchasing.model
  const spent = !model || !spending || spending.doubt ? null : spending.model
  const valueBuyer = makeValuer(model, spent, {
    unitDays,
    horizon,
    force: forceOf(discountRate, daysInYear / unitDays),
  })
  const values = buyers.map((buyer) => ({ buyer, value: valueBuyer(buyer, money.units(buyer.spentAgain)) }))
  const worthMost = foremost(values, limit ?? values.length, mostFirst)
  const total = (figure: 'expected' | 'lifetime') => values.reduce((sum, { value }) => sum + (value[figure] ?? 0), 0)
  return {
    model: modelToPublic(purchasing, spending, { customers: spenders.length, needed: spendersNeeded }),
    unit,
    horizon,
    discountRate,
    from,
    asOf,
    buyers: buyers.length,
    repeatBuyers: repeating.length,
    onceAndGone: buyers.filter(({ frequency, stage }) => frequency === 0 && (stage === 'declining' || stage === 'lost'))
      .length,
    purchaseDays: buyers.reduce((sum, { frequency }) => sum + frequency + 1, 0),
    seenFor: tidy(buyers.reduce((longest, { age }) => Math.max(longest, age), 0) / unitDays),
    typical: {
      rate: model && tidy(model.r / model.alpha),
      leaving: model && tidy(model.a / (model.a + model.b)),
      expectedPurchases: model && tidy(makeExpectedPurchases(model)({ frequency: 0, age: 0 }, horizon)),
      averageValue: spent && money.toDecimal(averageValue(spent, 0, 0)),
    },
    totals: {
      expectedPurchases: model && tidy(total('expected')),
      lifetimeValue: spent && money.toDecimal(total('lifetime')),
    },
    customers: worthMost.map(({ buyer, value }) => toPublic(buyer, value, unitDays, money.toDecimal)),
    holdout: model && calibrateUntil !== null ? await readHoldout(book, model, buyers, calibrateUntil, unitDays) : null,
  }
}

function toPublic(
  { customerId, name, stage, frequency, recency, age }: ModelBuyer,
  values: CustomerValue,
  unitDays: number,
  toDecimal: (units: number) => string,
): ValueRow {
  const { alive, expected, average, lifetime } = values
  return {
    customerId,
    name,
    stage,
    frequency,
    recency: tidy(recency / unitDays),
    age: tidy(age / unitDays),
    alive: alive && tidy(alive),
    expectedPurchases: expected && tidy(expected),
    averageValue: average === null ? null : toDecimal(average),
    lifetimeValue: lifetime === null ? null : toDecimal(lifetime),
  }
}

interface BuyerValue {
  readonly buyer: ModelBuyer
  readonly value: CustomerValue
}

function mostFirst(one: BuyerValue, other: BuyerValue): number {
  return (
    (other.value.lifetime ?? 0) - (one.value.lifetime ?? 0) ||
    (other.value.expected ?? 0) - (one.value.expected ?? 0) ||
    one.buyer.customerId - other.buyer.customerId
  )
}

async function readHoldout(
  book: Pick<Book, 'db' | 'policy' | 'today'>,
  model: Parameters<typeof compareHoldout>[0],
  buyers: readonly ModelBuyer[],
  until: Day,
  unitDays: number,
): Promise<Holdout> {
  const came = await readDaysBought(book, until, book.today)
  return compareHoldout(model, buyers, came, {
    from: addDays(until, 1),
    to: book.today,
    length: daysBetween(until, book.today) / unitDays,
    unitDays,
  })
}

/** Between minor units and the currency's own, which the model takes: a yen is a yen, a yuan a hundred fen. */
function moneyOf(currency: string) {
  const scale = 10 ** decimalsOf(currency)
  return {
    units: (minor: number) => minor / scale,
    toDecimal: (units: number) => decimal(roundHalfAway(units * scale), currency),
  }
}
