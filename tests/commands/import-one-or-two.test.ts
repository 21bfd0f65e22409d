import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copied, openShop, type Shop } from '../shop.ts'

const shopOf = copied(async (init: string) => openShop(init))

function put(shop: Shop, text: string): string {
  const path = join(shop.folder, 'file.csv')
  writeFileSync(path, text)
  return path
}

const codes = (value: { warnings: { code: string }[] }) => value.warnings.map(({ code }) => code)

test('a name that is another with a title is told, in whichever order they come, and they stay two', async () => {
  const shop = await shopOf('init --lang en --region CN')
  const first = put(shop, 'name\n李娜女士\n李娜\n山田太郎 様\n山田太郎\nMr. John Smith\nJohn Smith\n王总\n欧阳女士\n')
  const made = await shop.json(['import', 'customers', first])
  expect([made.created, made.warned]).toEqual([8, 3])
  expect(codes(made)).toEqual(['row.titled'])
  expect(made.warnings[0].lines).toEqual([2, 3, 4, 5, 6, 7])
  const preview = await shop.regulars(['import', 'customers', first, '--dry-run'])
  expect(preview.out).not.toContain('may be one')
  // What stands in the ledger already, and what stands there with a title.
  const second = put(shop, 'name\nFrau John Smith\n张伟先生\n')
  expect(await shop.json(['import', 'customers', second])).toMatchObject({ created: 2, warned: 1 })
  const third = put(shop, 'customer,on,amount\n张伟,2026-11-01,5\n')
  const bought = await shop.regulars(['import', 'purchases', third, '--create-customers'])
  expect(bought.err).toMatch(/张伟先生 #10 and 张伟 #11 may be one: merge 10 --into 11 \(line 2\)/)
})

test('doctor --duplicates finds names that are the same but for a title, Herr and Frau apart', async () => {
  const shop = await shopOf('init --lang en --region DE')
  const names = ['Frau Anna Schmidt', 'Anna Schmidt', 'Herr Jan Vogel', 'Frau Jan Vogel', 'Mme Zoé Petit', 'Zoé Petit']
  const more = [
    '李娜老师',
    '李娜',
    '王总',
    '王',
    '欧阳女士',
    '欧阳',
    'Sra. Ana López',
    'Dr. Ana López',
    'さくらさん',
    'さくら',
  ]
  await shop.json(['import', 'customers', put(shop, `name\n${[...names, ...more].join('\n')}\n`)])
  const { suspicions } = await shop.json('doctor --duplicates')
  const found = suspicions.filter(({ what }: { what: string }) => what === 'same-but-title')
  expect(found.map(({ shared }: { shared: string }) => shared)).toEqual([
    'Anna Schmidt',
    'Dr. Ana López',
    'Mme Zoé Petit',
    'さくら',
    '李娜',
  ])
  const { out } = await shop.regulars('doctor --duplicates')
  expect(out).toContain('same name but for how they are addressed: Frau Anna Schmidt #1, Anna Schmidt #2')
  expect((await shop.regulars('doctor --duplicates --lang zh')).out).toContain(
    '去掉称呼是同一个名字：李娜老师 #7、李娜 #8',
  )
})

test('a title beside a phone or a card contradicts nobody', async () => {
  const shop = await shopOf('init --lang en --region CN')
  await shop.regulars('add 李娜 --phone 13800138000')
  await shop.regulars(['add', 'Mr John Smith', '--code', 'V1'])
  const till = put(
    shop,
    'name,phone,code,on,amount\n李娜女士,13800138000,,2026-11-01,5\nJohn Smith,,V1,2026-11-01,7\n' +
      '李雷,13800138000,,2026-11-02,9\n',
  )
  const { created, rejected } = JSON.parse((await shop.regulars(['import', 'purchases', till, '--json'])).out)
  expect([created, rejected]).toEqual([2, 1])
})

test('two rows of one bare name with two addresses are one customer, and that is told with both rows', async () => {
  const shop = await shopOf('init --lang en --region US')
  const path = put(
    shop,
    'name,email,address,notes\nAnna Berg,a1@shop.example,1 Main St,first\nBert Low,b@shop.example,,\n' +
      'Anna Berg,a2@shop.example,2 High St,second\nBert Low,b@shop.example,,again\n' +
      'Anna Berg,a3@shop.example,2 High St,\n',
  )
  const { out } = await shop.regulars(['import', 'customers', path, '--dry-run'])
  expect(out).toContain('line 4 email “a2@shop.example”: “Anna Berg” of row 2 has another')
  expect(out).toContain('line 6 a3@shop.example')
  expect(out).toContain('line 4 address “2 High St”')
  expect(await shop.json(['import', 'customers', path])).toMatchObject({ created: 2, updated: 3, warned: 3 })
  // With anything that tells them apart they are two, and nothing is told.
  const apart = put(
    shop,
    'name,phone,email\nCara Lind,2125550101,c1@shop.example\nCara Lind,2125550102,c2@shop.example\n',
  )
  expect(await shop.json(['import', 'customers', apart])).toMatchObject({ created: 2, warned: 0 })
  // A later file that gives somebody of a bare name another address says so too.
  const later = put(shop, 'name,email\nBert Low,bert@shop.example\n')
  expect((await shop.regulars(['import', 'customers', later])).err).toContain('“Bert Low” #2 had another')
})

test('paid from credit that nobody has: owed, and said with the sum and what to do', async () => {
  const shop = await shopOf('init --lang zh')
  await shop.regulars('add 王芳')
  await shop.regulars('pay 王芳 100 -d 2026-10-31')
  const path = put(
    shop,
    '客户,日期,金额,支付方式\n王芳,2026-11-01,60,储值\n李娜,2026-11-02,30,余额\n李娜,2026-11-03,20,余额\n' +
      '张伟,2026-11-03,8,现金\n王芳,2026-11-04,50,储值\n',
  )
  const preview = await shop.regulars(['import', 'purchases', path, '--create-customers', '--dry-run'])
  expect(preview.out).toContain(
    '2 位用余额付款，账本里没有那么多余额：差的 ¥60.00 记作欠款（李娜 #2、王芳 #1）；先补上预存：pay 姓名 金额',
  )
  const ran = await shop.json(['import', 'purchases', path, '--create-customers'])
  expect(ran.warned).toBe(1)
  expect(ran.warnings[0]).toMatchObject({ code: 'row.short-credit', rows: 1, lines: [3, 4, 2, 6] })
  // Done as it says, nothing is owed any more; and what has enough is told of nothing.
  await shop.regulars('pay 李娜 50')
  expect((await shop.json('show 李娜')).balance).toBe('0.00')
  expect((await shop.json(['import', 'purchases', path, '--create-customers'])).warned).toBe(0)
})
