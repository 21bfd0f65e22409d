import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openShop } from '../../shop.ts'

interface Row {
  readonly customerId: number
  readonly name: string
  readonly reasons: readonly { readonly reason: string; readonly dueOn: string }[]
}

test('an import without dates spreads its first contacts over a fortnight: its day + id mod 15', async () => {
  const shop = await openShop()
  const file = join(shop.folder, 'roster.csv')
  writeFileSync(
    file,
    `name,phone\n${Array.from({ length: 16 }, (_, at) => `Guest ${at + 1},138001380${at + 10}`).join('\n')}\n`,
  )
  expect((await shop.regulars(`import customers ${file} --today 2026-11-01`)).exit).toBe(0)
  const { rows } = await shop.json('due --all --today 2026-11-30')
  const since = Object.fromEntries(
    rows.map(({ customerId, reasons }: Row) => [customerId, reasons.map(({ dueOn }) => dueOn)]),
  )
  // 11-01 + 1 … 11-01 + 14, 15 mod 15 = 0, 16 mod 15 = 1.
  const expected = Object.fromEntries(
    Array.from({ length: 16 }, (_, at) => [at + 1, [`2026-11-${String(1 + ((at + 1) % 15)).padStart(2, '0')}`]]),
  )
  expect(since).toEqual(expected)
})

test('no welcome for whose first purchase was imported more than a week later; up to a week there is', async () => {
  const shop = await openShop()
  const file = join(shop.folder, 'till.csv')
  writeFileSync(
    file,
    'customer,on,amount\nOld Guest,2026-11-12,20\nLate Guest,2026-11-13,20\nNew Guest,2026-11-20,20\n',
  )
  expect((await shop.regulars(`import purchases ${file} --create-customers --today 2026-11-20`)).exit).toBe(0)
  const { rows } = await shop.json('due --all --today 2026-11-21')
  expect(
    rows.filter(({ reasons }: Row) => reasons.some(({ reason }) => reason === 'welcome')).map(({ name }: Row) => name),
  ).toEqual(['Late Guest', 'New Guest'])
})

test('no welcome for those the shop knew before: with a balance, points, or visits before this ledger', async () => {
  const shop = await openShop()
  const roster =
    'name,owes,credit,points,visits_before,last_purchase\nOwes,20,,,,\nPaid,,50,,,\nCard,,,40,,\nVisits,,,,3,\n' +
    'Last,,,,,2026-10-01\nNew,,,,,\n'
  expect((await shop.regulars('import customers - --yes --today 2026-11-01', { stdin: roster })).exit).toBe(0)
  for (const name of ['Owes', 'Paid', 'Card', 'Visits', 'Last', 'New'])
    await shop.json(['buy', name, '20', '--today', '2026-11-20'])
  const { rows } = await shop.json('due --all --today 2026-11-21')
  expect(
    rows.filter(({ reasons }: Row) => reasons.some(({ reason }) => reason === 'welcome')).map(({ name }: Row) => name),
  ).toEqual(['New'])
})
