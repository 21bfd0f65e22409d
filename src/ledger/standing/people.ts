import type { Db } from '../../store/db.ts'
import { customersInRuns } from './runs.ts'
import type { Opening } from './stage.ts'

export interface Person {
  readonly id: number
  readonly name: string
  readonly referredBy: number | null
  readonly opening: Opening
}

/** That of most: one for all of them. */
const unopened: Opening = { visits: null, lastOn: null }

/** Every customer who is neither archived nor staff, with what a stage and a referral need, by id. */
export async function readPeople(db: Db): Promise<Person[]> {
  const query = db
    .selectFrom('customer')
    .select(['id', 'name', 'referred_by', 'opening_visits', 'opening_last_on'])
    .where('archived', '=', 0)
    .where('kind', '<>', 'staff')
  const people: Person[] = []
  // In runs: the rows of 200,000 at once take 15 MB more.
  for await (const run of customersInRuns(query))
    for (const row of run)
      people.push({
        id: row.id,
        name: row.name,
        referredBy: row.referred_by,
        opening:
          row.opening_visits === null && row.opening_last_on === null
            ? unopened
            : { visits: row.opening_visits, lastOn: row.opening_last_on },
      })
  return people
}
