import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dropBlocks, keepBlocks } from '../../src/ledger/book/blocks/keep.ts'
import type { Book } from '../../src/ledger/book/book.ts'
import { findCustomers } from '../../src/ledger/customer/find.ts'
import { readBoughtItems } from '../../src/ledger/followup/history/bought-items.ts'
import { readPurchaseHistory } from '../../src/ledger/standing/purchase-history.ts'
import { bookOf } from '../ledger.ts'
import { server } from '../postgres/ledger.ts'
import { runs } from '../runs.ts'
import { openShop, type Shop } from '../shop.ts'

/** Three files of a till: what one sold the next calls something else, and the last has more. */
const tills = ['one.csv', 'two.csv', 'three.csv']
const today = '2026-11-21'
/** Blocks of a few rows, from the first row on: a shop of chance has as many as a large one. */
const tiny = { customer: 2, entry: 3, from: 1 }
const afresh = '-- keep'

const who = fc.integer({ min: 1, max: 5 })
const nth = fc.nat(9)
const names = ['王小明', 'Anna', '李 雷', 'ZOË', 'Café 9%', 'a_b', '陈静']
const items = ['龙井', 'Green Tea', 'tea_1', '50% off', 'violin', 'CAFÉ']
const line = (words: (who: number, other: number, nth: number) => string) =>
  fc.tuple(who, who, nth).map(([one, other, number]) => words(one, other, number))
const name = (n: number) => names[n % names.length]
const item = (n: number) => items[n % items.length]

/** What puts texts into the ledger, alters them and takes them away; what the shop refuses changes nothing. */
const step = fc.oneof(
  { weight: 3, arbitrary: line((_, __, n) => `add "${name(n)}" --company "${item(n + 1)}"`) },
  { weight: 3, arbitrary: line((id, _, n) => `buy id:${id} ${10 + n} "${item(n)}"`) },
  line((id, _, n) => `buy id:${id} ${10 + n} --note "for ${name(n)}"`),
  line((_, __, n) => `refund ${n + 1} 5 --reason "${item(n + 2)}"`),
  line((_, __, n) => `fix ${n + 1} ${20 + n}`),
  line((_, __, n) => `void ${n + 1}`),
  line((id, _, n) => `edit id:${id} --name "${name(n)}"`),
  line((id, _, n) => `edit id:${id} --phone 1380013800${n}`),
  line((id, _, n) => `note id:${id} "likes ${item(n)}"`),
  line((id) => `archive id:${id}`),
  line((id, other) => `merge id:${id} --into id:${other} --yes`),
  line((id) => `forget id:${id} --yes`),
  { weight: 2, arbitrary: fc.constant('undo --yes') },
  line((_, __, n) => `undo ${n + 2} --yes`),
  { weight: 3, arbitrary: fc.constantFrom(...tills.map((file) => `import purchases ${file} --create-customers`)) },
  fc.constantFrom(...tills.map((file) => `import purchases ${file} --create-customers --no-classify`)),
  fc.constantFrom('classify', 'classify --today 2026-11-01', 'classify --dry-run'),
  line((id, _, n) => `edit id:${id} --kind ${n % 2 ? 'staff' : 'person'}`),
  line((id, _, n) => `pass sell id:${id} ${2 + n} 90 cut`),
  line((id) => `pass use id:${id}`),
  { weight: 5, arbitrary: fc.constant(afresh) },
)

const words = [...names, ...items, 'wxm', 'zoe', 'cafe', 'CAFÉ', '1380013', '8001', '%', '_', 'for', '0', 'ea_1', '%"']

async function found(book: Book, text: readonly string[]) {
  return [await findCustomers(book, text), await findCustomers(book, text, { everywhere: true, archived: true })]
}

