import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../runs.ts'
import { openShop, type Shop } from '../shop.ts'

/** What spreadsheets, importers and people stumble over, alone and in front of other words. */
const nasty = fc.constantFrom(
  '=1+1',
  '-',
  '--',
  '无',
  '暂无',
  'N/A',
  'null',
  "'",
  "''",
  "'=x",
  "'无",
  '+1',
  '@x',
  '0012',
  '1e5',
  'a;b',
  'a|b',
  '"q"',
  'a,b',
  '王、李',
  '茶 叶',
  '😀',
)
const words = fc.tuple(nasty, fc.constantFrom('', '', ' tea', '\n二', '"')).map((parts) => parts.join('').trim())
const maybe = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { nil: null, freq: 2 })

const person = fc.record({
  name: words,
  mark: fc.constantFrom('code', 'phone', 'both', 'name'),
  called: maybe(words),
  kind: maybe(fc.constantFrom('firm', 'staff', 'person')),
  email: maybe(fc.constantFrom('a+b@example.com')),
  wechat: maybe(words),
  company: maybe(words),
  address: maybe(words),
  birthday: maybe(fc.constantFrom('1988-05-06', '02-29', 'lunar:04-18', 'lunar:1987-leap-06-01')),
  joined: maybe(fc.constantFrom('2020-02-29', '2026-11-21')),
  source: maybe(words),
  tag: maybe(fc.array(words, { maxLength: 3 })),
  note: maybe(words),
  style: maybe(fc.constantFrom('driver', 'amiable')),
  potential: maybe(fc.constantFrom('1', '5')),
  share: maybe(fc.constantFrom('0', '33.5', '100')),
  channel: maybe(fc.constantFrom('wechat', 'visit')),
  hours: maybe(words),
  consent: maybe(fc.constantFrom('wechat', 'sms')),
  noConsent: maybe(fc.constantFrom('call', 'email')),
  quiet: maybe(fc.constant(true)),
  keeper: maybe(words),
  creditLimit: maybe(fc.constantFrom('0', '1288.50')),
  account: maybe(fc.constantFrom('--owes', '--credit')),
  facts: maybe(
    fc.array(fc.tuple(fc.constantFrom('hobby', 'points', 'card', 'name', '@key', '家人', 'a,b', '-'), words), {
      maxLength: 3,
    }),
  ),
  archived: maybe(fc.constant(true)),
  pinned: maybe(fc.constantFrom('A', 'D')),
})
type Person = typeof person extends fc.Arbitrary<infer One> ? One : never

async function add(shop: Shop, person: Person, number: number): Promise<void> {
  const { name, mark, tag, facts, account, archived, quiet, pinned, ...plain } = person
  const flags = Object.entries(plain).flatMap(([key, value]) =>
    value ? [`--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}=${value}`] : [],
  )
  const marks = [
    ...(mark === 'code' || mark === 'both' ? [`--code=0${number}`] : []),
    ...(mark === 'phone' || mark === 'both' ? [`--phone=1380013800${number}`] : []),
  ]
  const line = ['add', ...marks, ...flags]
  for (const one of tag ?? []) line.push(`--tag=${one}`)
  for (const [key, value] of facts ?? []) line.push(`--set=${key}=${value}`)
  if (account) line.push(`${account}=60`)
  if (quiet) line.push('--do-not-contact')
  const ran = await shop.regulars([...line, '--', mark === 'name' ? `${name}${number}` : name])
  expect(ran.exit, ran.err).toBe(0)
  if (pinned) await shop.regulars(['pin', `id:${number}`, pinned, '--reason', 'x'])
  if (archived && account !== '--owes') await shop.regulars(['archive', `id:${number}`])
}

/** Takes an export of one shop into another; nothing may be left out. */
async function carry(from: Shop, to: Shop, what: string, ...flags: string[]): Promise<void> {
  const path = join(from.folder, `${what}.csv`)
  await from.regulars(['export', what, '--out', path, '--yes'])
  const done = JSON.parse((await to.regulars(['import', what, path, '--json', ...flags])).out)
  expect(done, JSON.stringify(done)).toMatchObject({
    rejected: 0,
    updated: 0,
    unchanged: 0,
    unknownColumns: [],
    warnings: [],
  })
}

