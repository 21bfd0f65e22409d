import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { addDays } from '../../src/ledger/day.ts'
import { openShop, type Shop } from '../shop.ts'

/**
 * Nobody has three purchase days: the shop's gap is 30, and one is lost on the 91st day. Bob (promised a call on 02-01)
 * and Cai (who asked something on 02-01) bought last on 01-10 and are lost on 04-11; Dan on 03-02; Ann came again on
 * 04-20.
 */
async function shopOfFour(): Promise<Shop> {
  const shop = await openShop('init --lang en')
  for (const name of ['Ann', 'Bob', 'Cai', 'Dan']) await shop.json(`add ${name} --today 2026-01-01`)
  for (const reason of ['thanks', 'after-sale', 'welcome']) await shop.json(`policy set due.${reason}.on false`)
  for (const line of [
    '1 20 --on 2026-01-10',
    '1 20 --on 2026-04-20',
    '3 40 --on 2025-01-10',
    '2 100 --on 2026-01-10',
    '3 30 --on 2026-01-10',
    '4 70 --on 2025-12-01',
  ])
    await shop.json(`buy ${line}`)
  await shop.json('refund 4 10 --on 2026-01-12')
  await shop.json('done 2 --on 2026-01-20 --next 2026-02-01')
  await shop.json('done 3 --on 2026-02-01 --in')
  await shop.json('lost 2 --why price -n dear --today 2026-05-01')
  return shop
}

const spring = 'report losses --from 2026-04-01 --to 2026-06-30'

test('who was lost in a period, as worked out by hand', async () => {
  const shop = await shopOfFour()
  const value = await shop.json(spring)
  const none = { customers: 0, value: '0.00' }
  expect(value).toEqual({
    from: '2026-04-01',
    to: '2026-06-30',
    currency: 'CNY',
    customers: 2,
    value: '120.00',
    causes: [
      { why: 'price', customers: 1, value: '90.00' },
      { why: 'moved', ...none },
      { why: 'service', ...none },
      { why: 'rival', ...none },
      { why: 'need-gone', ...none },
      { why: 'unknown', customers: 1, value: '30.00' },
    ],
    // Beside the promise and the answer, the clock asked for a call on 02-19 and on 03-03.
    undone: { customers: 2, promises: 1, replies: 1, followups: 2 },
    lost: [
      {
        customerId: 2,
        name: 'Bob',
        tier: 'C',
        lostOn: '2026-04-11',
        lastPurchaseOn: '2026-01-10',
        why: 'price',
        note: 'dear',
        value: '90.00',
        undone: { promises: 1, replies: 0, followups: 1 },
      },
      {
        customerId: 3,
        name: 'Cai',
        tier: 'C',
        lostOn: '2026-04-11',
        lastPurchaseOn: '2026-01-10',
        why: 'unknown',
        note: null,
        value: '30.00',
        undone: { promises: 0, replies: 1, followups: 1 },
      },
    ],
    cameAndWent: [],
  })
  // A call the day before they were lost, and nothing is left but what came of it.
  await shop.json('done 2 --on 2026-04-10')
  expect((await shop.json(spring)).lost[0].undone).toEqual({ promises: 0, replies: 0, followups: 0 })
})

test('the bounds: the lost day itself, and the end', async () => {
  const shop = await shopOfFour()
  const lost = async (flags: string) =>
    (await shop.json(`report losses ${flags}`)).lost.map(({ name }: { name: string }) => name)
  // Who is lost on the first day already was nobody's to lose.
  expect(await lost('--from 2026-03-01 --to 2026-04-10')).toEqual(['Dan'])
  expect(await lost('--from 2026-03-02 --to 2026-04-10')).toEqual([])
  expect(await lost('--from 2026-03-03 --to 2026-04-10')).toEqual([])
  expect(await lost('--from 2026-03-03 --to 2026-04-11')).toEqual(['Bob', 'Cai', 'Ann'])
  expect(await lost('--from 2026-04-12 --to 2026-06-30')).toEqual([])
  // Ann was lost between 04-11 and 04-19 and is back at the end.
  expect(await lost('--from 2026-04-01 --to 2026-04-19')).toEqual(['Bob', 'Cai', 'Ann'])
  await shop.json('buy 2 10 --on 2026-06-30')
  expect(await lost('--from 2026-04-01 --to 2026-06-30')).toEqual(['Cai'])
  expect(await lost('--from 2026-04-01 --to 2026-06-29')).toEqual(['Bob', 'Cai'])
  // A reason belongs to the loss it was noted in.
  expect((await shop.json('report losses --from 2026-04-01 --to 2026-06-29')).lost[0].why).toBe('price')
  expect(
    (await shop.json('report losses --from 2026-07-01 --to 2026-10-31')).lost.find(
      ({ name }: { name: string }) => name === 'Bob',
    ),
  ).toMatchObject({
    lostOn: '2026-09-29',
    why: 'unknown',
  })
})

test('the money of the last year, by plain SQL', async () => {
  const shop = await shopOfFour()
  await shop.regulars('import purchases - --yes --no-classify', {
    stdin: 'customer,on,amount\nBob,2025-06-01,12\nBob,2025-12-01,-5\nCai,2025-01-10,9\n',
  })
  const { lost } = await shop.json(spring)
  const file = new Database(shop.db, { readonly: true })
  const net = file.prepare(
    `select coalesce(sum(case kind when 'purchase' then amount else -amount end), 0) from entry where ` +
      `customer_id = ? and void = 0 and kind <> 'payment' and coalesce((select p."on" from entry p where p.id = ` +
      'entry.refund_of), "on") between ? and ?',
  )
  for (const { customerId, lastPurchaseOn, value } of lost) {
    expect(Number(value) * 100).toBe(net.pluck().get(customerId, addDays(lastPurchaseOn, -364), lastPurchaseOn))
  }
  expect(lost.map(({ value }: { value: string }) => value)).toEqual(['97.00', '30.00'])
  file.close()
})

