import type { Book } from '../../book/book.ts'
import type { Day } from '../../day.ts'
import { decimal, type Minor } from '../../money.ts'
import { type Scope, standingsSince } from '../../standing/scope.ts'
import { branchesOf } from './tree.ts'

/** Who brought whom, and what those bought. Money in decimals. */
export interface Referrals {
  readonly from: Day | null
  readonly to: Day
  /** Customers who brought somebody, whom they brought, and how many of those have a counted purchase in these days. */
  readonly referrers: number
  readonly referred: number
  readonly referredBuyers: number
  /** What those brought bought in these days, net of refunds and returns, and what every customer with a name did. */
  readonly referredValue: string
  readonly spent: string
  /** The highest value first, then the most customers, then id. */
  readonly rows: readonly Referrer[]
}

export interface Referrer {
  readonly customerId: number
  readonly name: string
  /** Whom they brought themselves, and what those bought net of refunds and returns. */
  readonly referred: number
  readonly referredValue: string
  readonly referredBuyers: number
  /** Everyone below them, those their own brought and so on: how many, and what they bought. */
  readonly branch: number
  readonly branchValue: string
  /** Those they brought themselves, by id. */
  readonly customers: readonly Referred[]
}

export interface Referred {
  readonly customerId: number
  readonly name: string
  readonly bought: boolean
  readonly value: string
}

/**
 * Referrals up to the book's day, for the referrers asked for; whom they brought counts whoever that is. Archived
 * customers are left out.
 */
export async function readReferrals(
  book: Pick<Book, 'db' | 'today' | 'policy' | 'currency'>,
  { from, only }: Scope,
): Promise<Referrals> {
  const standings = await standingsSince(book, from)
  const people = await book.db
    .selectFrom('customer')
    .select(['id', 'name', 'referred_by as by'])
    .where('archived', '=', 0)
    .where('kind', '<>', 'staff')
    .orderBy('id')
    .execute()
  const known = new Map(people.map((person) => [person.id, person]))
  const brought = Map.groupBy(
    people.filter(({ by }) => by !== null && known.has(by)),
    ({ by }) => by as number,
  )
  const money = (amount: Minor) => decimal(amount, book.currency)
  const worthOf = ({ id }: { id: number }) => standings.get(id)?.windowSpent ?? 0
  const hasBought = ({ id }: { id: number }) => (standings.get(id)?.visits ?? 0) > 0
  const sumOf = (some: readonly { id: number }[]) => some.reduce((sum, one) => sum + worthOf(one), 0)
  const asked = [...brought].filter(([id]) => !only || only.has(id))
  const branches = branchesOf(people, worthOf)
  const rows = asked.map(([id, own]) => ({
    id,
    own,
    value: sumOf(own),
    branch: branches.get(id) ?? { count: 0, value: 0 },
  }))
  rows.sort((one, other) => other.value - one.value || other.own.length - one.own.length || one.id - other.id)
  const all = asked.flatMap(([, own]) => own)
  return {
    from,
    to: book.today,
    referrers: rows.length,
    referred: all.length,
    referredBuyers: all.filter(hasBought).length,
    referredValue: money(sumOf(all)),
    spent: money(sumOf(people)),
    rows: rows.map(({ id, own, value, branch }) => ({
      customerId: id,
      name: known.get(id)?.name ?? '',
      referred: own.length,
      referredValue: money(value),
      referredBuyers: own.filter(hasBought).length,
      branch: branch.count,
      branchValue: money(branch.value),
      customers: own.map((one) => ({
        customerId: one.id,
        name: one.name,
        bought: hasBought(one),
        value: money(worthOf(one)),
      })),
    })),
  }
}
