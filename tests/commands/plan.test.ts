import { expect, test } from 'vitest'
import { widthOf } from '../../src/terminal/width.ts'
import { openShop, type Shop } from '../shop.ts'

/** Six customers: a promise, a birthday, an interested one, a newcomer, and two whose time for a word has come. */
async function teahouse(init: string | true = true): Promise<Shop> {
  const shop = await openShop(init)
  for (const line of [
    'add 王小明 --phone 13800138000 --joined 2025-01-01',
    'add 李秀兰 --phone 13981234567 --birthday 11-24 --joined 2025-01-01',
    'add 陈静 --joined 2025-01-01',
    'add 刘敏 --joined 2025-01-01',
    'add 周梅 --joined 2025-01-01',
    'add 吴芳 --joined 2025-01-01',
    'done 王小明 --on 2026-11-18 --next 2026-11-25 -n 新茶样',
    'done 陈静 --on 2026-11-10 -o interested',
    'buy 刘敏 20 --on 2026-11-20',
  ])
    await shop.json(line)
  return shop
}

test('seven days: those with a day of their own on it, the others by rank up to the capacity', async () => {
  const shop = await teahouse()
  const plan = await shop.json('plan --capacity 2')
  expect(plan).toMatchObject({ from: '2026-11-21', to: '2026-11-27', capacity: 2 })
  const days = Object.fromEntries(
    plan.days.map(({ on, rows }: { on: string; rows: { name: string; group: string }[] }) => [
      on.slice(8),
      rows.map(({ name, group }) => `${name} ${group}`),
    ]),
  )
  expect(days).toEqual({
    '21': ['刘敏 develop', '陈静 close'],
    '22': ['周梅 develop', '吴芳 develop'],
    '23': [],
    '24': ['李秀兰 develop'],
    '25': ['王小明 close'],
    '26': [],
    '27': [],
  })
  expect(plan.goals).toEqual([
    { group: 'close', due: 2, planned: 2 },
    { group: 'follow', due: 0, planned: 0 },
    { group: 'develop', due: 4, planned: 4 },
  ])
  // The reasons are facts, as those of due are.
  expect(plan.days[4].rows[0].reasons[0]).toMatchObject({ reason: 'promise', dueOn: '2026-11-25' })
})

test('who finds no place moves on, and what is on its own day is never left out', async () => {
  const shop = await teahouse()
  await shop.json('edit 陈静 --birthday 11-25')
  const ran = await shop.json('plan --capacity 1 --from 2026-11-24')
  const names = ran.days.map(({ rows }: { rows: { name: string }[] }) => rows.map(({ name }) => name))
  expect(names[0]).toEqual(['李秀兰'])
  expect(names[1].sort()).toEqual(['王小明', '陈静'].sort())
  expect(names.flat()).toHaveLength(6)
  expect(new Set(names.flat()).size).toBe(6)
  for (let id = 7; id <= 20; id++) await shop.json(`add 客${id} --joined 2025-01-01`)
  const { out } = await shop.regulars('plan --capacity 1', { columns: 80, env: { NO_COLOR: '1' } })
  expect(out).toMatch(/\d+ found no place and move on\. With room for them: regulars plan --capacity \d+\n/)
})

test('last week beside it, counted as report followups counts', async () => {
  const shop = await openShop()
  const on = (day: number) => ({ now: new Date(`2026-11-${day}T02:00:00Z`) })
  await shop.json('add 周梅', on(10))
  await shop.json('add 吴芳', on(10))
  await shop.json('buy 周梅 300', on(14))
  await shop.json('buy 吴芳 300', on(15))
  await shop.json('done 周梅', on(19))
  const { lastWeek } = await shop.json('plan')
  const report = await shop.json('report followups --from 2026-11-14 --to 2026-11-20')
  const sum = (key: string) =>
    lastWeek.reduce((total: number, one: Record<string, number>) => total + (one[key] ?? 0), 0)
  expect(sum('due')).toBe(report.due)
  expect(sum('done')).toBe(report.inTime + report.late)
  expect(sum('late')).toBe(report.late)
  expect(sum('never')).toBe(report.never)
  expect(report.due).toBeGreaterThan(0)
})

test('the screen in both languages, at 60 and at 80 columns', async () => {
  const shop = await teahouse()
  expect(
    (await shop.regulars('plan --capacity 2', { columns: 80, env: { NO_COLOR: '1' } })).out,
  ).toMatchInlineSnapshot(`
    "Plan for 11-21 to 11-27, 2 a day

    Sat 11-21: 2
      #4 刘敏    C  develop  new customer; say thanks; from 11-27: ask how it is
      #3 陈静    D  close    interested on 11-10; a word due 11-25

    Sun 11-22: 2
      #5 周梅    D  develop  time for a word
      #6 吴芳    D  develop  time for a word

    Mon 11-23: nobody

    Tue 11-24: 1
      #2 李秀兰  D  develop  birthday 11-24; time for a word

    Wed 11-25: 1
      #1 王小明  D  close    promised for today

    Thu 11-26: nobody

    Fri 11-27: nobody

    To do: close 2 of 2, develop 4 of 4
    The week before nothing fell due.
    Begin today: regulars round   The week after: regulars plan --from 7d
    How it went: regulars report followups
    "
  `)
  const zh = await teahouse('init --lang zh')
  const { out } = await zh.regulars('plan --capacity 2', { columns: 60, env: { NO_COLOR: '1' } })
  expect(out).toMatchInlineSnapshot(`
    "11-21 到 11-27 的安排，每天 2 位

    周六 11-21：2 位
      #4 刘敏    C  培养  新客问候；谢谢惠顾；11-27 该问问上次…
      #3 陈静    D  促成  有意向（11-10）；11-25 该联系

    周日 11-22：2 位
      #5 周梅    D  培养  该联系了
      #6 吴芳    D  培养  该联系了

    周一 11-23：没有

    周二 11-24：1 位
      #2 李秀兰  D  培养  11-24 生日；该联系了

    周三 11-25：1 位
      #1 王小明  D  促成  约好今天回话

    周四 11-26：没有

    周五 11-27：没有

    要做：促成 2 / 2、培养 4 / 4
    前一周没有该联系的。
    现在开始：regulars round   再往后：regulars plan --from 7d
    做得怎样：regulars report followups
    "
  `)
  for (const line of out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(60)
  expect((await shop.regulars('plan --format csv')).out.split('\n')[0]).toBe(
    'on,customerId,name,phone,tier,group,reasons',
  )
  const none = await openShop()
  expect((await none.regulars('plan')).out).toContain('Nobody falls due in these days.')
  expect((await none.regulars('plan --capacity 0')).exit).toBe(2)
})
