import type { Db } from '../../store/db.ts'
import { settlePoints } from '../benefit/settle-points.ts'
import type { Book } from '../book/book.ts'
import type { Change } from '../book/change/record.ts'
import { setPolicyIn } from '../book/policy/set-policy.ts'
import { addDays } from '../day.ts'
import { decimalsOf } from '../money.ts'
import type { Language } from '../vocabulary.ts'
import { careTalk } from './goods.ts'

/** Points lapse a year after their purchase; those of the last weeks are enough to show. */
const earningDays = 60

/**
 * What the made-up shop does beyond selling: complaints, answers, points, a coupon, an event, a wish that has come in,
 * a day that is noted.
 */
export async function careForPeople(db: Db, change: Change, book: Book, ids: readonly number[]): Promise<void> {
  const words = careTalk[book.lang]
  const ago = (days: number) => addDays(book.today, -days)
  const who = (at: number) => ids[at] as number
  const made = (by: string) => ({ by, change_id: change.id })
  await complain(db, change, book, who, words)
  const marks = [2, 3, 5, 4, 4, 5, 4, 5, 3, 4]
  const surveys = marks.flatMap((perceived, at) => [0, 1].map((round) => ({ perceived, at: at * 2 + round })))
  const firstSurvey = change.number('survey', surveys.length)
  await db
    .insertInto('survey')
    .values(
      surveys.map(({ perceived, at }, nth) => ({
        id: firstSurvey + nth,
        customer_id: who(at * 3 + 1),
        on: ago(at * 9 + 2),
        aspect: null,
        expected: 4,
        perceived,
        comment: null,
        ...made('li'),
      })),
    )
    .execute()
  const event = change.number('event', 2)
  await db
    .insertInto('event')
    .values([
      { id: event, name: words.pastEvent, on: ago(33), note: null, ...made('zhou') },
      { id: event + 1, name: words.event, on: addDays(book.today, 4), note: words.eventNote, ...made('zhou') },
    ])
    .execute()
  const came = [10, 33, 60]
  const contact = change.number('contact', came.length)
  const visit = { on: ago(33), direction: 'in', channel: 'event', outcome: 'reached' } as const
  await db
    .insertInto('contact')
    .values(
      came.map((at, nth) => ({
        id: contact + nth,
        customer_id: who(at),
        ...visit,
        event_id: event,
        ...made('zhou'),
      })),
    )
    .execute()
  const wish = change.number('want', 2)
  const wished = { ...made('li') }
  await db
    .insertInto('want')
    .values([
      { id: wish, customer_id: who(40), text: words.wish, on: ago(12), arrived_on: ago(1), ...wished },
      { id: wish + 1, customer_id: who(44), text: words.otherWish, on: ago(5), arrived_on: null, ...wished },
    ])
    .execute()
  await db
    .insertInto('occasion')
    .values({
      id: change.number('occasion'),
      customer_id: who(20),
      on: ago(90),
      day: `2019${addDays(book.today, 5).slice(4)}`,
      text: words.occasion,
      every: 'year',
      ahead: null,
      ...made('li'),
    })
    .execute()
  await giveBenefits(db, change, book, ids)
}

/** One that is open and promised for today, one that was settled, and a suggestion. */
async function complain(
  db: Db,
  change: Change,
  { today }: Book,
  who: (at: number) => number,
  words: (typeof careTalk)[Language],
): Promise<void> {
  const first = change.number('complaint', 3)
  const row = (nth: number, at: number, what: string, days: number) => ({
    id: first + nth,
    customer_id: who(at),
    kind: 'complaint' as 'complaint' | 'suggestion',
    what,
    opened_on: addDays(today, -days),
    promised_on: addDays(today, 2 - days),
    resolved_on: null as string | null,
    remedy: null as string | null,
    by: 'li',
    change_id: change.id,
  })
  await db
    .insertInto('complaint')
    .values([
      row(0, 30, words.open, 2),
      { ...row(1, 50, words.settled, 40), resolved_on: addDays(today, -38), remedy: 'exchange' },
      { ...row(2, 5, words.suggestion, 25), kind: 'suggestion', resolved_on: addDays(today, -20) },
    ])
    .execute()
  const steps = change.number('complaint_step', 6)
  await db
    .insertInto('complaint_step')
    .values(
      [1, 2, 3, 4, 5, 6].map((step) => ({
        id: steps + step - 1,
        complaint_id: first + 1,
        step,
        on: addDays(today, step < 4 ? -40 : -38),
        by: 'li',
        change_id: change.id,
      })),
    )
    .execute()
}

/** A point for every whole unit of money lately, and a coupon that the regulars have. */
async function giveBenefits(db: Db, change: Change, book: Book, ids: readonly number[]): Promise<void> {
  const { code } = careTalk[book.lang]
  await setPolicyIn(db, change, 'points.earnPer', 1)
  await setPolicyIn(db, change, 'points.expireDays', 365)
  await db
    .updateTable('entry')
    .set({ earn_rate: 10_000 })
    .where('kind', '=', 'purchase')
    .where('customer_id', 'is not', null)
    .where('on', '>=', addDays(book.today, -earningDays))
    .execute()
  const policy = { ...book.policy, 'points.earnPer': 1, 'points.expireDays': 365 }
  await settlePoints(db, { ...book, policy }, change, ids)
  const coupon = change.number('coupon')
  const worth = 20 * 10 ** decimalsOf(book.currency)
  await db
    .insertInto('coupon')
    .values({
      id: coupon,
      code,
      code_key: code.toLowerCase(),
      worth,
      least: worth * 5,
      until: addDays(book.today, 5),
      change_id: change.id,
    })
    .execute()
  const holders = ids.slice(0, 12)
  const first = change.number('coupon_given', holders.length)
  await db
    .insertInto('coupon_given')
    .values(
      holders.map((customer_id, nth) => ({
        id: first + nth,
        coupon_id: coupon,
        customer_id,
        on: addDays(book.today, -20),
        change_id: change.id,
      })),
    )
    .execute()
}
