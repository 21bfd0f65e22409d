import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { mergeCustomers } from '../../src/ledger/customer/merge/merge.ts'
import { contentOf } from '../content.ts'
import { bookOf } from '../ledger.ts'
import { openShop, type Shop } from '../shop.ts'
import { richShop } from './rich-shop.ts'

/** Every table and column that names a customer. */
function naming(path: string): { table: string; column: string }[] {
  const file = new Database(path, { readonly: true })
  const found = file
    .prepare(
      `select m.name as "table", f."from" as "column" from sqlite_master m, pragma_foreign_key_list(m.name) f
       where m.type = 'table' and f."table" = 'customer'`,
    )
    .all() as { table: string; column: string }[]
  file.close()
  return found
}

async function typed(shop: Shop, ...lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const ran = await shop.regulars(line)
    expect(ran.exit, `${line}: ${ran.err}`).toBe(0)
  }
}

async function twoOfOne(): Promise<Shop> {
  const shop = await openShop()
  await typed(
    shop,
    'add 王小明 --phone 13800138000 --code V0012 --tag tea --set hobby=go --consent sms --joined 2026-03-01',
    'add 陈静 --phone 13900139000 --code V0301 --tag tea --tag vip --set hobby=chess --set card=gold --no-consent ' +
      'sms --wechat cj --credit 10 --joined 2025-01-01',
    'add 李雷 --referred-by id:2',
    'buy 1 128 tea -u',
    'buy 2 50 tea --on 2026-11-01',
    'refund 3 20',
    'done 2 -n "daughter back"',
    'person add 2 张经理 --phone 13700000001 --role pays',
    'person add 1 张经理 --birthday 05-06',
    'want 2 龙井',
    'occasion add 2 2026-12-24 开业 --every year',
    'event open 品茶会 2026-12-01',
    'lost 2 --why price',
    'survey 2 3',
    'snooze 2 2026-12-24',
  )
  return shop
}

test('everything of the first goes to the second, whose name and details stand', async () => {
  const shop = await twoOfOne()
  const before = await contentOf(shop.db)
  const merged = await shop.json('merge 2 --into 1 --yes')
  expect(merged).toMatchObject({
    from: { id: 2, name: '陈静' },
    into: { id: 1, name: '王小明' },
    namesDiffer: true,
    purchases: 1,
    refunds: 1,
    contacts: 1,
    brought: '-10.00',
    balance: '118.00',
    phone: '+8613800138000',
    code: 'V0012',
    noted: ['陈静', 'V0301', '+8613900139000', 'hobby=chess'],
  })
  const kept = await shop.json('show 1')
  expect(kept).toMatchObject({
    id: 1,
    name: '王小明',
    phone: '+8613800138000',
    wechat: 'cj',
    joinedOn: '2025-01-01',
    tags: ['tea', 'vip'],
    facts: { hobby: 'go', card: 'gold' },
    consent: { sms: false },
    purchases: 2,
    balance: '118.00',
    persons: [{ name: '张经理', role: 'pays', phone: '+8613700000001', birthday: '05-06' }],
  })
  expect(kept.notes).toContain('2026-11-21 陈静 #2: 陈静; V0301; +8613900139000')
  expect((await shop.json('show 3')).referredBy).toBe(1)
  for (const { table, column } of naming(shop.db)) {
    const file = new Database(shop.db, { readonly: true })
    expect(file.prepare(`select count(*) from "${table}" where "${column}" = 2`).pluck().get(), table).toBe(0)
    file.close()
  }
  for (const name of ['2', 'id:2', 'code:V0301', 'V0301']) expect((await shop.json(`show ${name}`)).id, name).toBe(1)
  await typed(shop, 'undo --yes')
  expect(await contentOf(shop.db)).toEqual(before)
})

test('the plan comes first; it asks once, and once more where the names differ', async () => {
  const shop = await twoOfOne()
  const before = await contentOf(shop.db)
  const once = await shop.regulars('merge 2 --into 1', { keys: 'y\rn\r', columns: 80 })
  expect(once.out).toContain('Would merge 陈静 #2 into 王小明 #1')
  expect(once.out).toContain('Their names differ!')
  expect(once.err).toContain('are called otherwise. Are they really one?')
  expect(await contentOf(shop.db)).toEqual(before)
  expect((await shop.regulars('merge 2 --into 1')).exit).toBe(2)
  expect((await shop.regulars('merge 2 --into 1 --dry-run --lang zh')).out).toBe(
    [
      '将合并 陈静 #2 → 王小明 #1',
      '姓名不同！',
      '并过去：消费 1 笔、退款 1 笔、联系 1 次、其他 7 条、预存 ¥10.00',
      '合并后欠 ¥118.00',
      '电话留 138 0013 8000',
      '记入备注：陈静、V0301、139 0013 9000、hobby=chess',
      '#2 和它的卡号以后都指 #1。',
      '',
    ].join('\n'),
  )
  expect(await contentOf(shop.db)).toEqual(before)
  await typed(shop, 'add 王小明', 'merge 4 --into 1 --yes')
  expect((await shop.regulars('show 4')).out).toContain('王小明 #1')
})

