import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openShop } from '../shop.ts'

const saying = (...lines: string[]) => lines.map((line) => `${line}\n`).join('')

test('undo takes back your own newest change and says what it was', async () => {
  const shop = await openShop()
  await shop.regulars('add 陈静')
  await shop.regulars('buy 陈静 60')
  expect(await shop.regulars('undo --dry-run')).toEqual({
    exit: 0,
    out: 'Would take back change 2: purchase 陈静 ¥60.00 (entry 1).\n',
    err: 'Nothing was changed (--dry-run).\n',
  })
  expect(await shop.regulars('undo --yes')).toEqual({
    exit: 0,
    out: 'Took back change 2: purchase 陈静 ¥60.00 (entry 1).\n',
    err: '',
  })
  expect(await shop.json('purchases')).toEqual([])
  expect(await shop.json('undo --yes')).toEqual({ change: 4, undone: 1, kept: [] })
  expect(await shop.json('list')).toEqual([])
})

test('undo asks first: where nobody can answer it needs --yes', async () => {
  const shop = await openShop()
  await shop.regulars('add 陈静')
  expect(await shop.regulars('undo')).toEqual({
    exit: 2,
    out: '',
    err: saying('regulars: undo asks first, and nobody is here to answer.', '  To go ahead: regulars undo --yes'),
  })
  expect(await shop.regulars('undo --lang zh')).toEqual({
    exit: 2,
    out: '',
    err: saying('regulars: undo 要先问一声，这里没人回答。', '  确定要做：regulars undo --lang zh --yes'),
  })
  expect(await shop.json('list')).toHaveLength(1)
})

test('undo leaves what others did: it names their newest change and how to take it back', async () => {
  const shop = await openShop()
  await shop.regulars('add 陈静 --as li')
  await shop.regulars('buy 陈静 60 --as till2')
  expect(await shop.regulars('undo --yes --lang zh')).toEqual({
    exit: 1,
    out: '',
    err: saying(
      'regulars: 你没有可撤销的改动；最近一次是 till2 2026-11-21 10:00（消费 陈静 ¥60.00（单 1））。',
      '  仍要撤销：regulars undo 2',
    ),
  })
  expect(await shop.regulars('undo --yes')).toEqual({
    exit: 1,
    out: '',
    err: saying(
      'regulars: You have no change to take back; the newest is by till2, 2026-11-21 10:00 (purchase 陈静 ¥60.00 ' +
        '(entry 1)).',
      '  To take that back all the same: regulars undo 2',
    ),
  })
  expect((await shop.regulars('undo 2 --yes')).exit).toBe(0)
})

test('undo refuses where later changes build on it, and names them', async () => {
  const shop = await openShop()
  await shop.regulars('add 陈静')
  await shop.regulars('buy 陈静 60')
  await shop.regulars('refund 1 10')
  await shop.regulars('note 陈静 "likes it light"')
  // Said at once: nobody is asked about what cannot be done.
  expect(await shop.regulars('undo 2', { keys: 'n\n' })).toMatchObject({
    exit: 1,
    err: expect.not.stringContaining('?'),
  })
  expect(await shop.regulars('undo 2 --yes')).toEqual({
    exit: 1,
    out: '',
    err: saying(
      'regulars: Change 2 cannot be taken back: later changes build on it: 3 (refund 陈静 ¥10.00 (entry 2)).',
      '  Take those back first: regulars undo 3',
    ),
  })
  const { facts } = JSON.parse((await shop.regulars('undo 1 --yes --json')).err).error
  expect(facts.by.map(({ change }: { change: number }) => change)).toEqual([4, 3, 2])
  expect((await shop.regulars('undo 1 --yes --lang zh')).err).toBe(
    saying(
      'regulars: 改动 1 撤销不了，后面的改动用到了它：4（记备注 陈静）、3（退款 陈静 ¥10.00（单 2））、2（消费 陈静 ¥60.00（单 1））。',
      '  先撤销后面的：regulars undo 4',
    ),
  )
  expect((await shop.regulars('undo 4 --yes --format csv')).out).toBe('change,undone,kept\n5,4,0\n')
  for (const change of [3, 2, 1]) expect((await shop.regulars(`undo ${change} --yes`)).exit).toBe(0)
  expect(await shop.json('list')).toEqual([])
})

test.each([
  ['undo 99', 1, 'No change 99.', 'The changes: regulars log', '没有改动 99。', '看有哪些改动：regulars log'],
  [
    'undo 1',
    1,
    'Change 1 has been taken back already (by change 2).',
    'The changes: regulars log',
    '改动 1 已经撤销过了（见改动 2）。',
    '看有哪些改动：regulars log',
  ],
  [
    'undo 2',
    1,
    'undo cannot be undone (change 2).',
    'The changes: regulars log',
    'undo 不能撤销（改动 2）。',
    '看有哪些改动：regulars log',
  ],
  [
    'undo 3 --keep-edited',
    1,
    '--keep-edited is for imports; change 3 is add.',
    'Without it: regulars undo 3',
    '--keep-edited 只用于导入；改动 3 是 add。',
    '不加它：regulars undo 3',
  ],
])('%s', async (line, exit, message, hint, 句, 下一步) => {
  const shop = await openShop()
  await shop.regulars('add 陈静')
  await shop.regulars('undo --yes')
  await shop.regulars('add 刘敏')
  expect(await shop.regulars(`${line} --yes`)).toEqual({
    exit,
    out: '',
    err: saying(`regulars: ${message}`, `  ${hint}`),
  })
  expect(await shop.regulars(`${line} --yes --lang zh`)).toEqual({
    exit,
    out: '',
    err: saying(`regulars: ${句}`, `  ${下一步}`),
  })
})