/** What each bought, and of what more than once: of one day in any order. */
async function bought(book: Book) {
  const history = await readPurchaseHistory(book.db, today, { costs: true, items: true })
  const itemsOf = await readBoughtItems(book.db, today, history)
  return [...history.places].map(([id, [from, to]]) => ({
    id,
    days: [...history.days.subarray(from, to)],
    amounts: Array.from(history.days.subarray(from, to), (day, at) => [day, history.amounts[from + at]]).sort(),
    items: itemsOf(id)
      .map(({ key, on, refundedOn }) => `${on} ${key} ${refundedOn}`)
      .sort(),
  }))
}

async function blocksIn(book: Book): Promise<readonly { text: string | null; table_name: string }[]> {
  return book.db.selectFrom('text_block').selectAll().execute()
}

/** Blocks as a large shop has them, as of its newest change. */
async function keepTiny(book: Book, sizes = tiny): Promise<void> {
  const { id } = await book.db
    .selectFrom('change')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirstOrThrow()
  await keepBlocks(book.db, id, sizes)
}

async function till(): Promise<Shop> {
  const shop = await openShop()
  const sold = (first: string) => [`Anna,2026-11-01,5,${first},Zoë,R1`, '王小明,2026-11-02,6,龙井,,R2']
  const files = [sold('Violin'), sold('Viola'), [...sold('Cello'), 'Bo,2026-11-03,7,tea_1,50%,R3']]
  for (const [at, rows] of files.entries())
    writeFileSync(join(shop.folder, tills[at] ?? ''), ['customer,on,amount,item,note,ref', ...rows, ''].join('\n'))
  return {
    ...shop,
    regulars: (line) =>
      typeof line === 'string'
        ? shop.regulars(line.replace(/\w+\.csv/, (file) => join(shop.folder, file)))
        : shop.regulars(line),
  }
}

test.skipIf(server)(
  'whatever has happened, find finds the same with blocks as it does row by row, and reports read the same',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 40 }), async (steps) => {
        const shop = await till()
        for (const one of [...names.slice(0, 4), 'Bo Li']) await shop.regulars(`add "${one}"`)
        const book = await bookOf(shop, today)
        for (const one of [...steps, afresh, ...steps.slice(0, 8)])
          if (one === afresh) await keepTiny(book)
          else await shop.regulars(one)
        const asked = [...words.map((word) => [word]), ['Anna', '龙井'], ['a', 'e'], ['王', 'tea']]
        const withBlocks = []
        for (const text of asked) withBlocks.push(await found(book, text))
        const blocks = await blocksIn(book)
        const boughtInBlocks = await bought(book)
        await dropBlocks(book.db)
        expect(boughtInBlocks, steps.join('; ')).toEqual(await bought(book))
        for (const [at, text] of asked.entries())
          expect(withBlocks[at], `${text} after ${steps.join('; ')}, in ${blocks.length}`).toEqual(
            await found(book, text),
          )
        book.store.close()
      }),
      { numRuns: runs(4) },
    )
  },
  240_000,
)

test.skipIf(server)('what has blocks keeps them up, also once an undo has made it small', async () => {
  const shop = await till()
  for (const one of ['Anna', 'Bo', 'Cid', 'Dan']) await shop.regulars(`add ${one}`)
  for (let bought = 0; bought < 8; bought++) await shop.regulars('buy Bo 5 tea')
  const book = await bookOf(shop, today)
  await keepTiny(book)
  await shop.regulars('note Anna "likes violin"')
  await shop.regulars('edit Anna --company Viola')
  // Four customers are too few for blocks now, eight purchases are not.
  await keepTiny(book, { ...tiny, from: 6 })
  for (const text of ['Viola', 'violin'])
    expect((await findCustomers(book, [text])).customers.map(({ name }) => name)).toEqual(['Anna'])
  book.store.close()
})

test.skipIf(server)('behind a NUL, where a search in a block ends, everybody is still found', async () => {
  const shop = await till()
  for (const one of ['Anna', 'Bo', 'Cid', 'Dan']) await shop.regulars(`add ${one}`)
  const book = await bookOf(shop, today)
  await book.db.updateTable('customer').set({ notes: 'tea\0cups' }).where('id', '=', 1).execute()
  await keepTiny(book)
  expect((await blocksIn(book)).map(({ text }) => text === null)).toContain(true)
  expect((await findCustomers(book, ['Bo'])).customers.map(({ name }) => name)).toEqual(['Bo'])
  book.store.close()
})

