import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

/** Ann, who drinks oolong, last bought on 08-01; Bob, oolong too, today; Cai on 08-20; Dan has not bought. */
async function shopOfFour(init = 'init --lang en'): Promise<Shop> {
  const shop = await openShop(init)
  for (const line of ['Ann --tag oolong', 'Bob --tag oolong --keeper Li', 'Cai --source street', 'Dan'])
    await shop.json(`add ${line}`)
  await shop.json('buy 1 10 --on 2026-08-01')
  await shop.json('buy 2 20')
  await shop.json('buy 3 30 --on 2026-08-20')
  return shop
}

const ids = async (shop: Shop, line: string, options = {}) =>
  (await shop.regulars(`${line} --ids`, options)).out.trim().split('\n').filter(Boolean).map(Number)

test('a group is a filter that is asked anew each time', async () => {
  const shop = await shopOfFour()
  expect(await shop.json('group save tea --tag oolong')).toEqual({
    name: 'tea',
    filter: { tags: ['oolong'] },
    customers: 2,
    change: 8,
  })
  expect(await ids(shop, 'list --group tea')).toEqual([1, 2])
  await shop.json('tag 4 +oolong')
  expect(await ids(shop, 'list --group tea')).toEqual([1, 2, 4])
  expect(await ids(shop, 'list --group tea --keeper Li')).toEqual([2])
  expect(await ids(shop, 'list --group TEA --stage prospect')).toEqual([4])
  expect((await shop.json('report stages --group tea')).counts).toMatchObject({ prospect: 1, exploring: 1, lost: 1 })
  expect((await shop.json('report rates --group tea')).buyers).toBe(2)
  const due = (await shop.json('due --all --group tea')).rows.map(
    ({ customerId }: { customerId: number }) => customerId,
  )
  const everyone = (await shop.json('due --all')).rows.map(({ customerId }: { customerId: number }) => customerId)
  expect(everyone).toContain(3)
  expect(due).toEqual(everyone.filter((id: number) => [1, 2, 4].includes(id)))
})

test('a day counted from today moves with the days, one of the calendar stays', async () => {
  const shop = await shopOfFour()
  expect((await shop.json('group save quiet --not-since 90d')).filter).toEqual({ notSinceDays: 90 })
  expect((await shop.json(['group', 'save', 'still', '--not-since', '90天前'])).filter).toEqual({ notSinceDays: 90 })
  expect((await shop.json('group save summer --not-since 08-15')).filter).toEqual({ notSince: '2026-08-15' })
  expect((await shop.json('group save autumn --not-since 2026-10-01')).filter).toEqual({ notSince: '2026-10-01' })
  // 90 days before 11-21 is 08-23: since before it nobody but Ann and Cai; on 11-01 it is 08-03.
  expect(await ids(shop, 'list --group quiet')).toEqual([1, 3])
  expect(await ids(shop, 'list --group quiet --today 2026-11-01')).toEqual([1])
  expect(await ids(shop, 'list --group quiet')).toEqual(await ids(shop, 'list --not-since 90d'))
  expect(await ids(shop, 'list --group summer')).toEqual([1])
  expect(await ids(shop, 'list --group summer --today 2026-11-01')).toEqual([1])
})

test('the screens, in both languages', async () => {
  const shop = await shopOfFour()
  expect((await shop.regulars("group save 'gone quiet' --tag oolong --not-since 90d")).out).toBe(
    'Group “gone quiet”: tagged oolong; no purchase for 90 days. Today: 1 customer.\n' +
      "See them: regulars list --group 'gone quiet'   whom to call: regulars due --group 'gone quiet'\nSlip? " +
      'regulars undo   (change 8)\n',
  )
  const save =
    'group save 老友 --tier C --stage 流失,常客 --source street --keeper Li --owes --bought 茶 --born 1960..1969 --where ' +
    'hobby=go --where car --archived'
  expect((await shop.regulars(`${save} --lang zh`)).out).toContain(
    '客群“老友”：C 级，流失或常客，来源 street，Li 照看，欠着钱，买过“茶”，1960..1969 年生，hobby=go、有car，收起的也算。今天 0 位\n',
  )
  expect((await shop.regulars('group list', { columns: 80 })).out).toBe(
    `Saved groups, and how many they are on 2026-11-21
  gone quiet  1  tagged oolong; no purchase for 90 days
  老友        0  tier C; lost or stable; came by street; looked after by Li;
                 owing; bought “茶”; born 1960..1969; hobby=go and car; archived
                 ones too
See them: regulars list --group 'gone quiet'
whom to call: regulars due --group 'gone quiet'
`,
  )
  expect((await shop.regulars('group list --lang zh')).out).toContain('标签 oolong，90 天没来')
  expect((await shop.regulars("group delete 'gone quiet' --lang zh")).out).toBe(
    '客群“gone quiet”删掉了，客户都还在\n弄错了：regulars undo（改动 10）\n',
  )
  expect((await openShop().then((empty) => empty.regulars('group list --lang zh'))).out).toContain(
    '还没存过客群：regulars group save',
  )
  // The line to type next is about a group with somebody in it.
  await shop.json('group save anyone --tag oolong')
  await shop.json('group save absent --tag nobody')
  expect((await shop.regulars('group list')).said).toMatch(/absent +0[\s\S]*\nSee them: regulars list --group anyone /)
})

