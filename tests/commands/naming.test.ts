import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

/** Who a word means: an id, several, or the error's code. */
async function means(shop: Shop, word: string): Promise<unknown> {
  const ran = await shop.regulars(['show', word, '--json'])
  if (ran.exit === 0) return JSON.parse(ran.out).id
  const { code, facts } = JSON.parse(ran.err).error
  return code === 'customer.ambiguous' ? facts.matches.map(({ id }: { id: number }) => id) : code
}

async function people(...lines: string[]): Promise<Shop> {
  const shop = await openShop()
  for (const line of lines) {
    const ran = await shop.regulars(`add ${line}`)
    if (ran.exit !== 0) throw new Error(ran.err)
  }
  return shop
}

test('each way to name a customer', async () => {
  const shop = await people(
    '王小明 --phone 13800138000 --code V0012',
    '单雄信 --phone 13912348888',
    '吕布 --code 007',
    '曾国藩 --phone 010-62345678',
    '"José García"',
    'Müller --phone "+49 30 901820"',
    '王小朋',
    '仇英',
    '欧阳修',
  )
  const table: [string, unknown][] = [
    ['1', 1],
    ['#1', 1],
    ['＃１', 1],
    ['id:1', 1],
    ['ID:1', 1],
    ['V0012', 1],
    ['v0012', 1],
    ['Ｖ００１２', 1],
    ['code:v0012', 1],
    ['@V0012', 1],
    ['@007', 3],
    ['13800138000', 1],
    ['138 0013 8000', 1],
    ['+86 138-0013-8000', 1],
    ['phone:13800138000', 1],
    ['010-62345678', 4],
    ['5678', 4],
    ['8000', 1],
    ['138000', 1],
    ['王小明', 1],
    ['name:王小明', 1],
    ['wangxiaoming', 1],
    ['wxm', 1],
    ['WXM', 1],
    ['wang xiao ming', 1],
    ['小明', 1],
    ['shanxiongxin', 2],
    ['sxx', 2],
    ['lvbu', 3],
    ['lübu', 3],
    ['zengguofan', 4],
    ['josegarcia', 5],
    ['josé', 5],
    ['jg', 5],
    ['garcía', 5],
    ['muller', 6],
    ['qiuying', 8],
    ['ouyangxiu', 9],
    ['oyx', 9],
    ['wangxiao', [1, 7]],
    ['王', [1, 7]],
    ['name:王', 'customer.not-found'],
    ['phone:8000', 'phone.unreadable'],
    ['id:99', 'customer.not-found'],
    ['id:x', 'customer.unreadable'],
    ['id:', 'customer.unreadable'],
    ['#', 'customer.unreadable'],
    ['', 'customer.unreadable'],
    ['   ', 'customer.unreadable'],
    ['99', 'customer.not-found'],
    ['800', 'customer.not-found'],
    ['walk-in', 'customer.walk-in'],
    ['散客', 'customer.walk-in'],
  ]
  for (const [word, who] of table)
    expect([word, await means(shop, word).catch((error) => String(error))]).toEqual([word, who])
})

