import type { Db } from '../../store/db.ts'
import { type Day, type DayNumber, serial } from '../day.ts'
import { customersInRuns } from '../standing/runs.ts'
import type { Opening } from '../standing/stage.ts'
import type { Tier } from '../vocabulary.ts'

/** What reasons are made of that stands in a customer's own row: one of 200,000 is held, in few bytes. */
export interface PersonRow {
  readonly id: number
  readonly joined: DayNumber | null
  readonly entered: DayNumber
  readonly birthday: string | null
  /** The change they were entered by. */
  readonly changeId: number
  readonly rest: RestOfRow
}

/** What most rows have alike: one for all of them. */
export interface RestOfRow {
  readonly opening: Opening
  readonly snoozedUntil: Day | null
  /** Neither archived nor to be left alone. */
  readonly isContacted: boolean
  readonly keeper: string | null
  readonly relation: string | null
  readonly pinnedTier: Tier | null
  readonly pinnedOn: Day | null
  readonly pinnedUntil: Day | null
}

const usual: RestOfRow = {
  opening: { visits: null, lastOn: null },
  snoozedUntil: null,
  isContacted: true,
  keeper: null,
  relation: null,
  pinnedTier: null,
  pinnedOn: null,
  pinnedUntil: null,
}

/** Everyone but staff, or some of them, in order of id. */
export async function readPersonRows(db: Db, only?: readonly number[]): Promise<PersonRow[]> {
  const query = db
    .selectFrom('customer')
    .select(['id', 'joined_on', 'entered_on', 'birthday', 'change_id', 'opening_visits', 'opening_last_on'])
    .select(['snoozed_until', 'do_not_contact', 'archived', 'keeper', 'relation'])
    .select(['pinned_tier', 'pinned_on', 'pinned_until'])
    .where('kind', '<>', 'staff')
  const people: PersonRow[] = []
  const birthdays = new Map<string, string>()
  // In runs, and held in few bytes: the rows of 200,000 as they come take 40 MB more.
  for await (const run of customersInRuns(query, only))
    for (const row of run) {
      const { birthday } = row
      if (birthday !== null && !birthdays.has(birthday)) birthdays.set(birthday, birthday)
      people.push({
        id: row.id,
        joined: row.joined_on === null ? null : serial(row.joined_on),
        entered: serial(row.entered_on),
        birthday: birthday === null ? null : (birthdays.get(birthday) as string),
        changeId: row.change_id,
        rest: restOf(row),
      })
    }
  return people
}

interface RestColumns {
  readonly opening_visits: number | null
  readonly opening_last_on: Day | null
  readonly snoozed_until: Day | null
  readonly do_not_contact: number
  readonly archived: number
  readonly keeper: string | null
  readonly relation: string | null
  readonly pinned_tier: string | null
  readonly pinned_on: Day | null
  readonly pinned_until: Day | null
}

function restOf(row: RestColumns): RestOfRow {
  const isContacted = row.archived === 0 && row.do_not_contact === 0
  if (
    isContacted &&
    row.opening_visits === null &&
    row.opening_last_on === null &&
    row.snoozed_until === null &&
    row.keeper === null &&
    row.relation === null &&
    row.pinned_tier === null
  )
    return usual
  return {
    opening: { visits: row.opening_visits, lastOn: row.opening_last_on },
    snoozedUntil: row.snoozed_until,
    isContacted,
    keeper: row.keeper,
    relation: row.relation,
    pinnedTier: row.pinned_tier as Tier | null,
    pinnedOn: row.pinned_on,
    pinnedUntil: row.pinned_until,
  }
}
