import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

/** A shop in which these lines were typed, one change each. */
async function shopAfter(...lines: string[]): Promise<Shop> {
  const shop = await openShop()
  for (const line of ['add A', ...lines]) {
    const ran = await shop.regulars(line)
    if (ran.exit !== 0) throw new Error(`${line}: ${ran.err}`)
  }
  return shop
}

describe('undo looks at the purchase that a refund hangs on', () => {
  test.each([
    ['more would be given back than was paid', ['buy A 100', 'refund 1 30', 'void 2', 'refund 1 80'], 4, 5],
    ['a refund would count of a purchase that is void', ['buy A 100', 'refund 1 30', 'void 2', 'void 1'], 4, 5],
    ['nor of one that was entered anew', ['buy A 100 -u', 'refund 1 30', 'void 2', 'fix 1 50'], 4, 5],
    ['of several, one too much', ['buy A 100', 'refund 1 30', 'refund 1 20', 'void 2 3', 'refund 1 60'], 5, 6],
  ])('%s', async (_, lines, asked, by) => {
    const shop = await shopAfter(...lines)
    const before = await shop.json('purchases')
    for (const line of [`undo ${asked} --yes`, `undo ${asked} --dry-run`]) {
      const ran = await shop.regulars(`${line} --json`)
      expect([
        ran.exit,
        JSON.parse(ran.err || '{}').error?.code,
        JSON.parse(ran.err || '{}').error?.facts.by.map(({ change }: { change: number }) => change),
      ]).toEqual([1, 'change.in-the-way', [by]])
    }
    expect(await shop.json('purchases')).toEqual(before)
    // What is named can be taken back, and then this too.
    expect((await shop.regulars(`undo ${by} --yes`)).exit).toBe(0)
    expect((await shop.regulars(`undo ${asked} --yes`)).exit).toBe(0)
    expect((await shop.json('doctor')).sound).toBe(true)
  })

  test('a void that still fits is taken back', async () => {
    const shop = await shopAfter('buy A 100', 'refund 1 30', 'void 2', 'refund 1 70')
    expect((await shop.regulars('undo 4 --yes')).exit).toBe(0)
    expect((await shop.json('doctor')).sound).toBe(true)
  })
})

async function twoImports(): Promise<{ shop: Shop; put(name: string, text: string): string }> {
  const shop = await openShop()
  const put = (name: string, text: string) => {
    writeFileSync(join(shop.folder, name), text)
    return join(shop.folder, name)
  }
  await shop.json(`import customers ${put('one.csv', 'name,phone\nAnn,13800138000\nBob,13900139000\n')} --no-classify`)
  await shop.json(
    `import purchases ${put('two.csv', 'customer,on,amount\nAnn,2026-11-01,5\nBob,2026-11-02,6\n')} --no-classify`,
  )
  return { shop, put }
}

describe('what --keep-edited leaves can be taken back later', () => {
  test('by the same number, once nothing builds on it; and then what came before', async () => {
    const { shop } = await twoImports()
    const empty = async () => [await shop.json('list'), await shop.json('purchases')]
    await shop.regulars('fix 1 9')
    const kept = await shop.regulars('undo 2 --keep-edited --yes')
    expect(kept.out).toBe(
      'Took back change 2: import of purchases: 2 new, 0 updated.\n1 row stayed: later changes build on it. When ' +
        'those are taken back: regulars undo 2\n',
    )
    const first = await shop.regulars('undo 1 --yes --json')
    expect(JSON.parse(first.err).error.facts.by.map(({ change }: { change: number }) => change)).toEqual([3, 2])
    expect((await shop.regulars('undo 2 --yes')).err).toContain('later changes build on it: 3')
    for (const change of [3, 2, 1])
      expect([change, (await shop.regulars(`undo ${change} --yes`)).err]).toEqual([change, ''])
    expect(await empty()).toEqual([[], []])
    expect((await shop.regulars('undo 2 --yes')).err).toContain('has been taken back already')
  })

  test('a row that it changed is given back its first state in the end', async () => {
    const { shop, put } = await twoImports()
    await shop.regulars('undo 2 --yes')
    const before = await shop.json('list')
    await shop.json(
      'import customers ' +
        `${put('again.csv', 'phone,name,address\n13800138000,Ann,Lane 1\n13900139000,Bob,Lane 2\n')} --no-classify`,
    )
    const { change } = await shop.json('edit Ann --company Tea')
    const imported = change - 1
    expect((await shop.regulars(`undo ${imported} --keep-edited --yes`)).exit).toBe(0)
    // Bob is as before, and edited anew: that is nothing the second undo may touch.
    await shop.regulars('edit Bob --company Mill')
    await shop.regulars(`undo ${change} --yes`)
    expect((await shop.regulars(`undo ${imported} --yes`)).err).toBe('')
    const [ann, bob] = await shop.json('list')
    expect([ann, { ...bob, company: null }]).toEqual(before)
  })
})

test('what rows were before is not kept once they are so again', async () => {
  const shop = await shopAfter('edit A --name Secret', 'edit Secret --name A')
  const images = () => {
    const file = new Database(shop.db, { readonly: true })
    const found = file.prepare('select before from change_row').pluck().all() as string[]
    file.close()
    return found.join()
  }
  expect(images()).toContain('Secret')
  await shop.regulars('undo 3 --yes')
  expect(images()).not.toContain('Secret')
  await shop.regulars('undo 2 --yes')
  expect(images()).toBe('')
  expect((await shop.json('list'))[0].name).toBe('A')
})

test('log tells of the imports that a whole shop brought along, and that they went with it', async () => {
  const { shop } = await twoImports()
  const whole = join(shop.folder, 'all.jsonl')
  await shop.regulars(`export all --out ${whole}`)
  const other = await openShop()
  const { change } = await other.json(`import all ${whole}`)
  expect((await other.regulars('log')).out).toContain(
    'import of a whole shop: 2 customers, 2 entries, with 2 earlier imports (the changes after it)',
  )
  await other.regulars('add Carl')
  await other.regulars(`undo --yes`)
  expect((await other.regulars(`undo ${change} --yes`)).exit).toBe(0)
  const log = await other.json('log')
  expect(
    log.filter(
      ({ command, undoneBy }: { command: string; undoneBy: number | null }) =>
        command.startsWith('import') && undoneBy === null,
    ),
  ).toEqual([])
  expect(log.filter(({ command }: { command: string }) => command.startsWith('import'))).toHaveLength(3)
})
