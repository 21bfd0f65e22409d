import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inNamedLedger, namedBy } from '../../src/program/named-ledger.ts'
import { openShop } from '../shop.ts'

describe('a hint names the ledger that the command line named', () => {
  test.each([
    [
      'Talked: regulars done 2 -n "comes Wed"   no answer: regulars done 2',
      'Talked: regulars --db j.db done 2 -n "comes Wed"   no answer: regulars --db j.db done 2',
    ],
    ['弄错了：regulars undo（改动 3）', '弄错了：regulars --db j.db undo（改动 3）'],
    ['regulars policy show shop', 'regulars --db j.db policy show shop'],
    // What has a ledger of its own, is of none, or is no command, stays.
    ['regulars demo --db demo.db', 'regulars demo --db demo.db'],
    ['regulars init --db other.db', 'regulars init --db other.db'],
    ['regulars help buy   regulars config list', 'regulars help buy   regulars config list'],
    ['written by regulars 1.4; the regulars of the shop', 'written by regulars 1.4; the regulars of the shop'],
  ])('%s', (said, pasted) => {
    expect(inNamedLedger(said, namedBy('j.db', null))).toBe(pasted)
    expect(inNamedLedger(said, null)).toBe(said)
  })

  test('a file with blanks, a shop by name, and no password of a server', () => {
    expect(namedBy('my shop.db', null)).toBe("--db 'my shop.db'")
    expect(namedBy(null, 'north')).toBe('--shop north')
    expect(namedBy('postgres://li:secret@host/tea', null)).toBeNull()
  })

  test('results, hints beside them, warnings and errors, for people and scripts; what is pasted works', async () => {
    const shop = await openShop(false)
    const db = join(shop.folder, 'my shop.db')
    const elsewhere = { env: { REGULARS_DB: join(shop.folder, 'none.db') } }
    const typed = (line: string) => shop.regulars([...line.split(' '), '--db', db], elsewhere)
    const begun = await typed('init --name Tea')
    expect(begun.out + begun.err).toContain(`regulars --db '${db}' add "Wang Xiaoming"`)
    expect((await typed('add Ann')).out).toContain(`Slip? regulars --db '${db}' undo`)
    expect((await typed('buy Bob 5')).err).toContain(`regulars --db '${db}' add Bob`)
    expect(JSON.parse((await typed('buy Bob 5 --json')).err).error.hint).toContain(`regulars --db '${db}' add Bob`)
    expect((await typed('due')).out).toContain(`regulars --db '${db}' backup`)
    // The same file from the environment, or with what was typed before: nothing to add.
    expect((await shop.regulars('add Cid', { env: { REGULARS_DB: db } })).said).toContain('Slip? regulars undo')
    const shown = (await typed('show Ann')).said.match(/regulars --db '[^']*' done 1 -n "…"/)?.[0] ?? ''
    expect(shown).toContain(`--db '${db}' done 1`)
    expect((await shop.regulars(shown.replace('regulars ', '').replace('"…"', '"x"'), elsewhere)).exit).toBe(0)
  })

  test('a shop by its name', async () => {
    const shop = await openShop(false)
    await shop.regulars(`config set shops.north ${join(shop.folder, 'north.db')}`)
    expect((await shop.regulars('add Ann --shop north')).out).toContain('Slip? regulars --shop north undo')
  })
})

test('a dry run of demo names no file that is not there', async () => {
  const shop = await openShop(false)
  const { out } = await shop.regulars('demo --dry-run')
  expect(out).toContain('in a new temporary folder')
  expect(out).not.toContain('shop.db')
  expect((await shop.json('demo --dry-run')).path).toBeNull()
  expect((await shop.regulars('demo --lang zh')).out).not.toContain('--db')
})

test('a day to come that cannot be read is told with days to come', async () => {
  const shop = await openShop('init --lang zh')
  await shop.json('add 王小明')
  for (const line of ['snooze 1 xx', 'done 1 --next xx', 'pin 1 A --until xx']) {
    expect((await shop.regulars(line)).err).toContain('例：2026-12-31、12-31、明天、3天后')
    expect((await shop.regulars(`${line} --lang en`)).err).toContain('tomorrow   3d')
  }
  expect((await shop.regulars('buy 1 5 --on xx')).err).toContain('昨天、3天前')
})

test('restore asks nothing where nothing is', async () => {
  const shop = await openShop()
  await shop.json('add Ann')
  const file = join(shop.folder, 'copy.db')
  await shop.json(`backup ${file}`)
  const there = { env: { REGULARS_DB: join(shop.folder, 'new', 'shop.db') } }
  expect(await shop.regulars(`restore ${file}`, there)).toMatchObject({ exit: 0 })
  expect(await shop.json('list', there)).toHaveLength(1)
  expect((await shop.regulars(`restore ${file}`, there)).exit).toBe(2)
})

