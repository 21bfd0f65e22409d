import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'loyverse-receipts',
  title: { en: 'Loyverse receipts', zh: 'Loyverse 小票' },
  kind: 'purchases',
  service: 'loyverse',
  recognise: { all: ['Date', 'Receipt number', 'Receipt type', 'Total collected', 'Payment type', 'Status'] },
  columns: {
    ref: 'Receipt number',
    on: 'Date',
    amount: 'Total collected',
    discount: 'Discounts',
    cost: 'Cost of goods',
    item: 'Description',
    method: 'Payment type',
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
  refund: { amount: { plus: ['Total collected'], positive: true }, on: 'Date', ref: 'Receipt number' },
}
