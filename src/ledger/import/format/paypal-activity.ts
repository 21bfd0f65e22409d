import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'paypal-activity',
  title: { en: 'PayPal activity', zh: 'PayPal 交易记录' },
  kind: 'purchases',
  service: 'paypal',
  recognise: { all: ['Date', 'Type', 'Gross', 'Fee', 'Net', 'Transaction ID', 'Balance Impact'] },
  read: { zone: { of: 'TimeZone' }, currency: ['Currency'] },
  columns: {
    ref: 'Transaction ID',
    on: { join: ['Date', 'Time'], with: ' ' },
    amount: 'Gross',
    item: ['Item Title', 'Subject'],
    note: 'Note',
    name: 'Name',
    email: 'From Email Address',
    phone: 'Contact Phone Number',
  },
  states: ['Type', 'Status'],
  rows: [
    { when: { 'Balance Impact': ['Memo'] }, is: 'skip', reason: 'own-money' },
    {
      when: { Type: { match: 'withdrawal|bank deposit|currency conversion|transfer to|transfer from bank' } },
      is: 'skip',
      reason: 'own-money',
    },
    {
      when: { Status: ['Denied', 'Failed', 'Voided', 'Canceled', 'Cancelled', 'Expired', 'Returned', 'Unclaimed'] },
      is: 'skip',
      reason: 'failed',
    },
    { when: { Status: ['Pending', 'Placed', 'Processing', 'Held'] }, is: 'skip', reason: 'not-paid' },
    {
      when: { Gross: 'negative', Type: { match: '^payment (refund|reversal)$' }, 'Reference Txn ID': 'filled' },
      is: 'refund',
    },
    { when: { Gross: 'negative', Type: { match: 'payment|purchase|bill|fee' } }, is: 'skip', reason: 'own-spending' },
    {
      when: {
        Gross: 'positive',
        'Balance Impact': ['Credit'],
        Status: ['Completed'],
        Type: { match: '^(website payment|express checkout payment|mobile payment|general payment|invoice.*)$' },
      },
      is: 'sale',
    },
  ],
  refund: {
    amount: { plus: ['Gross'], positive: true },
    on: { join: ['Date', 'Time'], with: ' ' },
    of: 'Reference Txn ID',
    ref: 'Transaction ID',
  },
  fees: ['Fee'],
}