test('another phone is written as phones are, named as one, and found by its end', async () => {
  const shop = await openShop('init --lang zh --region CN')
  const roster = '姓名,电话,备注\n王小明,13800138000/18757491186,老客\n李四,13900139000,女儿 159 0000 4321\n'
  const file = join(shop.folder, 'roster.csv')
  writeFileSync(file, roster)
  expect((await shop.regulars(`import customers ${file} --yes`)).exit).toBe(0)
  expect(await shop.json('show 1186')).toMatchObject({ name: '王小明', notes: '老客\n另一个电话 187 5749 1186' })
  expect(await shop.json('show 18757491186')).toMatchObject({ name: '王小明' })
  expect(await shop.json('show +8618757491186')).toMatchObject({ name: '王小明' })
  expect(await shop.json('show 4321')).toMatchObject({ name: '李四' })
  // Once, and whatever language it was written in.
  expect(await shop.json(`import customers ${file} --yes`)).toMatchObject({ unchanged: 2 })
  await shop.json('policy set shop.lang en')
  expect(await shop.json(`import customers ${file} --yes`)).toMatchObject({ unchanged: 2 })
  expect((await shop.regulars('show 9999')).exit).toBe(1)
})

test('who came in with an account is not said to have never bought', async () => {
  const shop = await openShop('init --lang zh')
  await shop.json('add 王小明 --credit 200')
  await shop.json('add 李四')
  const { out } = await shop.regulars('show 王小明')
  expect(out).toContain('账上还没有消费')
  expect(out).not.toContain('没买过')
  expect((await shop.regulars('show 李四')).out).toContain('没买过')
  expect((await shop.regulars('why 王小明')).out).not.toContain('还没买过')
})

test('words of the screens that were odd', async () => {
  const shop = await openShop('init --lang zh')
  await shop.json('add 王小明')
  expect((await shop.regulars('policy set shop.name Tea --lang en')).out).toContain('shop.name: Tea (was not set)')
  expect((await shop.regulars('policy set shop.name 茶铺')).out).toContain('shop.name：茶铺（原来 Tea）')
  expect((await shop.regulars('buy 1 100 茶 -u')).out).toContain('弄错了：regulars undo')
  expect((await shop.regulars('pin 1 A --reason x')).out).toContain('手动定级')
  expect((await shop.regulars('undo --yes')).exit).toBe(0)
  const md = (await shop.regulars('purchases --format md')).out
  expect(md).toContain('| 已付 |')
  expect(md).toContain('| 消费 |')
  await shop.json('buy 散客 40000')
  await shop.json('buy 1 39999999')
  expect((await shop.regulars('report summary')).out).toContain('占 <1 %')
  expect((await shop.regulars('report summary --lang en')).out).toContain('<1 % of revenue')
  await shop.json('group save 老友 --tier D')
  await shop.json('group delete 老友')
  const log = (await shop.regulars('log -l 2')).out
  expect(log).toContain('存客群“老友”')
  expect(log).toContain('删客群“老友”')
})

test('a long question keeps its mark on the line', async () => {
  const shop = await openShop('init --lang zh')
  await shop.json(['add', '欧阳静静静静静静静静'])
  await shop.json(['buy', '1', '88', '特级明前西湖龙井礼盒装两罐'])
  for (const columns of [40, 60, 66, 72, 80]) {
    const { err } = await shop.regulars('undo', { keys: 'n\r', columns })
    expect(err, String(columns)).not.toMatch(/\n *[？?]/)
  }
})

test('nothing is paid in out of credit, a number with noughts in front is no id, a new folder is named', async () => {
  const shop = await openShop('init --lang zh')
  await shop.json('add 王小明 --phone 13800138014 --credit 100')
  for (const method of ['预存', '储值', 'credit'])
    expect(await shop.regulars(`pay 1 50 --method ${method}`)).toMatchObject({
      exit: 2,
      err: expect.stringContaining('regulars pay 1 50 --out'),
    })
  expect((await shop.regulars('pay 1 50 --method credit --lang en')).err).toContain('in the shop already')
  expect((await shop.json('show 1')).balance).toBe('-100.00')
  expect((await shop.regulars('show 0001')).exit).toBe(1)
  expect(await shop.json('show 8014')).toMatchObject({ id: 1 })
  expect((await shop.regulars(`backup ${shop.folder}/no/usb --keep 8`)).err).toContain(`mkdir -p ${shop.folder}/no/usb`)
})
