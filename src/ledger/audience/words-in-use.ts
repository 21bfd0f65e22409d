import { sql } from 'kysely'
import type { Book } from '../book/book.ts'
import { typedKeys } from '../identity/spelling.ts'
import { begins } from '../identity/text-search.ts'

/** What a ledger has words of its own for. */
export const kindsInUse = ['tag', 'keeper', 'source', 'campaign', 'group', 'event', 'item'] as const
export type KindInUse = (typeof kindsInUse)[number]

const most = 50

/** The words of a kind that begin with what was typed, the first fifty by the alphabet. */
export async function wordsInUse({ db }: Pick<Book, 'db'>, kind: KindInUse, typed: string): Promise<string[]> {
  const [table, column] = (
    {
      tag: ['tag', 'tag'],
      keeper: ['customer', 'keeper'],
      source: ['customer', 'source'],
      campaign: ['contact', 'campaign'],
      group: ['saved_group', 'name'],
      event: ['event', 'name'],
      item: ['entry', 'item'],
    } as const
  )[kind]
  const word = sql.ref<string>(column)
  const { rows } = await sql<{ word: string }>`
    select distinct ${word} as word from ${sql.table(table)}
    where ${word} is not null and ${begins(word, typed)} order by 1 limit ${most}`.execute(db)
  return rows.map((row) => row.word)
}

export interface CustomerInUse {
  readonly id: number
  readonly name: string
  readonly phone: string | null
}

/** Customers whose name, or its pinyin, begins with what was typed; without a word the newest. */
export async function customersBeginning({ db }: Pick<Book, 'db'>, typed: string): Promise<CustomerInUse[]> {
  return db
    .selectFrom('customer')
    .select(['id', 'name', 'phone'])
    .where('archived', '=', 0)
    .where('forgotten_on', 'is', null)
    .where((where) =>
      where.or([
        begins(sql.ref('name'), typed),
        ...typedKeys(typed).flatMap((key) => [begins(sql.ref('pinyin'), key), begins(sql.ref('initials'), key)]),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}