test.skipIf(server)('a block without the word is not read; one that an undo has been in is', async () => {
  const shop = await till()
  for (const one of ['Anna --company Violin', 'Bo', 'Cid', 'Dan']) await shop.regulars(`add ${one}`)
  for (const one of ['tea', 'tea', 'cup', 'tea']) await shop.regulars(`buy Bo 5 ${one}`)
  await shop.regulars('edit Anna --company Viola')
  const book = await bookOf(shop, today)
  await keepTiny(book)
  const namesOf = async (text: string) => (await findCustomers(book, [text])).customers.map((one) => one.name)
  const textsOf = async (table: string) =>
    (await blocksIn(book)).filter(({ table_name }) => table_name === table).map(({ text }) => text)
  expect(await textsOf('customer')).toEqual(['anna anna anna a viola bo bo bo b', 'cid cid cid c dan dan dan d'])
  expect(await textsOf('entry')).toEqual(['tea cup'])
  expect([await namesOf('Viola'), await namesOf('VIOLIN')]).toEqual([['Anna'], []])
  // Past the program: what a block does not tell of is not looked at.
  await book.db.updateTable('entry').set({ item: 'harp' }).where('id', '=', 2).execute()
  expect(await namesOf('harp')).toEqual([])
  expect((await shop.regulars('undo --yes')).exit).toBe(0)
  expect(await textsOf('customer')).toEqual([null, 'cid cid cid c dan dan dan d'])
  expect([await namesOf('viola'), await namesOf('violin')]).toEqual([[], ['Anna']])
  await keepTiny(book)
  expect((await textsOf('customer'))[0]).toBe('anna anna anna a violin bo bo bo b')
  await shop.regulars('edit Bo --phone 13800138000')
  expect(await namesOf('8001380')).toEqual(['Bo'])
  await keepTiny(book)
  expect((await textsOf('customer'))[0]).toBe('anna anna anna a violin bo bo bo b +8613800138000')
})

test.skipIf(server)('of a forgotten customer, and of an import taken back, no block says a word', async () => {
  const shop = await till()
  await shop.regulars('add Cid --address Nowhere')
  await shop.regulars('add Dan')
  for (const note of ['secretly', 'again', 'late']) await shop.regulars(`buy Cid 5 tea --note ${note}`)
  await shop.regulars('import purchases three.csv --create-customers')
  const book = await bookOf(shop, today)
  await keepTiny(book)
  const told = async () => (await blocksIn(book)).map(({ text }) => text ?? '').join(' ')
  for (const text of [/nowhere/, /secretly/, /anna/, /cello/]) expect(await told()).toMatch(text)
  expect((await shop.regulars('undo --yes')).exit).toBe(0)
  expect(await told()).toMatch(/nowhere.*secretly/s)
  expect(await told()).not.toMatch(/anna|cello/)
  await keepTiny(book)
  expect((await shop.regulars('forget Cid --yes')).exit).toBe(0)
  expect(await told()).toBe('')
  expect(readFileSync(shop.db).toString('latin1')).not.toMatch(/nowhere|secretly/)
})

test.skipIf(server)('a shop that is read in whole has blocks of its own', async () => {
  const shop = await till()
  await shop.regulars('import purchases three.csv --create-customers')
  const kept = join(shop.folder, 'kept.jsonl')
  const { out } = await shop.regulars('export all')
  expect(out).not.toMatch(/text_block/)
  writeFileSync(kept, out)
  const other = await till()
  await other.regulars('import purchases one.csv --create-customers')
  const book = await bookOf(other, today)
  await keepTiny(book)
  expect((await other.regulars('undo --yes')).exit).toBe(0)
  expect((await other.regulars(['import', 'all', kept])).exit).toBe(0)
  expect((await findCustomers(book, ['cello'])).customers).toHaveLength(1)
})
