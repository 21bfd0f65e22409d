import { expect, test } from 'vitest'
import { openShop, type Shop } from '../../shop.ts'

interface Row {
  readonly name: string
  readonly channel: string
  readonly score: number
  readonly reasons: readonly {
    readonly reason: string
    readonly dueOn: string
    readonly detail: Readonly<Record<string, unknown>>
  }[]
}

/** A shop in which things happened, a line each: `DAY COMMAND …`. */
async function shopWhere(...lines: readonly string[]): Promise<Shop> {
  const shop = await openShop()
  for (const line of lines) {
    const [day, ...words] = line.split(' ')
    const ran = await shop.regulars([...words, '--today', `2026-${day}`])
    expect(ran, line).toMatchObject({ exit: 0 })
  }
  return shop
}

async function dueOn(shop: Shop, day: string): Promise<Record<string, string>> {
  const { rows } = await shop.json<{ rows: Row[] }>(`due --all --today 2026-${day}`)
  return Object.fromEntries(
    rows.map(({ name, reasons }) => [
      name,
      reasons.map(({ reason, dueOn }) => `${reason} ${dueOn.slice(5)}`).join(', '),
    ]),
  )
}

test('again 0 and a least amount of 0 greet every purchase', async () => {
  const shop = await shopWhere(
    '09-01 policy set due.thanks.again 0',
    '09-01 policy set due.after-sale.again 0',
    '09-01 policy set due.thanks.minAmount 0',
    '09-01 policy set due.welcome.on off',
    '09-01 add Ann',
    '11-01 buy Ann 20',
    '11-02 done Ann --about thanks',
    '11-05 buy Ann 9',
    '11-09 done Ann -o sent --about thanks',
  )
  // 11-01 + 1, held back after the talk until 11-05; 11-05 + 1; after-sale of the newest: 11-08 is passed over by 11-05
  // + 7 = 11-12.
  expect(await dueOn(shop, '11-02')).toEqual({})
  expect(await dueOn(shop, '11-06')).toEqual({ Ann: 'thanks 11-06' })
  expect(await dueOn(shop, '11-09')).toEqual({})
  expect(await dueOn(shop, '11-12')).toEqual({ Ann: 'after-sale 11-12' })
})

test('again says how many days lie between two thanks', async () => {
  const lines = [
    '09-01 add Ann',
    '09-01 buy Ann 20',
    '10-01 policy set due.thanks.minAmount 500',
    '11-01 buy Ann 600',
    '11-02 done Ann',
    '11-15 buy Ann 700',
  ]
  expect(await dueOn(await shopWhere(...lines), '11-16')).toEqual({})
  expect(await dueOn(await shopWhere(...lines, '11-15 policy set due.thanks.again 14'), '11-16')).toEqual({
    Ann: 'thanks 11-16',
  })
})

test('without purchases in the clock a customer is called every cadence whatever they buy', async () => {
  const lines = [
    '10-01 policy set due.thanks.minAmount 500',
    '10-01 add Ann',
    '10-01 buy Ann 20',
    '10-20 done Ann',
    '11-10 buy Ann 20',
    '11-15 pay Ann 5',
    '10-02 add Bob',
    '11-10 buy Bob 20',
  ]
  // Ann: 10-20 + 30, else 11-15 + 30. Bob, never spoken to: 10-02 + 3, else 11-10 + 30 (both C).
  expect(await dueOn(await shopWhere(...lines, '10-01 policy set due.welcome.on off'), '11-19')).toEqual({})
  const off = await shopWhere(
    ...lines,
    '10-01 policy set due.welcome.on off',
    '10-01 policy set due.cadence.purchases off',
  )
  expect(await dueOn(off, '11-18')).toEqual({ Bob: 'cadence 10-05' })
  expect(await dueOn(off, '11-19')).toEqual({ Ann: 'cadence 11-19', Bob: 'cadence 10-05' })
})

test('the relation of a tier says which reasons it gets, and the customer’s own wins', async () => {
  const shop = await shopWhere(
    '10-01 policy set due.thanks.minAmount 500',
    '10-01 add Ann',
    '10-01 add Bob',
    '10-01 add Cid',
    '11-20 buy Ann 20',
    '11-20 buy Bob 20',
    '11-20 policy set relation.C 基本型',
    '11-20 policy set relation.D reactive',
    '11-20 edit Bob --relation proactive',
  )
  expect(await dueOn(shop, '11-21')).toEqual({ Bob: 'welcome 11-21' })
  expect(await shop.json('show Bob')).toMatchObject({ relation: 'proactive' })
  // Bob’s first contact, 10-04, and his welcome; nobody else’s.
  expect(await shop.json('report followups --from 2026-10-01 --to 2026-11-21')).toMatchObject({ due: 2, customers: 1 })
  await shop.json(['edit', 'Bob', '--relation', ''])
  expect(await dueOn(shop, '11-21')).toEqual({})
  expect(await shop.json('report followups --from 2026-10-01 --to 2026-11-21')).toMatchObject({ due: 0, customers: 0 })
})

