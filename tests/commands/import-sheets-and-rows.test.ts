import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openShop } from '../shop.ts'
import { workbook } from '../workbook.ts'

test('a sheet of explanations stands before the list: the list is read, and the other named', async () => {
  const shop = await openShop()
  const path = join(shop.folder, 'sales.xlsx')
  writeFileSync(
    path,
    workbook({
      说明: [['请勿修改本表']],
      销售: [
        ['2026年11月销售明细'],
        ['日期', '单号', '客户', '单价', '数量', '折扣率', '金额'],
        [{ value: 46327, format: 14 }, 'S1', '王小明', 50, 2, { value: 0.9, format: 9 }, 90],
      ],
    }),
  )
  const { out, err } = await shop.regulars(['import', 'purchases', path, '--create-customers', '--json'])
  expect(err).toContain('not read: sheet “说明” (--sheet NAME)')
  const said = JSON.parse(out)
  expect([said.created, said.rejected, said.rows]).toEqual([1, 0, 1])
  expect(said.unknownColumns).toEqual(['折扣率'])
})

test('a number of many decimals is the amount the owner sees, where two or more of them are shown', async () => {
  const shop = await openShop()
  const path = join(shop.folder, 'sales.xlsx')
  writeFileSync(
    path,
    workbook({
      Sales: [
        ['Date', 'Order', 'Customer', 'Total'],
        ['2026-11-01', 1, 'Ann', { value: 33.3333333, format: 4 }],
        ['2026-11-02', 2, 'Ann', { value: -2.505, format: '#,##0.00_);(#,##0.00)' }],
        ['2026-11-03', 3, 'Ann', { value: 99.9999, format: '[$$-409]#,##0.00' }],
        ['2026-11-04', 4, 'Ann', { value: 2.34567, format: '0' }],
      ],
    }),
  )
  const { out } = await shop.regulars(['import', 'purchases', path, '--create-customers', '--json'])
  expect(JSON.parse(out).errors).toMatchObject([{ line: 5, code: 'money.too-precise' }])
  const rows = (await shop.json('purchases')) as { amount: string }[]
  expect(rows.map(({ amount }) => amount).sort()).toEqual(['100.00', '2.51', '33.33'])
})

test('rows under a line sep= have the numbers a spreadsheet shows, which does not show that line', async () => {
  const shop = await openShop()
  const path = join(shop.folder, 'sales.csv')
  writeFileSync(path, 'sep=;\nDate;Customer;Amount\n2026-11-01;Ann;x\n')
  const rejects = join(shop.folder, 'rejects.csv')
  await shop.regulars(['import', 'purchases', path, '--create-customers', '--rejects', rejects])
  expect(readFileSync(rejects, 'utf8')).toBe(
    'line;reason;Date;Customer;Amount\n2;Not an amount: “x”.;2026-11-01;Ann;x\n',
  )
})

test('a form with numbered questions: what it asks of all, of single things, and the remark', async () => {
  const shop = await openShop()
  await shop.regulars('add 王小明')
  const path = join(shop.folder, 'form.csv')
  writeFileSync(
    path,
    '序号,提交答卷时间,您的姓名,1、总体满意度,2、服务态度,3、建议\n1,2026/11/20 10:00:00,王小明,5,4,很好\n平均值,,,5,4,\n',
  )
  const { out } = await shop.regulars(['import', 'surveys', path, '--json'])
  const said = JSON.parse(out)
  expect([said.created, said.unknownColumns, said.skipped[0].reason]).toEqual([1, ['序号'], 'total'])
})
