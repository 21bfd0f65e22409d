import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'stripe-payments',
  title: { en: 'Stripe payments', zh: 'Stripe 付款' },
  kind: 'purchases',
  service: 'stripe',
  recognise: {
    all: ['id', ['Created date (UTC)', 'Created (UTC)'], 'Amount', 'Amount Refunded', 'Currency', 'Status', 'Fee'],
  },
  read: { zone: '+00:00', currency: ['Converted Currency', 'Currency'], charged: 'Currency' },
  columns: {
    ref: 'id',
    on: ['Created date (UTC)', 'Created (UTC)'],
    amount: ['Converted Amount', 'Amount'],
    item: 'Description',
    name: 'Customer Description',
    email: 'Customer Email',
  },
  states: ['Status'],
  rows: [
    { when: { Status: ['Failed'] }, is: 'skip', reason: 'failed' },
    {
      when: {
        Status: [
          'requires_capture',
          'Uncaptured',
          'requires_payment_method',
          'requires_action',
          'requires_confirmation',
        ],
      },
      is: 'skip',
      reason: 'not-paid',
    },
    { when: { Status: ['canceled', 'cancelled'] }, is: 'skip', reason: 'cancelled' },
    { when: { Status: ['Refunded'] }, is: 'refunded' },
    { when: { Status: ['Paid'] }, is: 'sale' },
    { when: { Status: ['Disputed'] }, is: 'sale', warn: 'disputed' },
  ],
  refund: { amount: ['Converted Amount Refunded', 'Amount Refunded'], on: 'Refunded date (UTC)' },
  payer: { space: 'stripe', key: 'Customer ID', strong: true, name: 'Customer Description' },
  fees: ['Fee'],
}