test('classify is taken back by its number only, and never stands in the way', async () => {
  const shop = await openShop()
  await shop.regulars('add 陈静')
  await shop.regulars('buy 陈静 60')
  await shop.regulars('classify')
  expect(await shop.json('undo --yes')).toMatchObject({ undone: 2 })
  expect(await shop.json('undo 1 --yes')).toMatchObject({ undone: 1 })
  expect(await shop.json('undo 3 --yes')).toMatchObject({ undone: 3 })
  expect((await shop.json('doctor')).sound).toBe(true)
})

test('an import is one change; --keep-edited leaves the rows later ones touched, and those they need', async () => {
  const shop = await openShop()
  const file = join(shop.folder, 'till.csv')
  writeFileSync(
    file,
    `customer,on,amount,item,ref\n${[1, 2, 3, 4, 5].map((n) => `Guest ${n},2026-11-0${n},${n}0,tea,r${n}\n`).join('')}`,
  )
  expect(await shop.json(`import purchases ${file} --create-customers`)).toMatchObject({ change: 1, created: 5 })
  await shop.regulars('note "Guest 2" regular')
  await shop.regulars('refund 4 10')
  expect((await shop.regulars('undo 1 --yes')).err).toContain('regulars undo 1 --keep-edited')
  expect(await shop.json('undo 1 --keep-edited --yes')).toEqual({
    change: 4,
    undone: 1,
    kept: [
      { table: 'customer', id: 2, customerId: 2 },
      { table: 'customer', id: 4, customerId: 4 },
      { table: 'entry', id: 4, customerId: 4 },
    ],
  })
  expect((await shop.json('list')).map(({ name }: { name: string }) => name).sort()).toEqual(['Guest 2', 'Guest 4'])
  expect((await shop.json<{ kind: string }[]>('purchases')).filter(({ kind }) => kind === 'purchase')).toMatchObject([
    { amount: '40.00', refunded: '10.00' },
  ])
  expect((await shop.json('doctor')).sound).toBe(true)
  expect(await shop.json(`import purchases ${file} --create-customers`)).toMatchObject({ created: 4, unchanged: 1 })
})

test('what a change freed may be taken meanwhile: then it cannot come back', async () => {
  const shop = await openShop()
  await shop.regulars('add 陈静 --code V1 --tag vip')
  await shop.regulars('add 刘敏')
  await shop.regulars('edit 陈静 --code ""')
  await shop.regulars('edit 刘敏 --code V1')
  expect((await shop.regulars('undo 3 --yes')).err).toContain('4 (edited 刘敏)')
  await shop.regulars('tag 陈静 -vip')
  await shop.regulars('tag 陈静 +vip')
  expect((await shop.regulars('undo 5 --yes')).err).toContain('6 (tags of 陈静)')
  for (const change of [6, 5, 4, 3]) expect((await shop.regulars(`undo ${change} --yes`)).exit).toBe(0)
  expect((await shop.json('show 陈静')).code).toBe('V1')
})

test('log shows the newest first, what was taken back included, of the days asked for', async () => {
  const shop = await openShop()
  await shop.regulars('add 陈静 --today 2026-11-19')
  await shop.regulars('buy 陈静 60')
  await shop.regulars('undo --yes')
  expect((await shop.regulars('log')).said).toBe(
    saying(
      '3  2026-11-21 10:00  owner  took back change 2',
      '2  2026-11-21 10:00  owner  purchase 陈静 ¥60.00 (entry 1)  (taken back by 3)',
      '1  2026-11-21 10:00  owner  added 陈静',
      'Take one back: regulars undo 1',
    ),
  )
  expect((await shop.regulars('log -l 2 --lang zh')).out).toBe(
    saying(
      '3  2026-11-21 10:00  owner  撤销改动 2',
      '2  2026-11-21 10:00  owner  消费 陈静 ¥60.00（单 1）  （已由 3 撤销）',
    ),
  )
  expect(await shop.json('log --to 2026-11-20')).toEqual([
    {
      change: 1,
      at: '2026-11-21T02:00:00.000Z',
      by: 'owner',
      command: 'add',
      facts: { customerId: 1 },
      undoneBy: null,
    },
  ])
  expect((await shop.json('log --from 2026-11-20')).map(({ change }: { change: number }) => change)).toEqual([3, 2])
  expect((await shop.regulars('log --format csv --columns change,command,undoneBy')).out).toBe(
    saying('change,command,undoneBy', '3,undo,', '2,buy,3', '1,add,'),
  )
  const empty = await openShop()
  expect((await empty.regulars('log')).out).toBe('No changes yet.\n')
})
