import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

/**
 * All entered on 06-01, so that their first contact is due on 06-04. Ann is called on 06-05, and again, due on 06-20,
 * on 06-25. Bob comes on 06-10 by himself and buys: welcome and thanks from 06-11 (thanks to 06-17), after-sale from
 * 06-17, and nobody calls. Cai is called on 06-02, and promised a call on 06-10 that nobody makes; the clock asks for
 * one too on 06-17.
 */
async function shopOfThree(): Promise<Shop> {
  const shop = await openShop('init --lang en')
  for (const line of ['Ann --keeper Li', 'Bob --keeper Wu', 'Cai']) await shop.json(`add ${line} --today 2026-06-01`)
  await shop.json('done 1 --on 2026-06-05')
  await shop.json('done 1 --on 2026-06-25')
  await shop.json('buy 2 88 --on 2026-06-10')
  await shop.json('done 3 --on 2026-06-02 --next 2026-06-10')
  return shop
}

const june = 'report followups --from 2026-06-01 --to 2026-06-30'
const counts = (due: number, inTime: number, late: number, fellAway: number, never: number, open: number) => ({
  due,
  inTime,
  late,
  fellAway,
  never,
  open,
})

test('what fell due in a month, as worked out by hand', async () => {
  const shop = await shopOfThree()
  const value = await shop.json(june)
  expect(value).toMatchObject({
    from: '2026-06-01',
    to: '2026-06-30',
    customers: 3,
    ...counts(8, 1, 1, 1, 1, 4),
    inTimeRate: 1 / 7,
    doneRate: 2 / 7,
  })
  const of = (list: readonly Record<string, unknown>[], key: string, name: string | null) =>
    list.find((one) => one[key] === name)
  expect(of(value.reasons, 'reason', 'cadence')).toMatchObject({ ...counts(4, 1, 1, 1, 0, 1), inTimeRate: 1 / 3 })
  expect(of(value.reasons, 'reason', 'promise')).toMatchObject(counts(1, 0, 0, 0, 0, 1))
  expect(of(value.reasons, 'reason', 'welcome')).toMatchObject(counts(1, 0, 0, 0, 0, 1))
  expect(of(value.reasons, 'reason', 'thanks')).toMatchObject(counts(1, 0, 0, 0, 1, 0))
  expect(of(value.reasons, 'reason', 'after-sale')).toMatchObject(counts(1, 0, 0, 0, 0, 1))
  expect(of(value.reasons, 'reason', 'birthday')).toMatchObject({
    ...counts(0, 0, 0, 0, 0, 0),
    inTimeRate: null,
    doneRate: null,
  })
  expect(of(value.tiers, 'tier', 'D')).toMatchObject(counts(5, 1, 1, 1, 0, 2))
  expect(of(value.tiers, 'tier', 'C')).toMatchObject(counts(3, 0, 0, 0, 1, 2))
  expect(of(value.keepers, 'keeper', 'Li')).toMatchObject(counts(2, 1, 1, 0, 0, 0))
  expect(of(value.keepers, 'keeper', 'Wu')).toMatchObject(counts(4, 0, 0, 1, 1, 2))
  expect(of(value.keepers, 'keeper', null)).toMatchObject(counts(2, 0, 0, 0, 0, 2))
})

test('what waited from before the period does not count; a birthday is in time up to the day', async () => {
  const shop = await shopOfThree()
  expect(await shop.json('report followups --from 2026-06-21 --to 2026-06-30')).toMatchObject(counts(0, 0, 0, 0, 0, 0))
  await shop.json('add Dan --birthday 08-20 --today 2026-08-01')
  await shop.json('done Dan --on 2026-08-20 --about birthday')
  const { reasons } = await shop.json('report followups --month 2026-08')
  expect(reasons.find(({ reason }: { reason: string }) => reason === 'birthday')).toMatchObject(
    counts(1, 1, 0, 0, 0, 0),
  )
  await shop.json('add Eve --birthday 08-20 --today 2026-08-01')
  await shop.json('done Eve --on 2026-08-21 --about birthday')
  expect(
    (await shop.json('report followups --month 2026-08')).reasons.find(
      ({ reason }: { reason: string }) => reason === 'birthday',
    ),
  ).toMatchObject(counts(2, 1, 1, 0, 0, 0))
})

