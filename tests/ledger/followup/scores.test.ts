import { expect, test } from 'vitest'
import { openShop } from '../../shop.ts'
import { makeTyper } from './typed-line.ts'

/**
 * What each reason weighs, with how late it is, worked out by hand: tier bonus (A 30, B 20, D 15, C 10) + weight +
 * min(30, 10 x days overdue / cadence) where it counts lateness. Cadences are A 7, B 15, C 30, D 15; from the first
 * purchase on a customer is C. `score: reason since +days overdue, …`.
 */
const people: readonly {
  readonly story: string
  readonly happened: readonly string[]
  readonly due: Readonly<Record<string, string>>
}[] = [
  {
    story: 'promise 100, and later by thirds of points a day, up to thirty',
    happened: ['10-01 add', '10-02 done --next 10-05'],
    due: {
      '10-05': '115: promise 10-05 +0',
      // 15 + 100 + 10 x 6 / 15.
      '10-11': '119: promise 10-05 +6',
      // 10 x 87 / 15 = 58, at most 30. Never bought: the clock, 10-17, is not late.
      '12-31': '145: promise 10-05 +87, cadence 10-17 +75',
    },
  },
  {
    story: 'promise of an A: a week late is ten points',
    happened: ['10-01 add', '10-01 buy 20', '10-02 pin A', '10-02 done --next 10-05'],
    // 30 + 100 + 10 x 7 / 7. Clock: 10-02 + 7 = 10-09; the welcome of 10-02 was settled.
    due: { '10-08': '134: promise 10-05 +3', '10-12': '140: promise 10-05 +7, cadence 10-09 +3' },
  },
  {
    story: 'complaint 90, later with the days',
    happened: ['10-18 add', '10-20 complaint open 茶叶受潮'],
    // 15 + 90, then + 10 x 3 / 15.
    due: { '10-20': '105: complaint 10-20 +0', '10-23': '107: complaint 10-20 +3' },
  },
  {
    story: 'unhappy 80: from the day after they were asked, for thirty days after it',
    happened: ['10-01 add', '10-01 buy 20', '10-02 done', '10-10 survey 2'],
    due: {
      '10-10': '',
      '10-11': '90: unhappy 10-11 +0',
      // Clock: 10-02 + 30 = 11-01.
      '11-09': '90: unhappy 10-11 +29, cadence 11-01 +8',
      // 10 + 40 + 10 x 9 / 30.
      '11-10': '53: cadence 11-01 +9',
    },
  },
  {
    story: 'unhappy: a talk settles it, and so does a better answer',
    happened: ['10-01 add', '10-01 buy 20', '10-02 done', '10-10 survey 2', '10-12 done'],
    due: { '10-11': '90: unhappy 10-11 +0', '10-12': '', '10-13': '' },
  },
  {
    story: 'unhappy: no longer where the newest answer is a good one',
    happened: ['10-01 add', '10-01 buy 20', '10-02 done', '10-10 survey 3', '10-14 survey 5'],
    // C = 3 / 4, then 5 / 4.
    due: { '10-11': '90: unhappy 10-11 +0', '10-13': '90: unhappy 10-11 +2', '10-14': '', '10-15': '' },
  },
  {
    story: 'unhappy: 0.95 and above is satisfied',
    happened: ['10-01 add', '10-01 buy 20', '10-02 done', '10-10 survey 3.8 --expected 4'],
    due: { '10-11': '' },
  },
  {
    story: 'birthday 70, on the day itself 95, then 70 again',
    happened: ['11-09 add --birthday 11-21', '11-10 done'],
    due: {
      '11-14': '85: birthday 11-14 +0',
      '11-21': '110: birthday 11-14 +7',
      '11-22': '85: birthday 11-14 +8',
    },
  },
  {
    story: 'birthday: of 29 February on the 28th in common years',
    happened: ['2027-02-09 add --birthday 02-29', '2027-02-10 done'],
    due: {
      '2027-02-20': '',
      '2027-02-21': '85: birthday 02-21 +0',
      '2027-02-28': '110: birthday 02-21 +7, cadence 02-25 +3',
      '2027-03-03': '85: birthday 02-21 +10, cadence 02-25 +6',
      '2027-03-04': '55: cadence 02-25 +7',
    },
  },
  {
    story: 'wanted 75',
    happened: ['10-01 add', '10-01 buy 20', '10-20 done', '10-21 want 月光白', '11-01 arrived 月光白'],
    due: { '11-01': '85: wanted 11-01 +0' },
  },
  {
    story: 'welcome 65',
    happened: ['11-10 add', '11-10 buy 50'],
    due: { '11-11': '75: welcome 11-11 +0', '12-09': '75: welcome 11-11 +28' },
  },
  {
    story: 'welcome back 64',
    happened: ['01-05 add', '01-05 buy 20', '01-15 buy 20', '01-25 buy 20', '05-01 done', '05-30 buy 20'],
    due: { '05-31': '74: welcome-back 05-31 +0' },
  },
  {
    story: 'thanks 62, after-sale 60; thanks held back for three days by a talk',
    happened: ['09-01 add', '09-01 buy 20', '09-02 done', '10-30 done', '11-01 buy 600 龙井', '11-05 done'],
    // The talk of 10-30 holds thanks back until 11-02; 11-02 - 10-30 = 3.
    due: {
      '11-01': '',
      '11-02': '72: thanks 11-02 +0',
      '11-08': '70: after-sale 11-08 +0',
    },
  },
  {
    story: 'occasion 60',
    happened: ['10-10 add', '10-11 done', '10-12 occasion 2026-10-25 合同到期'],
    due: { '10-18': '75: occasion 10-18 +0' },
  },
  {
    story: 'interested 58: of one who never bought, and of a buyer',
    happened: ['10-01 add', '10-05 done -o interested'],
    due: { '10-08': '73: interested 10-08 +0' },
  },
  {
    story: 'slipping 55, restock 52: the heavier counts, not both',
    happened: ['07-01 add', '07-01 buy 20 红茶', '07-13 buy 20 红茶', '07-25 buy 20 红茶'],
    // Restock 07-25 + 10 = 08-04 to 08-18; slipping 07-25 + max(24, 19) = 08-18. Clock: 07-25 + 30 = 08-24.
    due: {
      '08-04': '62: restock 08-04 +0',
      '08-18': '65: slipping 08-18 +0, restock 08-04 +14',
      '08-19': '65: slipping 08-18 +1',
    },
  },
  {
    story: 'debt 50, later with the days',
    happened: ['09-01 add', '09-01 buy 200 -u', '09-02 done --about welcome', '09-20 done --about welcome'],
    // 09-01 + 31 = 10-02; 10 + 50 + 10 x 6 / 30. Clock: 09-20 + 30 = 10-20.
    due: { '10-02': '60: debt 10-02 +0', '10-08': '62: debt 10-02 +6' },
  },
  {
    story: 'cadence 40: late by the cadence of a buyer',
    happened: ['10-01 add', '10-01 buy 20', '10-02 done'],
    // 10-02 + 30 = 11-01; 10 + 40 + 10 x 15 / 30.
    due: { '11-01': '50: cadence 11-01 +0', '11-16': '55: cadence 11-01 +15' },
  },
  {
    story: 'cadence: of a B every fifteen days, twenty points',
    happened: ['10-01 add', '10-01 buy 20', '10-02 done', '10-03 pin B'],
    // 10-02 + 15 = 10-17; 20 + 40 + 10 x 3 / 15.
    due: { '10-16': '', '10-17': '60: cadence 10-17 +0', '10-20': '62: cadence 10-17 +3' },
  },
  {
    story: 'cadence: of an A every seven days, thirty points',
    happened: ['10-01 add', '10-01 buy 20', '10-02 done', '10-03 pin A'],
    due: { '10-08': '', '10-09': '70: cadence 10-09 +0', '10-16': '80: cadence 10-09 +7' },
  },
  {
    story: 'cadence: never late for one who never bought, nor for one who is lost',
    happened: ['10-01 add'],
    due: { '10-04': '55: cadence 10-04 +0', '12-31': '55: cadence 10-04 +88' },
  },
  {
    story: 'cadence: not late once lost',
    happened: ['01-05 add', '01-05 buy 20', '01-06 done'],
    // One purchase: lost on 01-05 + 91 = 04-06; clock then 01-06 + 90 = 04-06. Until then 02-05: 10 + 40 + 10 x 59 / 30
    // = 69 2/3.
    due: { '04-05': '70: cadence 02-05 +59', '04-06': '50: cadence 04-06 +0', '06-01': '50: cadence 04-06 +56' },
  },
  {
    story: 'points 30',
    happened: ['10-01 add', '10-01 buy 20', '10-01 points 40', '10-28 done'],
    // They lapse on 10-01 + 60 = 11-30; thirty days before is 10-31, three days after the talk.
    due: { '10-30': '', '10-31': '40: points 10-31 +0' },
  },
  {
    story: 'coupon 30',
    happened: ['10-01 add', '10-01 buy 20', '10-20 done', '10-20 coupon AUTUMN'],
    // Good to 11-14.
    due: { '11-06': '', '11-07': '40: coupon 11-07 +0' },
  },
]

