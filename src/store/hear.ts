import { type Dialect, Kysely } from 'kysely'
import type { Db, Hearer } from './db.ts'
import type { Tables } from './tables.ts'

/** The queries of an engine; a hearer is told of each. */
export function queriesOf(dialect: Dialect, hearer: Hearer | undefined): Db {
  if (!hearer) return new Kysely<Tables>({ dialect })
  return new Kysely<Tables>({
    dialect,
    plugins: [
      {
        transformQuery({ node, queryId }) {
          hearer.asked(queryId)
          return node
        },
        transformResult: async ({ result }) => result,
      },
    ],
    log: ({ query }) => hearer.answered(query.queryId, query.sql),
  })
}
