import type { Selectable } from 'kysely'
import type { CustomerTable } from '../../store/tables.ts'
import { balancesOf } from '../account/balance.ts'
import { bonusesOf } from '../account/credit.ts'
import { visitsLeft } from '../benefit/passes.ts'
import { pointsOf } from '../benefit/points.ts'
import type { Book } from '../book/book.ts'
import { lastContacts } from '../followup/contacts.ts'
import { nobodyKnows, readLoyaltyOf } from '../segment/loyalty.ts'
import { readStandings } from '../standing/read-standings.ts'
import { isOpened } from '../standing/stage.ts'
import { currentTiers } from '../tier/current.ts'
import { readPersons } from './person.ts'

/** The columns of a customer that are worked out, from what stands beside their row. */
export type FigureColumn =
  | 'tier'
  | 'stage'
  | 'purchases'
  | 'spent'
  | 'profit'
  | 'balance'
  | 'creditBonus'
  | 'passVisits'
  | 'points'
  | 'lastPurchaseOn'
  | 'lastContactOn'
  | 'tags'
  | 'facts'
  | 'consent'
  | 'persons'
  | 'loyalty'

/** Whether one of these columns is shown. */
export type Shows = (...names: readonly FigureColumn[]) => boolean

/** What stands beside their rows, as far as it is shown. */
export async function readFigures(
  book: Pick<Book, 'db' | 'today' | 'policy'>,
  only: readonly number[],
  rows: Promise<readonly Pick<Selectable<CustomerTable>, 'id' | 'opening_visits' | 'opening_last_on'>[]>,
  shows: Shows,
) {
  const { db, today } = book
  const none = new Map<number, never>()
  const showsStage = shows('stage', 'lastPurchaseOn', 'loyalty')
  const asked = showsStage || shows('tier', 'purchases', 'spent', 'profit') ? readStandings(book, only) : none
  const buyers = async () => {
    const [standings, customers] = await Promise.all([asked, rows])
    return new Set(
      customers.flatMap((row) => {
        const opening = { visits: row.opening_visits, lastOn: row.opening_last_on }
        return (standings.get(row.id)?.purchases ?? 0) > 0 || isOpened(opening, today) ? [row.id] : []
      }),
    )
  }
  const [standings, tiers, balances, bonuses, visits, contacts, tags, facts, consent, persons, loyaltyOf, points] =
    await Promise.all([
      asked,
      shows('tier') ? currentTiers(book, only, { buyers: buyers() }) : none,
      shows('balance') ? balancesOf(db, today, only) : none,
      shows('creditBonus') ? bonusesOf(db, today, only) : none,
      shows('passVisits') ? visitsLeft(db, today, only) : none,
      shows('lastContactOn') ? lastContacts(db, today, only) : none,
      shows('tags') ? gather(book, 'tag', only) : none,
      shows('facts') ? gather(book, 'fact', only) : none,
      shows('consent') ? gather(book, 'consent', only) : none,
      shows('persons') ? readPersons(db, only) : none,
      shows('loyalty') ? readLoyaltyOf(book, only) : nobodyKnows,
      shows('points') ? pointsOf(book, only) : none,
    ])
  return {
    today,
    standings,
    tiers,
    balances,
    bonuses,
    visits,
    contacts,
    tags,
    facts,
    consent,
    persons,
    loyaltyOf,
    points,
  }
}

/** The rows of a small table beside the customer, by customer. */
async function gather<Table extends 'tag' | 'fact' | 'consent'>(
  { db }: Pick<Book, 'db'>,
  table: Table,
  only: readonly number[],
) {
  const rows = await db
    .selectFrom(table as 'tag')
    .selectAll()
    .where('customer_id', 'in', only)
    .orderBy('id')
    .execute()
  const byCustomer = new Map<number, Record<string, unknown>[]>()
  for (const row of rows) {
    const sofar = byCustomer.get(row.customer_id)
    if (sofar) sofar.push(row)
    else byCustomer.set(row.customer_id, [row])
  }
  return byCustomer
}