test('the screens, in both languages', async () => {
  const shop = await shopOfFour()
  expect(
    (await shop.regulars(`${spring} --no-color`, { columns: 80 })).out,
  ).toBe(`Lost from 2026-04-01 to 2026-06-30: 2 customers
lost   who     last in  last year  why          undone
04-11  Bob #2  01-10       ¥90.00  price: dear       2
04-11  Cai #3  01-10       ¥30.00                    2

  price                  1  1 of 2 = 50 %; ¥90.00
  not known              1  1 of 2 = 50 %; ¥30.00
  their last year  ¥120.00  net, of the 365 days up to the last purchase
Left undone in the 90 days before they were lost:
  promises          1  a day was promised, and nobody called
  replies           1  waited for an answer, and got none
  other follow-ups  2  due, and nobody did them
  customers         2  of 2, with any of these
All who are lost: regulars list --stage lost   how: --explain
note why: regulars lost 3 --why price
`)
  expect(
    (await shop.regulars(`${spring} --lang zh --no-color`, { columns: 80 })).out,
  ).toBe(`2026-04-01 到 2026-06-30 流失 2 位
流失   客户    上次来  最后一年  原因        没做到
04-11  Bob #2  01-10     ¥90.00  价格：dear       2
04-11  Cai #3  01-10     ¥30.00                   2

  价格            1  1 / 2 = 50 %；¥90.00
  不知道          1  1 / 2 = 50 %；¥30.00
  最后一年  ¥120.00  到各人最后一次来为止，365 天里买的，减去退的
流失前 90 天，店里没做到的：
  约好没回      1  约了哪天回话，没回
  没答复        1  等我们回话，没等到
  该联系没联系  2  上了名单，没人联系
  客户          2  共 2 位里，有上面这些的
流失的名单：regulars list --stage 流失   记原因：regulars lost 3 --why 价格
怎么算的：--explain
`)
  // Why the churn of report rates may be another number is said.
  for (const lang of ['en', 'zh'])
    expect((await shop.regulars(`${spring} --explain --lang ${lang}`)).out).toContain('365')
  for (const lang of ['en', 'zh'])
    expect((await shop.regulars(`${spring} --explain --lang ${lang}`)).out).toContain('regulars report rates')
  await shop.json('lost 3 --why moved --today 2026-05-01')
  expect((await shop.regulars(spring)).said).toContain(
    '\nAll who are lost: regulars list --stage lost   how: --explain   one of them: regulars show 2\n',
  )
  await shop.json('undo --yes')
  expect((await shop.regulars(`${spring} --ids`)).out).toBe('2\n3\n')
  expect((await shop.regulars(`${spring} --format csv`)).out).toBe(
    'customerId,name,tier,lostOn,lastPurchaseOn,why,note,value,promises,replies,followups\n2,Bob,C,2026-04-11,' +
      '2026-01-10,price,dear,90.00,1,0,1\n3,Cai,C,2026-04-11,2026-01-10,unknown,,30.00,0,1,1\n',
  )
})

test('a shop of nobody, and one that lost nobody', async () => {
  const shop = await openShop()
  expect(await shop.json('report losses')).toMatchObject({
    customers: 0,
    value: '0.00',
    lost: [],
    undone: { customers: 0 },
  })
  await shop.json('add Ann')
  expect((await shop.regulars('report losses')).said).toBe(
    'Lost from 2025-11-22 to 2026-11-21: 0 customers\nNobody was lost.\nWho is fading: regulars list --stage ' +
      'declining   how it is reckoned: --explain\n',
  )
  expect((await shop.regulars('report losses --lang zh')).said).toBe(
    '2025-11-22 到 2026-11-21 流失 0 位\n没有人流失。\n快要走的：regulars list --stage 来得少了   怎么算的：--explain\n',
  )
})

test('the losses are the people of the churn; who came and went is named apart, in no rate', async () => {
  const shop = await shopOfFour()
  await shop.json('add Eve --today 2026-04-05')
  await shop.json('buy 5 25 --on 2026-04-05')
  await shop.json('buy 4 10 --on 2026-04-06')
  const days = '--from 2026-04-01 --to 2026-09-30'
  const losses = await shop.json(`report losses ${days}`)
  // Eve first bought, and Dan, who was lost, came back within these days; both are lost by the last of them.
  expect(losses.cameAndWent.map(({ name, lastPurchaseOn }: Record<string, string>) => [name, lastPurchaseOn])).toEqual([
    ['Dan', '2026-04-06'],
    ['Eve', '2026-04-05'],
  ])
  const { lost } = await shop.json(`report rates ${days}`)
  expect(losses.customers).toBe(lost)
  expect(losses.lost.map(({ name }: { name: string }) => name).sort()).toEqual(['Ann', 'Bob', 'Cai'])
  expect((await shop.regulars(`report losses ${days}`)).out.replace(/\n +/g, ' ')).toContain(
    'Came and went in these days, in no rate: 2: Dan #4 (last in 04-06), Eve #5 (last in 04-05)',
  )
})
