import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openShop } from '../shop.ts'

const sums = [
  ...['Sum of page 1', 'Sum for page 2', 'Page sum', 'Page 1 total', 'Total page 1', 'Total of this page', 'Sub-total'],
  ...[
    'Subtotal page 1',
    'Sum total',
    'Total amount',
    'Carried forward',
    'Brought forward',
    'Balance forward',
    'Overall',
  ],
  ...[
    'Sous-total',
    'Sous-total page 1',
    'Total de la page',
    'Total partiel',
    'Montant total',
    'À reporter',
    'Total TTC',
  ],
  ...['Zwischensumme', 'Zwischensumme Seite 1', 'Seitensumme', 'Summe Seite 1', 'Seite 1 Summe', 'Gesamtbetrag'],
  ...[
    'Übertrag Seite 2',
    'Nettosumme',
    'Suma parcial',
    'Total página 1',
    'Totale pagina',
    'Totaal pagina 1',
    'Suma strony',
  ],
  ...[
    '小计',
    '本页小计',
    '本页合计',
    '第1页小计',
    '第 2 页 合计',
    '本页共计',
    '合计金额',
    '总金额',
    '总计金额：',
    '承前页',
    '过次页',
  ],
  ...[
    '日结',
    '小計',
    '合計金額',
    'ページ計',
    '頁計',
    '全部客户',
    'All customers',
    'Итого по странице',
    'Всего по листу',
  ],
]
const people = [
  'Sum Ting',
  'Summer Lee',
  'Page Williams',
  'Paige Total-Smith',
  '小计然',
  '合红',
  '全部春',
  'Carrie Forward',
]

test('sums of a page or of all, in many words, are neither customers nor sales', async () => {
  const shop = await openShop('init --lang en --region CN')
  const roster = join(shop.folder, 'roster.csv')
  writeFileSync(roster, `name,points\n${[...sums, ...people].map((name, at) => `${name},${at + 10}`).join('\n')}\n`)
  const made = await shop.json(['import', 'customers', roster, '--no-classify'])
  expect([made.created, made.skipped, made.rejected]).toEqual([
    people.length,
    [{ reason: 'total', rows: sums.length, sum: null }],
    0,
  ])
  const till = join(shop.folder, 'till.csv')
  writeFileSync(till, `on,customer,amount\n2026-11-01,Summer Lee,5\n${sums.map((name) => `,${name},30`).join('\n')}\n`)
  const sold = await shop.json(['import', 'purchases', till, '--no-classify'])
  expect([sold.created, sold.skipped[0].rows, sold.rejected]).toEqual([1, sums.length, 0])
})
