import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'square-transactions',
  title: { en: 'Square transactions', zh: 'Square 交易' },
  kind: 'purchases',
  service: 'square',
  recognise: { all: ['Date', 'Transaction ID', 'Payment ID', 'Total Collected', 'Event Type', 'Net Total'] },
  read: { zone: { of: 'Time Zone' } },
  columns: {
    ref: 'Transaction ID',
    on: { join: ['Date', 'Time'], with: ' ' },
    amount: { plus: ['Total Collected'], minus: ['Tip', 'Gift Card Sales'] },
    discount: { plus: ['Discounts'], positive: true },
    item: 'Description',
    code: 'Customer Reference ID',
    name: 'Customer Name',
  },
  states: ['Transaction Status', 'Event Type'],
  rows: [
    { when: { 'Transaction Status': ['Voided', 'Void', 'Canceled', 'Cancelled'] }, is: 'skip', reason: 'voided' },
    { when: { 'Transaction Status': ['Failed', 'Declined'] }, is: 'skip', reason: 'failed' },
    { when: { 'Event Type': ['Refund'] }, is: 'refund' },
    {
      when: { 'Event Type': ['Payment'], 'Gift Card Sales': 'positive', 'Net Sales': 'zero' },
      is: 'skip',
      reason: 'gift-card',
    },
    { when: { 'Event Type': ['Payment'], 'Total Collected': 'zero' }, is: 'skip', reason: 'nothing-sold' },
    { when: { 'Event Type': ['Payment'], 'Transaction Status': ['Complete', 'Completed'] }, is: 'sale' },
    { when: { 'Event Type': ['Payment'], 'Transaction Status': 'empty' }, is: 'sale' },
  ],
  refund: {
    amount: { plus: ['Total Collected'], minus: ['Tip', 'Gift Card Sales'], positive: true },
    on: { join: ['Date', 'Time'], with: ' ' },
    of: 'Transaction ID',
    ref: 'Payment ID',
  },
  payer: { space: 'square', key: 'Customer ID', strong: true, name: 'Customer Name' },
  fees: ['Fees'],
  tips: ['Tip'],
}
