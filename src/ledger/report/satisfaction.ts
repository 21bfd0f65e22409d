import type { Book } from '../book/book.ts'
import type { Day } from '../day.ts'
import type { OpenPeriod } from '../period.ts'
import { type Person, readPeople } from '../standing/people.ts'
import { readPurchaseHistory } from '../standing/purchase-history.ts'
import { isUnhappy, readSatisfaction, satisfactionOf } from '../standing/satisfaction.ts'
import { type Satisfaction, satisfactions } from '../vocabulary.ts'
import { type Standpoint, standpointOn } from './standpoints.ts'

export interface SatisfiedCustomer {
  readonly customerId: number
  readonly name: string
  /** Perceived / expected, of the newest day they were asked. */
  readonly c: number
  readonly level: Satisfaction
  readonly on: Day
}

/** How satisfied those are who were asked, dissatisfied first. */
export interface SatisfactionReport extends OpenPeriod {
  readonly customers: readonly SatisfiedCustomer[]
  readonly levels: readonly { readonly level: Satisfaction; readonly customers: number }[]
  /** What all answers of the days come to, by what was asked about (null: the shop as a whole), worst first. */
  readonly aspects: readonly {
    readonly aspect: string | null
    readonly answers: number
    readonly c: number
    readonly level: Satisfaction
  }[]
  /** Who was satisfied and counts as lost on the last day all the same. */
  readonly leftSatisfied: readonly SatisfiedCustomer[]
}

/**
 * Who is not archived and was asked last on one of the days, of the customers asked for (everyone without `only`).
 * Everybody, and how they stand on the last day, where that has been read.
 */
export async function readSatisfactionReport(
  { db }: Pick<Book, 'db'>,
  { from, to }: OpenPeriod,
  only?: ReadonlySet<number>,
  read?: { readonly everyone: readonly Person[]; readonly end: Standpoint },
): Promise<SatisfactionReport> {
  const [everyone, satisfaction, answers, { stage }] = await Promise.all([
    read?.everyone ?? readPeople(db),
    readSatisfaction(db, to),
    readAnswers(db, { from, to }),
    read?.end ?? readPurchaseHistory(db, to).then((purchases) => standpointOn(purchases, to)),
  ])
  const people = everyone.filter(({ id }) => !only || only.has(id))
  const customers = people
    .flatMap(({ id, name }): SatisfiedCustomer[] => {
      const known = satisfaction.get(id)
      return known && (from === null || known.on >= from)
        ? [{ customerId: id, name, c: known.c, level: known.level, on: known.on }]
        : []
    })
    .sort(
      (one, other) =>
        one.c - other.c || (one.on < other.on ? 1 : one.on > other.on ? -1 : one.customerId - other.customerId),
    )
  const openings = new Map(people.map(({ id, opening }) => [id, opening]))
  const isLost = (id: number) => {
    const opening = openings.get(id)
    return opening !== undefined && stage(id, opening) === 'lost'
  }
  return {
    from,
    to,
    customers,
    levels: satisfactions.map((level) => ({ level, customers: customers.filter((one) => one.level === level).length })),
    aspects: byAspect(answers.filter(({ customer_id }) => openings.has(customer_id))),
    leftSatisfied: customers.filter(({ level, customerId }) => !isUnhappy(level) && isLost(customerId)),
  }
}

async function readAnswers(db: Book['db'], { from, to }: OpenPeriod) {
  return db
    .selectFrom('survey')
    .select(({ fn }) => [
      'customer_id',
      'aspect',
      fn.countAll<number>().as('answers'),
      fn.sum<number>('perceived').as('perceived'),
      fn.sum<number>('expected').as('expected'),
    ])
    .where('on', '<=', to)
    .$if(from !== null, (query) => query.where('on', '>=', from as Day))
    .groupBy(['customer_id', 'aspect'])
    .execute()
}

function byAspect(rows: Awaited<ReturnType<typeof readAnswers>>): SatisfactionReport['aspects'] {
  const sums = new Map<string | null, { answers: number; perceived: number; expected: number }>()
  for (const { aspect, answers, perceived, expected } of rows) {
    const sum = sums.get(aspect) ?? { answers: 0, perceived: 0, expected: 0 }
    sums.set(aspect, {
      answers: sum.answers + answers,
      perceived: sum.perceived + perceived,
      expected: sum.expected + expected,
    })
  }
  return [...sums]
    .map(([aspect, { answers, perceived, expected }]) => ({ aspect, answers, ...satisfactionOf(perceived, expected) }))
    .sort((one, other) => one.c - other.c || other.answers - one.answers)
}