test('one group is built upon another, as it was then; archived ones come along', async () => {
  const shop = await shopOfFour()
  await shop.json('archive 1')
  await shop.json('group save tea --tag oolong --archived')
  expect((await shop.json('group save mine --group tea --not-since 30d')).filter).toEqual({
    notSinceDays: 30,
    within: { tags: ['oolong'], archived: true },
  })
  await shop.json('group delete tea')
  expect(await ids(shop, 'list --group mine')).toEqual([1])
  expect(await ids(shop, 'list --group mine --tag oolong')).toEqual([1])
  expect((await shop.regulars('group list --lang zh')).out).toContain('30 天没来，标签 oolong，收起的也算')
})

test('saving, replacing and deleting are changes that undo takes back, and a whole export brings along', async () => {
  const shop = await shopOfFour()
  await shop.json('group save tea --tag oolong')
  expect((await shop.json('group save tea --tag oolong --replace')).change).toBeNull()
  await shop.json('group save Tea --tag oolong --keeper Li --replace')
  expect((await shop.json('group list')).map(({ name }: { name: string }) => name)).toEqual(['Tea'])
  expect((await shop.json('log')).slice(0, 1)).toMatchObject([{ command: 'group save', facts: { groupId: 1 } }])
  expect((await shop.regulars('undo --yes')).out).toContain('group “Tea” saved')
  expect(await shop.json('group list')).toEqual([{ name: 'tea', filter: { tags: ['oolong'] }, customers: 2 }])
  await shop.json('group delete tea')
  expect(await shop.json('group list')).toEqual([])
  expect((await shop.regulars('undo --yes --lang zh')).out).toContain('删客群')
  const { out } = await shop.regulars('export all')
  const other = await openShop()
  expect((await other.regulars('import all - --yes', { stdin: out })).exit).toBe(0)
  expect(await other.json('group list')).toEqual(await shop.json('group list'))
  expect((await shop.regulars('group save other --tag x --dry-run --json')).out).toContain('"change": null')
  expect(await shop.json('group list')).toHaveLength(1)
})

test.each([
  [
    'group save tea',
    2,
    ['group save tea: which customers? A group is saved with the flags of list.'],
    ['group save tea：要哪些客户？存客群要写 list 的筛选。'],
  ],
  ['group save tee --tag x', 1, ['There is a group “Tee” already.', '--replace'], ['已经有客群“Tee”了。', '--replace']],
  ['group save other --group none', 1, ['No group “none”.', 'The groups: regulars group list'], ['没有客群“none”。']],
  [
    'list --group te',
    1,
    ['No group “te”.', 'Did you mean Tee?   The groups: regulars group list'],
    ['没有客群“te”。', '是不是 Tee？'],
  ],
  ['due --group xyz', 1, ['No group “xyz”.', 'The groups: regulars group list'], ['没有客群“xyz”。']],
  ['report rates --group xyz', 1, ['No group “xyz”.'], ['没有客群“xyz”。']],
  ['group delete xyz', 1, ['No group “xyz”.'], ['没有客群“xyz”。']],
  ["group save '' --tag x", 2, ['group save: a name is missing.'], ['group save：缺']],
  [
    `group save ${'x'.repeat(61)} --tag x`,
    2,
    ['Too long a name: 61 characters, 60 at most.'],
    ['太长：61 个字，最多 60 个。'],
  ],
  ['group save late --not-since 31/12/2026', 2, ['31/12/2026'], ['31/12/2026']],
])('%s is refused', async (line, exit, english, chinese) => {
  const shop = await shopOfFour()
  await shop.json('group save Tee --tag oolong')
  const ran = await shop.regulars(line)
  expect(ran).toMatchObject({ exit, out: '' })
  for (const text of english) expect(ran.err).toContain(text)
  const other = await shop.regulars(`${line} --lang zh`)
  for (const text of chinese) expect(other.err).toContain(text)
})

test('where none was saved yet, an unknown group says how to save one', async () => {
  const shop = await openShop('init --lang en')
  expect((await shop.regulars('list --group tea')).err).toBe(
    'regulars: No group “tea”.\n  None was saved yet: regulars help group save\n',
  )
  expect((await shop.regulars('list --group tea --lang zh')).err).toBe(
    'regulars: 没有客群“tea”。\n  还没存过客群：regulars help group save\n',
  )
})

test('the hint of due repeats the group', async () => {
  const shop = await shopOfFour()
  await shop.json('group save tea --tag oolong')
  await shop.json('buy 1 10 -u --on 2026-08-02 --due 2026-08-03')
  await shop.json('done 2 --next today --on 2026-11-20')
  expect((await shop.regulars('due --group tea --limit 1')).out).toContain('regulars due --group tea --all')
})

test('group show tells of one group what it asks for, and leads to its people', async () => {
  const shop = await openShop()
  await shop.json('add 王小明 --tag 老茶客')
  await shop.json('group save 老客 --tag 老茶客')
  expect(await shop.json('group show 老客')).toEqual({ name: '老客', filter: { tags: ['老茶客'] }, customers: 1 })
  expect((await shop.regulars('group show 老客 --lang zh')).said).toBe(
    '客群“老客”：标签 老茶客。今天 1 位\n看名单：regulars list --group 老客   今天联系谁：regulars due --group 老客\n',
  )
  expect((await shop.regulars('group show 没有')).exit).toBe(1)
})