interface Scored {
  readonly name: string
  readonly score: number
  readonly reasons: readonly { readonly reason: string; readonly dueOn: string; readonly daysOverdue: number }[]
}

test('what every reason weighs, and how late it is', async () => {
  const shop = await openShop()
  for (const [key, value] of [
    ['due.thanks.minAmount', '500'],
    ['points.expireDays', '60'],
    ['festival.calendar', 'none'],
  ])
    await shop.json(['policy', 'set', key ?? '', value ?? '', '--today', '2026-01-01'])
  const typed = makeTyper()
  const dated = (day: string) => (day.length === 5 ? `2026-${day}` : day)
  for (const [at, { happened }] of people.entries())
    for (const line of happened) {
      const [day = '', command = '', ...rest] = line.split(' ')
      const ran = await shop.regulars([...typed(command, nameOf(at), rest), '--today', dated(day), '--json'])
      expect(ran, line).toMatchObject({ exit: 0 })
    }
  const said = new Map<string, Map<string, string>>()
  for (const day of new Set(people.flatMap(({ due }) => Object.keys(due)))) said.set(day, await scoresOn(dated(day)))
  for (const [at, { story, due }] of people.entries()) {
    const found = Object.fromEntries(Object.keys(due).map((day) => [day, said.get(day)?.get(nameOf(at)) ?? '']))
    expect.soft(found, story).toEqual(due)
  }

  async function scoresOn(day: string): Promise<Map<string, string>> {
    const { rows } = await shop.json(['due', '--all', '--today', day])
    return new Map(
      rows.map(({ name, score, reasons }: Scored) => {
        const why = reasons.map(({ reason, dueOn, daysOverdue }) => `${reason} ${dueOn.slice(5)} +${daysOverdue}`)
        return [name, `${score}: ${why.join(', ')}`]
      }),
    )
  }
})

const nameOf = (at: number) => `客${String.fromCodePoint(0x7532 + at * 7)}`
