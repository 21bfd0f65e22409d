import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'toast-payments',
  title: { en: 'Toast payments (PaymentDetails)', zh: 'Toast 付款（PaymentDetails）' },
  kind: 'purchases',
  service: 'toast',
  recognise: {
    all: ['Payment Id', 'Order Id', 'Paid Date', 'Amount', 'Tip', 'Total', 'Refund Amount', 'Void Date', 'Status'],
  },
  columns: {
    ref: 'Order Id',
    on: 'Paid Date',
    amount: 'Amount',
    method: ['Other Type', 'Card Type', 'Type'],
    email: 'Email',
    phone: 'Phone',
    by: 'Server',
  },
  states: ['Status'],
  rows: [
    { when: { Status: ['VOIDED', 'VOID'] }, is: 'skip', reason: 'voided' },
    { when: { 'Void Date': 'filled' }, is: 'skip', reason: 'voided' },
    { when: { Status: ['DENIED', 'ERROR', 'CANCELLED'] }, is: 'skip', reason: 'failed' },
    { when: { Status: ['AUTHORIZED', 'OPEN', 'PROCESSING'] }, is: 'skip', reason: 'not-paid' },
    { when: { Status: ['CAPTURED', 'CLOSED'] }, is: 'sale' },
    { when: { Status: 'empty' }, is: 'sale' },
  ],
  refund: { amount: 'Refund Amount', on: 'Refund Date' },
  fees: ['V/MC/D Fees'],
  tips: ['Tip', 'Gratuity'],
}