test(
  'a refused channel is never proposed: the preferred, the shop’s own, call, wechat, sms, email, then only in ' +
    'the shop',
  async () => {
    const shop = await shopWhere(
      '10-01 add Ann --channel wechat',
      '10-01 add Bob --channel wechat --no-consent wechat',
      '10-01 add Cid --no-consent call,wechat',
      '10-01 add Dee --no-consent call,wechat,sms,email',
      '10-01 add Eve',
    )
    const { rows } = await shop.json<{ rows: Row[] }>('due --today 2026-10-10')
    expect(Object.fromEntries(rows.map(({ name, channel }) => [name, channel]))).toEqual({
      Ann: 'wechat',
      Bob: 'call',
      Cid: 'sms',
      Dee: 'shop',
      Eve: 'call',
    })
    const { out } = await shop.regulars('due --today 2026-10-10')
    expect(out).toMatch(/Dee.* in the shop only/)
    expect(out).not.toMatch(/Eve.* call/)
    const [done] = await shop.json('done Cid --today 2026-10-10 --dry-run')
    expect(done.channel).toBe('sms')
  },
)

test('festivals are one line at the head: whom they concern, less who was greeted', async () => {
  const shop = await shopWhere(
    '09-01 add Ann',
    '09-01 add Bob',
    '09-01 add Cid',
    '09-01 add Staff --kind staff',
    '09-01 add Dee --do-not-contact',
  )
  for (const who of ['Ann', 'Bob', 'Staff', 'Dee']) await shop.json(['pin', who, 'A', '--today', '2026-09-02'])
  // The 15th of the eighth month is 2026-09-25.
  expect((await shop.json('due --today 2026-09-17')).festivals).toEqual([])
  expect((await shop.json('due --today 2026-09-18')).festivals).toEqual([
    { festival: 'mid-autumn', on: '2026-09-25', tiers: ['A', 'B'], customers: 2, greeted: 0 },
  ])
  await shop.json('done Ann --about 节日 -o sent --today 2026-09-20')
  const { festivals, rows, events } = await shop.json('due --today 2026-09-20')
  expect(festivals).toMatchObject([{ customers: 2, greeted: 1 }])
  expect(events).toEqual([])
  expect(rows.flatMap((row: Row) => row.reasons.map(({ reason }) => reason))).not.toContain('festival')
  expect((await shop.regulars('due --today 2026-09-20')).out).toContain('Mid-Autumn 09-25 Fri: A, B 1 not yet greeted')
  expect((await shop.regulars('due --today 2026-09-20 --lang zh')).out).toContain(
    '中秋 09-25 周五：A、B 还有 1 位没问候',
  )
  await shop.json('done Bob --campaign mid-autumn -o sent --today 2026-09-21')
  expect((await shop.regulars('due --today 2026-09-21')).out).not.toContain('Mid-Autumn')
})

test('festivals: the four of a Chinese shop, its own, and none', async () => {
  const shop = await openShop()
  const near = async (day: string) =>
    (await shop.json(`due --today ${day}`)).festivals.map(
      (one: { festival: string; on: string }) => `${one.festival} ${one.on}`,
    )
  expect(await near('2027-01-01')).toEqual(['new-year 2027-01-01'])
  expect(await near('2027-02-01')).toEqual(['spring-festival 2027-02-06'])
  expect(await near('2027-06-09')).toEqual(['dragon-boat 2027-06-09'])
  await shop.json(['policy', 'set', 'festival.own', '店庆 05-18，重阳 农历9-9'])
  await shop.json(['policy', 'set', 'festival.days', '3'])
  expect(await near('2027-05-15')).toEqual(['店庆 2027-05-18'])
  expect(await near('2026-10-18')).toEqual(['重阳 2026-10-18'])
  await shop.json(['policy', 'set', 'festival.calendar', 'new-year'])
  expect(await near('2027-02-06')).toEqual([])
  expect((await shop.regulars(['policy', 'set', 'festival.own', 'some day'])).exit).toBe(2)
  const abroad = await openShop('init --region DE --currency EUR')
  expect((await abroad.json('due --today 2027-02-06')).festivals).toEqual([])
  expect((await abroad.json('due --today 2027-01-01')).festivals).toHaveLength(1)
})

test('who is due for restocking alone is counted, ranked and told like all else, however few are shown', async () => {
  const shop = await openShop()
  const enter = async (line: string, day: string) =>
    expect((await shop.regulars(`${line} --today 2026-${day}`)).exit).toBe(0)
  for (const name of ['Ann', 'Bob', 'Cid', 'Dee']) {
    await enter(`add ${name}`, '08-01')
    for (const day of ['08-01', '08-13', '08-25'])
      await enter(`buy ${name} 20 ${name === 'Dee' ? 'cup' : 'tea'} --on 2026-${day}`, '09-01')
    await enter(`done ${name}`, '08-26')
  }
  // Due 08-25 + 12 - 2 = 09-04 to 09-18; the clock is 09-25 at the earliest, slipping begins on 09-18.
  const { total, rows } = await shop.json('due --limit 2 --today 2026-09-10')
  expect(total).toBe(4)
  expect(rows.map((row: Row) => [row.name, row.reasons[0]?.reason, row.score])).toEqual([
    ['Ann', 'restock', 62],
    ['Bob', 'restock', 62],
  ])
  expect(rows[0].reasons[0].detail).toEqual({
    items: [{ item: 'tea', lastOn: '2026-08-25', gap: 12, runsOutOn: '2026-09-06' }],
  })
  expect((await shop.json('due --reason restock --days 3 --today 2026-09-01')).total).toBe(4)
  expect((await shop.json('due --reason restock --today 2026-09-03')).total).toBe(0)
  await shop.json('snooze Ann 2026-09-30 --today 2026-09-10')
  expect(await shop.json('due --today 2026-09-10')).toMatchObject({ total: 3, snoozed: 1 })
  await shop.json('policy set due.restock.on off')
  expect((await shop.json('due --today 2026-09-10')).total).toBe(0)
})