test('filters, and who is left out', async () => {
  const shop = await shopOfThree()
  await shop.json('group save ours --keeper Li')
  expect(await shop.json(`${june} --group ours`)).toMatchObject({ customers: 1, ...counts(2, 1, 1, 0, 0, 0) })
  await shop.json('edit 3 --do-not-contact')
  expect(await shop.json(june)).toMatchObject(counts(6, 1, 1, 1, 1, 2))
  await shop.json('archive 1')
  expect(await shop.json(june)).toMatchObject(counts(4, 0, 0, 1, 1, 2))
})

test('the screens, in both languages', async () => {
  const shop = await shopOfThree()
  expect(
    (await shop.regulars(`${june} --no-color`, { columns: 80 })).out,
  ).toBe(`Follow-ups from 2026-06-01 to 2026-06-30
8 fell due for 3 customers; 1 needed no word after all; done: 2 of 7 = 28.6 %.
            due  in time   share  late  never  open  fell away
promise       1        0   0.0 %     0      0     1          0
welcome       1        0   0.0 %     0      0     1          0
thanks        1        0   0.0 %     0      1     0          0
after-sale    1        0   0.0 %     0      0     1          0
cadence       4        1  33.3 %     1      0     1          1
tier C        3        0   0.0 %     0      1     2          0
tier D        5        1  25.0 %     1      0     2          1
Li            2        1  50.0 %     1      0     0          0
Wu            4        0   0.0 %     0      1     2          1
no keeper     2        0   0.0 %     0      0     2          0
What waits now: regulars due --all   how it is reckoned: --explain
`)
  expect(
    (await shop.regulars(`${june} --lang zh --no-color`, { columns: 80 })).out,
  ).toBe(`2026-06-01 到 2026-06-30，该联系的做到多少
3 位客户，该联系 8 次，其中不用联系了 1 次；做到 2 / 7 = 28.6 %。
          该联系  及时  及时率  晚了  没做  还等着  不用了
约好回话       1     0   0.0 %     0     0       1       0
新客问候       1     0   0.0 %     0     0       1       0
谢谢惠顾       1     0   0.0 %     0     1       0       0
用得怎样       1     0   0.0 %     0     0       1       0
该联系了       4     1  33.3 %     1     0       1       1
C 级           3     0   0.0 %     0     1       2       0
D 级           5     1  25.0 %     1     0       2       1
Li 照看        2     1  50.0 %     1     0       0       0
Wu 照看        4     0   0.0 %     0     1       2       1
没人照看       2     0   0.0 %     0     0       2       0
现在等着的：regulars due --all   怎么算的：--explain
`)
  for (const lang of ['en', 'zh'])
    expect((await shop.regulars(`${june} --explain --lang ${lang}`)).out).toMatch(/in time|及时/)
  expect((await shop.regulars(`${june} --format csv`)).out).toContain('tier,D,5,1,1,1,0,2,0.25,0.5\n')
})

test('a shop of nobody', async () => {
  const shop = await openShop()
  expect(await shop.json('report followups')).toMatchObject({
    customers: 0,
    ...counts(0, 0, 0, 0, 0, 0),
    inTimeRate: null,
  })
  expect((await shop.regulars('report followups')).out).toContain('Nothing fell due.\n')
  expect((await shop.regulars('report followups --lang zh')).out).toContain('没有该联系的。\n')
})

test('a window of one day, in which no morning has a purchase, leaves nothing large', async () => {
  const shop = await shopOfThree()
  await shop.json('policy set tier.windowDays 1')
  const { reasons } = await shop.json(june)
  const dueOf = (asked: string) => reasons.find(({ reason }: { reason: string }) => reason === asked)?.due
  expect([dueOf('thanks'), dueOf('after-sale'), dueOf('welcome')]).toEqual([0, 0, 1])
  expect((await shop.regulars('report summary --month 2026-06')).exit).toBe(0)
})