describe('what decides', () => {
  test("digits that are one customer's code and another's id are ambiguous; the same customer's are not", async () => {
    const shop = await people('甲 --code 2', '乙', '丙 --code 3')
    expect(await means(shop, '2')).toEqual([1, 2])
    expect(await means(shop, '3')).toBe(3)
    expect(await means(shop, 'id:2')).toBe(2)
    expect(await means(shop, 'code:2')).toBe(1)
    const { err } = await shop.regulars('show 2')
    expect(err).toContain('1 (甲), id:2 (乙)')
  })

  test('a code before a phone, a full name before an id and a phone tail, an id with a phone tail', async () => {
    const shop = await people('甲 --phone 13800138000', '乙 --code 13800138000', '1', '丁 --phone 13800131004')
    expect(await means(shop, '13800138000')).toBe(2)
    expect(await means(shop, '1')).toBe(3)
    expect(await means(shop, '1004')).toBe(4)
    const { err } = await shop.regulars('show 8 --json')
    expect(JSON.parse(err).error.code).toBe('customer.not-found')
  })

  test('a full name decides before a part of a longer one, pinyin before a part', async () => {
    const shop = await people('王小', '王小明', '李wx')
    expect(await means(shop, '王小')).toBe(1)
    expect(await means(shop, 'wx')).toBe(1)
  })

  test('several matches come latest buyer first, with id and phone tail', async () => {
    const shop = await people('王芳 --phone 13800138000', '王芳 --phone 13655551234', '王芳 --code 7')
    await shop.regulars('buy id:2 10 --on 2026-11-03')
    await shop.regulars('buy id:1 10 --on 2026-03-12')
    expect(await means(shop, '王芳')).toEqual([2, 1, 3])
    const { exit, err } = await shop.regulars('show 王芳')
    expect(exit).toBe(1)
    expect(err).toBe(
      'regulars: “王芳” is 3 customers.\n  Full name, last 4 of the phone, or id: 2 (王芳 …1234 11-03), 1 (王芳 …8000 ' +
        '03-12), 3 (王芳)\n',
    )
    const chinese = await shop.regulars('show 王芳 --lang zh')
    expect(chinese.err).toBe(
      'regulars: “王芳”有 3 位。\n  请写全名、电话后四位或号：2（王芳 1234 11-03 来过）、1（王芳 8000 03-12 来过）、3（王芳）\n',
    )
  })

  test('an archived namesake does not stand in the way, and is meant when alone', async () => {
    const shop = await people('王芳 --code a', '王芳 --code b')
    await shop.regulars('archive a')
    expect(await means(shop, '王芳')).toBe(2)
    await shop.regulars('archive b')
    expect(await means(shop, '王芳')).toEqual([1, 2])
    expect(await means(shop, 'wangfang')).toEqual([1, 2])
  })
})

test('nobody of that name: near ones are offered', async () => {
  const shop = await people('王小明', '"Wang Xiaoling"', '李四')
  expect(await shop.regulars('show 王小朋')).toMatchObject({
    exit: 1,
    err: 'regulars: No customer “王小朋”.\n  Like it: 1 (王小明), 2 (Wang Xiaoling)   New: regulars add 王小朋\n',
  })
  // Written otherwise, spelled the same.
  expect((await shop.regulars('show 王晓明')).err).toContain('Like it: 1 (王小明)')
  expect(await shop.regulars('show wangxiaomin')).toMatchObject({ exit: 0 })
  expect((await shop.regulars('show wangxioaming --lang zh')).err).toBe(
    'regulars: 没有客户“wangxioaming”。\n  相近的：1（王小明）、2（Wang Xiaoling）   新客户：regulars add wangxioaming\n',
  )
  expect((await shop.regulars('show id:77')).err).toBe(
    'regulars: No customer “id:77”.\n  All customers: regulars list   Search: regulars help find\n',
  )
  expect((await shop.regulars('show id:77 --lang zh')).err).toBe(
    'regulars: 没有客户“id:77”。\n  全部客户：regulars list   找人：regulars help find\n',
  )
})

test('property: whatever the name, it names its customer, is exact in JSON and harmless on a terminal', async () => {
  const shop = await openShop()
  const piece = fc.constantFrom(
    '王',
    '小明',
    'José',
    'a',
    ' ',
    '\u001b[31m',
    '\u001b]0;x\u0007',
    '\u202e',
    '\u0000',
    '👨‍👩‍👧',
    '%',
    "'",
    '"',
    '\\',
    '_',
    '-',
    '１',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 6 }), async (pieces) => {
      const name = pieces.join('').replaceAll('\u0000', '').trim().replace(/\s+/g, ' ')
      if (name === '' || name.startsWith('-')) return
      const added = await shop.regulars(['add', name, '--json'])
      expect(added.exit).toBe(0)
      const { id } = JSON.parse(added.out)
      expect(JSON.parse(added.out).name).toBe(name)
      const shown = await shop.regulars(['show', `id:${id}`])
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(shown.out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
      const found = await shop.regulars(['show', `name:${name}`, '--json'])
      const exact =
        found.exit === 0
          ? [JSON.parse(found.out).id]
          : JSON.parse(found.err).error.facts.matches.map((match: { id: number }) => match.id)
      expect(exact).toContain(id)
    }),
    { numRuns: 40 },
  )
})