test('an export of customers makes the same customers in an empty ledger, and nothing new in its own', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 4 }), async (people) => {
      const [shop, other] = [await openShop(), await openShop()]
      for (const [at, one] of people.entries()) await add(shop, one, at + 1)
      await carry(shop, other, 'customers', '--no-classify')
      expect(await other.json('list --archived')).toEqual(await shop.json('list --archived'))
      expect(await other.json('list')).toEqual(await shop.json('list'))
      const again = JSON.parse(
        (await shop.regulars(['import', 'customers', join(shop.folder, 'customers.csv'), '--json'])).out,
      )
      expect(again).toMatchObject({ change: null, created: 0, updated: 0, rejected: 0, unchanged: people.length })
    }),
    { numRuns: runs(14), seed: 20261121 },
  )
})

const sale = fc.record({
  who: fc.constantFrom('id:1', 'id:2', 'id:3', '散客'),
  amount: fc.constantFrom('0', '12', '88.50'),
  on: fc.constantFrom('2026-01-31', '2026-11-20', '2026-11-21'),
  item: maybe(words),
  cost: maybe(fc.constantFrom('0', '7')),
  discount: maybe(fc.constantFrom('5')),
  ref: maybe(words),
  method: maybe(words),
  note: maybe(words),
  after: fc.constantFrom('', '', 'refund', 'part', 'void'),
})
const touch = fc.record({
  who: fc.constantFrom('id:1', 'id:2', 'id:3'),
  on: fc.constantFrom('2026-11-01', '2026-11-20'),
  outcome: fc.constantFrom('reached', 'sent', 'no-answer', 'wants-reply'),
  channel: fc.constantFrom('call', 'wechat'),
  incoming: fc.boolean(),
  note: maybe(words),
  gift: maybe(words),
  campaign: maybe(words),
  about: maybe(fc.constantFrom('birthday', 'promise,debt')),
})

test('with their purchases, refunds and contacts: the same lists, whatever they hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sale, { maxLength: 5 }), fc.array(touch, { maxLength: 3 }), async (sales, touches) => {
      const [shop, other] = [await openShop('init --margin 40%'), await openShop('init --margin 40%')]
      const type = async (line: readonly string[], user = 'owner') => {
        const ran = await shop.regulars(line, { user })
        expect(ran.exit, ran.err).toBe(0)
        return ran
      }
      for (const name of ['王小明', '李秀兰', 'Anna'])
        await type(['add', name, '--joined', '2025-01-01', '--credit', '5'])
      for (const [at, { who, amount, item, after, ref, ...flags }] of sales.entries()) {
        const said = Object.entries({ ...flags, ref: ref === null ? null : `${ref}${at}` }).flatMap(([key, value]) =>
          value ? [`--${key}=${value}`] : [],
        )
        const { id, ...sold } = JSON.parse(
          (
            await type(
              ['buy', ...said, ...(item ? [`--item=${item}`] : []), '--json', '--', who, amount],
              `till${at % 2}`,
            )
          ).out,
        )
        if (after === 'void') await type(['void', String(id)])
        else if (after !== '' && sold.amount !== '0.00')
          await type([
            'refund',
            ...(after === 'part' ? [String(id), '3'] : [String(id)]),
            '--reason=-晚了',
            '--fault=shop',
          ])
      }
      for (const { who, incoming, ...flags } of touches)
        await type(
          [
            'done',
            who,
            ...(incoming ? ['--in'] : []),
            ...Object.entries(flags).flatMap(([key, value]) => (value ? [`--${key}=${value}`] : [])),
          ],
          'li',
        )
      await carry(shop, other, 'customers', '--no-classify')
      await carry(shop, other, 'purchases', '--no-classify')
      await carry(shop, other, 'contacts')
      for (const one of [shop, other]) await one.regulars('classify')
      expect(await other.json('list')).toEqual(await shop.json('list'))
      const bare = (rows: readonly Record<string, unknown>[]) =>
        rows.map(({ id: _, refundOf, ...row }) => JSON.stringify({ ...row, tied: refundOf !== null })).sort()
      expect(bare(await other.json('export purchases'))).toEqual(bare(await shop.json('export purchases')))
      expect(await other.json('contacts')).toEqual(await shop.json('contacts'))
      expect(await other.json('report summary')).toEqual(await shop.json('report summary'))
      for (const what of ['customers', 'purchases', 'contacts']) {
        const again = JSON.parse(
          (await shop.regulars(['import', what, join(shop.folder, `${what}.csv`), '--json'])).out,
        )
        expect(again, JSON.stringify(again)).toMatchObject({ change: null, created: 0, updated: 0, rejected: 0 })
      }
    }),
    { numRuns: runs(8), seed: 20261121 },
  )
})

