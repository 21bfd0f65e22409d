import type { Book } from '../book/book.ts'
import { recordChange } from '../book/change/record.ts'
import { LedgerError } from '../errors.ts'
import { fold } from '../identity/spelling.ts'
import { nearestWord } from '../nearest-word.ts'
import { currentTiers } from '../tier/current.ts'
import { type Customer, readCustomers } from './customer.ts'

/** Customers who are looked after by somebody else from now on. */
export interface HandedOver {
  readonly from: string
  readonly to: string
  /** The customers, whom to reassure first coming first. */
  readonly customers: readonly Customer[]
  /** null: a dry run. */
  readonly change: number | null
}

/**
 * Gives every customer of one keeper to another. First come those whom the shop would miss most: by tier, then those
 * who grow rarer, then by what they spend. Throws keeper.not-found, keeper.same.
 */
export async function handOver(book: Book, asked: string, to: string): Promise<HandedOver> {
  const { value, change } = await recordChange(book, 'handover', async (db, change) => {
    const from = await keeperMeant({ ...book, db }, asked)
    if (from === to) throw new LedgerError('keeper.same', { keeper: to })
    const theirs = await db.selectFrom('customer').select('id').where('keeper', '=', from).orderBy('id').execute()
    for (const { id } of theirs) await change.amend('customer', id, { keeper: to })
    change.facts['count'] = theirs.length
    const ids = theirs.map(({ id }) => id)
    const [customers, tiers] = await Promise.all([
      readCustomers({ ...book, db }, { ids }),
      currentTiers({ ...book, db }, ids),
    ])
    const rank = ({ id }: Customer) => order.indexOf(tiers.get(id) ?? 'D')
    const fading = ({ stage }: Customer) => (stage === 'declining' ? 0 : 1)
    return {
      from,
      to,
      customers: customers.toSorted(
        (one, other) =>
          rank(one) - rank(other) ||
          fading(one) - fading(other) ||
          Number(other.spent) - Number(one.spent) ||
          one.id - other.id,
      ),
    }
  })
  return { ...value, change }
}

/** D are prospects: they are to be developed soon; C can wait. */
const order = 'ABDC'

/** The keeper as it is written in the customers. */
async function keeperMeant({ db }: Book, asked: string): Promise<string> {
  const rows = await db.selectFrom('customer').select('keeper').distinct().where('keeper', 'is not', null).execute()
  const keepers = rows.map(({ keeper }) => keeper as string).sort()
  const found = keepers.find((keeper) => keeper === asked) ?? keepers.find((keeper) => fold(keeper) === fold(asked))
  if (found === undefined)
    throw new LedgerError('keeper.not-found', {
      asked,
      near: nearestWord(asked, keepers, { key: fold }),
      keepers: keepers.length,
    })
  return found
}