test('what makes no sense is refused', async () => {
  const shop = await twoOfOne()
  expect((await shop.regulars('merge 1 --into 1 --yes')).err).toContain('That is one customer already')
  expect((await shop.regulars('merge 1 --yes')).err).toContain('Example: regulars merge 301 --into 12')
  expect((await shop.regulars('merge 1 2 --into 3 --yes')).err).toContain('named twice')
  await typed(shop, 'merge 2 1 --yes')
  expect((await shop.regulars('merge 2 --into 1 --yes')).err).toContain('That is one customer already')
  expect((await shop.regulars('merge 散客 --into 1 --yes')).exit).toBe(1)
  expect((await shop.regulars('add 新来 --code V0301')).exit).toBe(1)
})

test('every pair of a rich shop merged and taken back leaves the same content', async () => {
  const shop = await richShop()
  const before = await contentOf(shop.db)
  const ids = (before['customer'] as { id: number }[]).map(({ id }) => id)
  for (const one of ids)
    for (const other of ids.filter((id) => id !== one)) {
      const ran = await shop.regulars(`merge id:${one} --into id:${other} --yes`)
      expect(ran.exit, `${one} ${other}: ${ran.err}`).toBe(0)
      expect((await shop.json('doctor')).findings.filter(({ state }: { state: string }) => state === 'damage')).toEqual(
        [],
      )
      await typed(shop, 'undo --yes')
      expect(await contentOf(shop.db), `${one} ${other}`).toEqual(before)
    }
})

test('a table added later is joined too, without a word about it', async () => {
  const shop = await twoOfOne()
  const file = new Database(shop.db)
  file.exec(
    'create table toy (id integer primary key autoincrement, customer_id integer not null references customer ' +
      `(id), kind text,
      change_id integer not null references change (id), unique (customer_id, kind));
     insert into toy (customer_id, kind, change_id) values (1, 'cup', 1), (2, 'cup', 1), (2, 'pot', 1)`,
  )
  file.close()
  const before = await contentOf(shop.db)
  await typed(shop, 'merge 2 --into 1 --yes')
  expect((await contentOf(shop.db))['toy']).toMatchObject([
    { customer_id: 1, kind: 'cup' },
    { customer_id: 1, kind: 'pot' },
  ])
  await typed(shop, 'undo --yes')
  expect(await contentOf(shop.db)).toEqual(before)
})

test('nobody ends up having brought themselves', async () => {
  const shop = await openShop()
  await typed(shop, 'add A1', 'add B2 --referred-by id:1', 'add C3 --referred-by id:2', 'merge 3 --into 1 --yes')
  expect((await shop.json('show 1')).referredBy).toBeNull()
  expect((await shop.json('show 2')).referredBy).toBe(1)
})

test('a refund of what came by the merge stands in the way of taking it back', async () => {
  const shop = await twoOfOne()
  await typed(shop, 'merge 2 --into 1 --yes', 'refund 3 5')
  const refused = await shop.regulars('undo --yes').then(() => shop.regulars('undo --yes'))
  expect(refused.exit).toBe(0)
  await typed(shop, 'merge 2 --into 1 --yes', 'refund 3 5', 'buy 1 7 cake')
  const { change } = (await shop.json('log')).find(
    ({ command, undoneBy }: { command: string; undoneBy: null }) => command === 'merge' && undoneBy === null,
  )
  expect((await shop.regulars(`undo ${change} --yes`)).err).toContain('refund')
})

test('a whole export keeps where old numbers and cards lead, and gives no new customer an old number', async () => {
  const shop = await openShop()
  await typed(shop, 'add 王小明', 'add 王晓明 --code V2', 'merge 2 --into 1 --yes')
  const out = (await shop.regulars('export all')).out
  const other = await openShop(false)
  const read = await other.regulars('import all - --yes', { stdin: out })
  expect(read.exit, read.err).toBe(0)
  expect((await other.json('show id:2')).id).toBe(1)
  expect((await other.json('show code:V2')).id).toBe(1)
  expect((await other.json('add 新来')).id).toBe(3)
})