describe('accounts that were opened with what they stood at', () => {
  const carryAll = async (shop: Shop, other: Shop) => {
    await carry(shop, other, 'customers', '--no-classify')
    const path = join(shop.folder, 'purchases.csv')
    await shop.regulars(['export', 'purchases', '--out', path])
    return other.json(['import', 'purchases', path])
  }
  const balances = async (shop: Shop) =>
    (await shop.json('list --sort id')).map(({ balance }: { balance: string }) => balance)

  test('unpaid parts of days before are in it: the balance stays, and that is told', async () => {
    const [shop, other] = [await openShop(), await openShop()]
    for (const line of [
      'add 王小明',
      'buy 王小明 60 茶 --unpaid --on 2026-11-01',
      'buy 王小明 80 壶 --paid 30 --ref R2 --on 2026-11-02',
      'pay 王小明 25 --on 2026-11-10',
      'add 李秀兰 --credit 20',
      'buy 李秀兰 50 茶 --unpaid --on 2026-10-01',
    ])
      expect((await shop.regulars(line)).exit, line).toBe(0)
    const done = await carryAll(shop, other)
    expect(done.warned).toBe(3)
    expect(done.warnings[0]).toMatchObject({
      field: 'paid',
      code: 'row.account-holds',
      message:
        'unpaid ¥60.00 is part of what the account of #1 was opened with on 2026-11-21 (owes ¥85.00): the rest of ' +
        'that is lowered by it',
    })
    expect(await balances(other)).toEqual(await balances(shop))
    expect(await balances(other)).toEqual(['85.00', '30.00'])
    const undone = await other.json(['undo', '--yes'])
    expect([undone.undone, await balances(other)]).toEqual([done.change, ['85.00', '30.00']])
    expect((await other.json('purchases')).length).toBe(0)
  })

  test('a return of one lowers both; a later line of the receipt counts too', async () => {
    const shop = await openShop()
    await shop.regulars('add Ann --owes 100')
    const path = join(shop.folder, 'till.csv')
    const lines = [
      'Ann,2026-11-01,80,R1,30,',
      'Ann,2026-11-02,5,R9,,',
      'Ann,2026-11-01,10,R1,0,',
      'Ann,2026-11-03,-20,,,R1',
      'Ann,2026-11-21,7,R3,0,',
    ]
    writeFileSync(path, `customer,on,amount,ref,paid,refund_of\n${lines.join('\n')}\n`)
    const done = await shop.json(['import', 'purchases', path])
    expect(done.warnings.map(({ lines, code }: { lines: number[]; code: string }) => [...lines, code])).toEqual([
      [2, 'row.account-holds'],
      [6, 'row.account-before'],
    ])
    // Only what was sold on the very day of the opening is owed beside it.
    expect(await balances(shop)).toEqual(['107.00'])
    expect(await shop.json(['import', 'purchases', path])).toMatchObject({ change: null, unchanged: 5 })
    expect(await balances(shop)).toEqual(['107.00'])
  })

  test('an unpaid part of the very day may be in it: that is told', async () => {
    const [shop, other] = [await openShop(), await openShop()]
    await shop.regulars('add 王小明')
    await shop.regulars('buy 王小明 60 茶 --unpaid')
    const done = await carryAll(shop, other)
    expect(done.warnings).toEqual([
      {
        lines: [2],
        rows: 1,
        field: 'paid',
        code: 'row.account-before',
        message:
          'unpaid ¥60.00, and the account of #1 was opened on 2026-11-21 with owes ¥60.00: if that holds it ' +
          'already, it now counts twice',
      },
    ])
    expect(await balances(other)).toEqual(['120.00'])
  })
})
