import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'square-items',
  title: { en: 'Square item sales', zh: 'Square 商品明细' },
  kind: 'purchases',
  service: 'square',
  recognise: { all: ['Date', 'Item', 'Qty', 'Price Point Name', 'Transaction ID', 'Net Sales', 'Event Type'] },
  read: { zone: { of: 'Time Zone' } },
  lines: { amount: 'each' },
  columns: {
    ref: 'Transaction ID',
    on: { join: ['Date', 'Time'], with: ' ' },
    amount: { plus: ['Net Sales', 'Tax'] },
    discount: { plus: ['Discounts'], positive: true },
    item: { of: ['Item'], count: 'Qty' },
    code: 'Customer Reference ID',
    name: 'Customer Name',
  },
  states: ['Event Type'],
  rows: [
    { when: { 'Itemization Type': { match: 'gift card' } }, is: 'skip', reason: 'gift-card' },
    { when: { 'Event Type': ['Payment'] }, is: 'sale' },
    { when: { 'Event Type': ['Refund'] }, is: 'refund' },
  ],
  refund: {
    amount: { plus: ['Net Sales', 'Tax'], positive: true },
    on: { join: ['Date', 'Time'], with: ' ' },
    of: 'Transaction ID',
  },
  payer: { space: 'square', key: 'Customer ID', strong: true, name: 'Customer Name' },
}