test('the better tier of the two holds until the next classify', async () => {
  const shop = await openShop()
  await typed(
    shop,
    'add 常客',
    'buy 1 500 --on 2026-10-01',
    'buy 1 500 --on 2026-11-01',
    'add 常客二',
    'classify',
    'merge 1 --into 2 --yes',
  )
  expect((await shop.json('show 2')).tier).toBe('A')
})

test('a keeper who leaves: every customer goes over, whom to reassure first coming first', async () => {
  const shop = await openShop()
  await typed(
    shop,
    'add Seldom --keeper li',
    'add Often --keeper li --phone 13800138000',
    'add Hers --keeper chen',
    'buy 2 500 --on 2026-10-01',
    'buy 2 500 --on 2026-11-01',
    'classify',
  )
  const before = await contentOf(shop.db)
  expect(await shop.json('handover Li chen')).toMatchObject({
    from: 'li',
    to: 'chen',
    customers: 2,
    rows: [{ customerId: 2, name: 'Often', tier: 'A' }, { customerId: 1 }],
  })
  expect((await shop.json('list --keeper chen')).map(({ id }: { id: number }) => id)).toEqual([1, 2, 3])
  expect((await shop.regulars('handover li chen')).err).toContain('Nobody called “li”')
  expect((await shop.regulars('handover chen chen')).err).toContain('chen looks after them already')
  await typed(shop, 'undo --yes')
  expect(await contentOf(shop.db)).toEqual(before)
  expect((await shop.regulars('handover li chen --dry-run')).out).toContain(
    'Would hand over 2 customers from li to chen',
  )
  expect(await contentOf(shop.db)).toEqual(before)
})

test('the files that had a customer twice come again, and change nothing', async () => {
  const shop = await openShop()
  const files = {
    'people.csv':
      'name,phone,code,birthday\n王小明,13800138000,V1,\n王晓明,13900139000,V2,\n王小名,13700137000,,\n小明,,,\n王小明的,,,' +
      '1988-05-06\n',
    'till.csv':
      'customer,phone,code,on,amount,ref\n王晓明,13900139000,V2,2026-11-01,10,a\n王小名,13700137000,,2026-11-02,20,b\n' +
      '小明,,,2026-11-03,30,c\n',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(shop.folder, name), text)
  const [people, till] = Object.keys(files).map((name) => join(shop.folder, name))
  await typed(shop, `import customers ${people}`, `import purchases ${till}`)
  await typed(shop, ...['V2', '13700137000', 'name:小明', 'name:王小明的'].map((who) => `merge ${who} --into V1 --yes`))
  const before = await contentOf(shop.db)
  expect(await shop.json(`import customers ${people}`)).toMatchObject({
    created: 0,
    updated: 0,
    unchanged: 5,
    rejected: 0,
  })
  expect(await shop.json(`import purchases ${till}`)).toMatchObject({
    created: 0,
    updated: 0,
    unchanged: 3,
    rejected: 0,
  })
  expect(await contentOf(shop.db)).toEqual(before)
  writeFileSync(till ?? '', files['till.csv'].replace(/2026-11-0/g, '2026-11-1').replace(/,([abc])\n/g, ',new$1\n'))
  expect(await shop.json(`import purchases ${till}`)).toMatchObject({ created: 3, rejected: 0 })
  expect(await shop.json('show V1')).toMatchObject({ name: '王小明', purchases: 6, phone: '+8613800138000' })
  expect((await shop.json('list')).length).toBe(1)
  expect((await shop.json('show 13900139000')).id).toBe(1)
})

test('what somebody was shown must still hold when it is done', async () => {
  const shop = await twoOfOne()
  const book = await bookOf(shop, '2026-11-21')
  const plan = await mergeCustomers({ ...book, dryRun: true }, 2, 1)
  await typed(shop, 'buy 2 5')
  const before = await contentOf(shop.db)
  await expect(mergeCustomers(book, 2, 1, plan)).rejects.toMatchObject({ code: 'merge.changed' })
  expect(await contentOf(shop.db)).toEqual(before)
  const again = await mergeCustomers({ ...book, dryRun: true }, 2, 1)
  expect(await mergeCustomers(book, 2, 1, again)).toMatchObject({ purchases: 2, change: expect.any(Number) })
})
