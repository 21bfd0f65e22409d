import { expect, test } from 'vitest'
import { countWallet, walletStageOf } from '../../../src/ledger/report/wallet-share.ts'
import { bookOf } from '../../ledger.ts'
import { openShop } from '../../shop.ts'

test.each([
  [0, 'developing'],
  [0.1, 'initial'],
  [49.9, 'initial'],
  [50, 'stable'],
  [80, 'stable'],
  [80.1, 'strategic'],
  [100, 'strategic'],
])('a wallet share of %f %% is %s', (share, stage) => {
  expect(walletStageOf(share)).toBe(stage)
})

test('firms by wallet share: archived ones, people and firms of another tag left out', async () => {
  const shop = await openShop('init --lang en')
  for (const line of [
    'A --kind firm --share 0',
    'B --kind firm --share 60 --tag big',
    'C --kind firm',
    'D --share 90',
    'E --kind firm --share 95',
  ])
    await shop.json(`add ${line}`)
  expect(await countWallet((await bookOf(shop, '2026-11-21')).db)).toEqual({
    firms: 4,
    counts: { developing: 1, initial: 0, stable: 1, strategic: 1 },
    unknown: 1,
  })
  await shop.json('archive 5')
  const { wallet } = await shop.json('report stages')
  expect(wallet).toEqual({ firms: 3, counts: { developing: 1, initial: 0, stable: 1, strategic: 0 }, unknown: 1 })
  expect((await shop.json('report stages --tag big')).wallet).toEqual({
    firms: 1,
    counts: { developing: 0, initial: 0, stable: 1, strategic: 0 },
    unknown: 0,
  })
  const { out } = await shop.regulars('report stages')
  expect(out).toContain('3 firms, by how much of what they buy they buy here\n')
  expect(out).toMatch(/stable +1 {2}33\.3 %\n/)
  expect(out).toMatch(
    /not known +1 {2}33\.3 %; note it: regulars edit NAME --share 60\nWhich firms: regulars list --sort share\n/,
  )
  expect((await shop.regulars('report stages --lang zh')).out).toContain('单位客户 3 家，看他们要买的有多少在这儿买\n')
  for (const id of [1, 2, 3]) await shop.json(`edit ${id} --kind person`)
  expect(Object.keys(await shop.json('report stages'))).toEqual(['asOf', 'shopGap', 'counts'])
})
