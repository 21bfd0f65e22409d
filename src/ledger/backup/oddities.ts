import { sql } from 'kysely'
import type { Book } from '../book/book.ts'
import { addDays, type Day } from '../day.ts'
import { ageOn, birthYear, parseBirthday } from '../identity/birthday.ts'
import { readyLunar } from '../identity/lunar.ts'

/** Data that no command refuses but that is seldom meant: the entries or customers it stands in. */
export interface Oddity {
  readonly what:
    | 'entry-ahead'
    | 'joined-ahead'
    | 'same-ref'
    | 'birthday'
    | 'birthday-improbable'
    | 'no-phone'
    | 'unverified'
  readonly ids: readonly number[]
}

/** For so long nobody has told, by buying, answering or being edited, that what is noted of a customer still holds. */
const long = 730

/**
 * Days to come, birthdays that cannot be or hardly are, one receipt number on several purchases of a day, customers
 * without a phone, and those of whom nobody has known anything new for two years.
 */
export async function oddities({ db, today }: Pick<Book, 'db' | 'today'>): Promise<Oddity[]> {
  await readyLunar(today)
  const ids = async (what: Oddity['what'], query: ReturnType<typeof sql<{ id: number }>>): Promise<Oddity> => ({
    what,
    ids: (await query.execute(db)).rows.map(({ id }) => id),
  })
  const here = sql`archived = 0 and forgotten_on is null and kind <> 'staff'`
  const since = addDays(today, -long)
  const born = await db.selectFrom('customer').select(['id', 'birthday']).where('birthday', 'is not', null).execute()
  const told = born.map(({ id, birthday }) => ({ id, doubt: doubtOf(birthday ?? '', today) }))
  const doubted = (doubt: 'birthday' | 'birthday-improbable'): Oddity => ({
    what: doubt,
    ids: told.flatMap((one) => (one.doubt === doubt ? [one.id] : [])),
  })
  const found = [
    await ids('entry-ahead', sql`select id from entry where void = 0 and "on" > ${today} order by id`),
    await ids('joined-ahead', sql`select id from customer where joined_on > ${today} order by id`),
    await ids(
      'same-ref',
      sql`select max(id) as id from entry where kind = 'purchase' and void = 0 and ref is not null
        group by ref, customer_id, "on" having count(*) > 1 order by 1`,
    ),
    doubted('birthday'),
    doubted('birthday-improbable'),
    await ids('no-phone', sql`select id from customer where phone is null and ${here} order by id`),
    await ids(
      'unverified',
      sql`select c.id from customer c where ${here} and coalesce(c.joined_on, c.entered_on) <= ${since}
        and not exists (select 1 from entry e where e.customer_id = c.id and e.void = 0 and e."on" > ${since})
        and not exists (select 1 from contact k where k.customer_id = c.id and k.void = 0 and k.outcome <> 'no-answer'
          and k."on" > ${since})
        and not exists (select 1 from change_row r join change n on n.id = r.change_id
          where r.table_name = 'customer' and r.row_id = c.id and n.day > ${since})
        order by c.id`,
    ),
  ]
  return found.filter((one) => one.ids.length > 0)
}

/** What forms and spreadsheets put where nothing was said. */
const fillers: readonly string[] = ['1900-01-01', '1900-01-00', '1970-01-01', '1904-01-01']

/** Whether a birthday cannot be, or hardly is: one to come, of somebody over 105 or under 6, or a form's own. */
function doubtOf(birthday: string, today: Day): 'birthday' | 'birthday-improbable' | null {
  try {
    if (parseBirthday(birthday, today) !== birthday) return 'birthday'
  } catch {
    return 'birthday'
  }
  const year = birthYear(birthday)
  if (year === null) return null
  const age = ageOn(birthday, today) ?? 0
  return fillers.includes(birthday) || age > 105 || age < 6 ? 'birthday-improbable' : null
}
