import type { Book } from '../book/book.ts'
import { type FestivalDay, readFestivalDays } from '../book/policy/festival-days.ts'
import { addDays, type Day } from '../day.ts'
import { birthdayIn } from '../identity/birthday.ts'
import type { Tier } from '../vocabulary.ts'
import type { ShopFacts } from './read-facts.ts'

/**
 * A festival that is near: its name or word, the tiers that are greeted, how many customers that is and how many have
 * been.
 */
export interface Festival {
  readonly festival: string
  readonly on: Day
  readonly tiers: readonly Tier[]
  readonly customers: number
  readonly greeted: number
}

/** Those the shop knows by themselves. */
const chinese: readonly FestivalDay[] = [
  { festival: 'spring-festival', day: 'lunar:01-01' },
  { festival: 'dragon-boat', day: 'lunar:05-05' },
  { festival: 'mid-autumn', day: 'lunar:08-15' },
]
const newYear: FestivalDay = { festival: 'new-year', day: '01-01' }

/** Where the Chinese festivals are kept. */
const chineseRegions = ['CN', 'HK', 'MO', 'TW', 'SG', 'MY']

/** Whom the shop greets. */
const greetedTiers: readonly Tier[] = ['A', 'B']

/** The festivals from the book's day on, as many days ahead as `festival.days` says, the nearest first. */
export async function festivalsAhead(
  book: Book,
  shop: Pick<ShopFacts, 'people' | 'tiers' | 'complaining'>,
): Promise<Festival[]> {
  const { policy, today } = book
  const near = festivalDays(book)
    .flatMap(({ festival, day }) =>
      birthdayIn(day, today, addDays(today, policy['festival.days'])).map((on) => ({ festival, on })),
    )
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
  if (near.length === 0) return []
  const declined = await whoDeclined(book)
  const ids = shop.people
    .filter(({ id, rest }) => rest.isContacted && greetedTiers.includes(shop.tiers.get(id) ?? 'D'))
    // Nobody is sent good wishes while their complaint lies open.
    .flatMap(({ id }) => (declined.has(id) || shop.complaining.has(id) ? [] : [id]))
  const found: Festival[] = []
  for (const { festival, on } of near) {
    const greeted = await countGreeted(book, ids, festival, addDays(on, -policy['festival.days']))
    found.push({ festival, on, tiers: greetedTiers, customers: ids.length, greeted })
  }
  return found
}

/** The festivals the shop keeps, with the day of every year. */
export function festivalDays({ policy, region }: Pick<Book, 'policy' | 'region'>): FestivalDay[] {
  const kept = policy['festival.calendar']
  const known =
    kept === 'none'
      ? []
      : [...(kept === 'chinese' || (kept === 'auto' && chineseRegions.includes(region)) ? chinese : []), newYear]
  return [...known, ...readFestivalDays(policy['festival.own'] ?? '')]
}

/** Who asked within the last 90 days not to be disturbed. */
async function whoDeclined({ db, today }: Book): Promise<Set<number>> {
  const rows = await db
    .selectFrom('contact')
    .select('customer_id')
    .where('outcome', '=', 'declined')
    .where('void', '=', 0)
    .where('on', '>', addDays(today, -90))
    .where('on', '<=', today)
    .execute()
  return new Set(rows.map(({ customer_id }) => customer_id))
}

/** How many of them had a word or a message about it since a day. */
async function countGreeted(
  { db, today }: Book,
  ids: readonly number[],
  festival: string,
  since: Day,
): Promise<number> {
  const { greeted } = await db
    .selectFrom('contact')
    .select(({ fn }) => fn.count<number>('customer_id').distinct().as('greeted'))
    .where('customer_id', 'in', ids)
    .where('void', '=', 0)
    .where('outcome', '<>', 'no-answer')
    .where('on', '>=', since)
    .where('on', '<=', today)
    .where((where) => where.or([where('about', 'like', '%festival%'), where('campaign', '=', festival)]))
    .executeTakeFirstOrThrow()
  return greeted
}
