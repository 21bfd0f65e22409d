import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'loyverse-items',
  title: { en: 'Loyverse receipts by item', zh: 'Loyverse 小票（按商品）' },
  kind: 'purchases',
  service: 'loyverse',
  recognise: { all: ['Date', 'Receipt number', 'Receipt type', 'Item', 'Quantity', 'Net sales', 'Status'] },
  lines: { amount: 'each' },
  columns: {
    ref: 'Receipt number',
    on: 'Date',
    amount: { plus: ['Net sales', 'Taxes'] },
    discount: 'Discounts',
    cost: 'Cost of goods',
    item: { of: ['Item'], count: 'Quantity' },
    name: 'Customer name',
    phone: { of: ['Customer contacts'], match: '(?:^|[,;\\s])(\\+?\\d[\\d ()-]{5,})' },
    email: { of: ['Customer contacts'], match: '([^\\s,;]+@[^\\s,;]+)' },
  },
  states: ['Status', 'Receipt type'],
  rows: [
    { when: { Status: ['Cancelled', 'Canceled'] }, is: 'skip', reason: 'cancelled' },
    { when: { Status: ['Closed'], 'Receipt type': ['Sale'] }, is: 'sale' },
    { when: { Status: ['Closed'], 'Receipt type': ['Refund'] }, is: 'refund' },
  ],
  refund: { amount: { plus: ['Net sales', 'Taxes'], positive: true }, on: 'Date', ref: 'Receipt number' },
}
