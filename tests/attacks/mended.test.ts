import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

const set = (shop: Shop, facts: Readonly<Record<string, string>>) => {
  const file = new Database(shop.db)
  for (const [key, value] of Object.entries(facts))
    file.prepare('update ledger set value = ? where key = ?').run(value, key)
  file.close()
}

test.each([
  [{ timezone: 'Foo/Bar' }, 'time zone', 'timezone', 'Asia/Tokyo'],
  [{ currency: 'XXX' }, 'currency', 'currency', 'USD'],
  [{ currency: '¥¥' }, 'currency', 'currency', 'CNY'],
  [{ region: 'ZZ' }, 'region', 'region', 'US'],
] as const)(
  'what the shop is said to be and is not: %o is looked at, told of and mended',
  async (facts, said, key, good) => {
    const shop = await openShop()
    await shop.regulars('add Ann')
    await shop.regulars('buy Ann 5 -u')
    set(shop, facts)
    for (const line of ['list', 'log', 'due', 'balances', 'show Ann', 'backup', 'buy Ann 3'])
      expect([line, (await shop.regulars(line)).exit]).toEqual([line, 0])
    const found = await shop.regulars('doctor')
    expect(found.exit).toBe(1)
    expect(found.out).toContain(`FAULT  no such ${said}: ${Object.values(facts)}: regulars policy set shop.${key} `)
    expect((await shop.regulars('doctor --lang zh')).out).toContain(`regulars policy set shop.${key} `)
    expect((await shop.regulars(`policy set shop.${key} ${good}`)).exit).toBe(0)
    expect((await shop.json('doctor')).sound).toBe(true)
  },
)

test('money that is none gives way to no money that counts otherwise', async () => {
  const shop = await openShop()
  await shop.regulars('add Ann')
  await shop.regulars('buy Ann 5')
  set(shop, { currency: 'XXX' })
  const ran = await shop.regulars('policy set shop.currency JPY')
  expect([ran.exit, ran.err]).toEqual([1, expect.stringContaining('The currency cannot be changed')])
})

test.each([':memory:', 'file:x.db', 'file:x.db?mode=memory', 'mysql://u:secret@host/db'])(
  '%s is the name of no file, wherever one is named',
  async (address) => {
    const shop = await openShop()
    for (const line of [
      `add Ann --db ${address}`,
      `list --db ${address}`,
      `backup ${address}`,
      `restore ${address} --yes`,
      `export customers --out ${address}`,
      `import customers ${address}`,
      `config set db ${address}`,
    ]) {
      const ran = await shop.regulars(line)
      expect([line, ran.exit, ran.err]).toEqual([line, 4, expect.stringContaining('is an address, not a file')])
      // What it is for decides the flag: none is named for another's sake.
      expect(ran.err).toContain('Name a file in its place, ./shop.db say.')
      expect(ran.err).not.toContain('secret')
    }
  },
)

test('an address of a server stands for a ledger, never for a file; a password in it is never said again', async () => {
  const shop = await openShop()
  const address = 'postgres://u:secret@host/db'
  for (const [line, exit, said] of [
    [`list --db ${address}`, 2, 'A password has no place in an address'],
    [`restore ${address} --yes`, 2, 'A password has no place in an address'],
    [`config set db ${address}`, 2, 'A password has no place in an address'],
    [`backup ${address}`, 4, 'is an address, not a file'],
    [`export customers --out ${address}`, 4, 'is an address, not a file'],
    [`import customers ${address}`, 4, 'is an address, not a file'],
  ] as const) {
    const ran = await shop.regulars(line)
    expect([line, ran.exit, ran.err]).toEqual([line, exit, expect.stringContaining(said)])
    expect(ran.err).not.toContain('secret')
  }
})

test('what is told of a backup and not of the ledger names no flag of the ledger’s', async () => {
  const shop = await openShop()
  const text = join(shop.folder, 'letter.txt')
  writeFileSync(text, 'a letter')
  for (const [line, said] of [
    ['backup /dev/null', 'Name a file in its place'],
    ['restore /dev/null --yes', 'Name a file in its place'],
    [`restore ${text} --yes`, 'Name a ledger in its place'],
  ] as const) {
    const { err } = await shop.regulars(line)
    expect(err).toContain(said)
    expect(err).not.toContain('--db')
  }
  const copy = join(shop.folder, 'copy.db')
  await shop.regulars(`backup ${copy}`)
  writeFileSync(copy, readFileSync(copy).fill(255, 4096 * 8, 4096 * 40))
  const { err } = await shop.regulars(`restore ${copy} --yes`)
  expect(err).toContain(`${copy} is damaged.\n  What is wrong: regulars doctor --db ${copy} `)
})
