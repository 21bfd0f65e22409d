import { balancesOf } from '../account/balance.ts'
import { openParts } from '../account/open-parts.ts'
import type { Book } from '../book/book.ts'
import { readPastComplaints } from '../care/complaint/past-complaints.ts'
import type { Day } from '../day.ts'
import { readSatisfaction } from '../standing/satisfaction.ts'
import { readArrivedWishes } from './arrived-wishes.ts'
import { readCouponEvents, readLapsingAccounts } from './lapsing.ts'
import { importDays } from './newcomers.ts'
import { readNotedOccasions } from './noted-occasions.ts'
import { readPastContacts } from './past-contacts.ts'
import { paymentsMade } from './payments-made.ts'
import { readPersonRows } from './people.ts'
import { readShop } from './shop-reader.ts'

export type FactsContext = Pick<Book, 'db' | 'today' | 'policy' | 'currency'>

type Only = readonly number[] | undefined

/**
 * What facts are made of, asked all at once: each reads of everyone or of some, by a few queries whatever their number.
 * What a new reason looks at beside these is one more line.
 */
export const factReaders = {
  shop: readShop,
  people: ({ db }: FactsContext, only: Only) => readPersonRows(db, only),
  balances: ({ db, today }: FactsContext, only: Only) => balancesOf(db, today, only),
  debts: ({ db, today }: FactsContext, only: Only) => openParts(db, today, only),
  payments: lastPayments,
  contacts: readPastContacts,
  imports: importDays,
  wishes: (book: FactsContext, only: Only) => readArrivedWishes(book, { only }),
  asked: ({ db, today }: FactsContext, only: Only) => readSatisfaction(db, today, only),
  complaints: readPastComplaints,
  occasions: readNotedOccasions,
  pointRows: (book: FactsContext, only: Only) => readLapsingAccounts(book, book.today, only),
  coupons: (book: FactsContext, only: Only) => readCouponEvents(book, { since: book.today, to: book.today }, only),
}

async function lastPayments({ db, today }: FactsContext, only?: readonly number[]): Promise<Map<number, Day>> {
  const rows = await paymentsMade(db, today)
    .select(({ fn }) => ['customer_id', fn.max('on').as('on')])
    .$if(only !== undefined, (query) => query.where('customer_id', 'in', only ?? []))
    .groupBy('customer_id')
    .execute()
  return new Map(rows.map(({ customer_id, on }) => [customer_id as number, on]))
}
