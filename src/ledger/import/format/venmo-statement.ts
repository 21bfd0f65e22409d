import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'venmo-statement',
  title: { en: 'Venmo statement', zh: 'Venmo 账单' },
  kind: 'purchases',
  service: 'venmo',
  recognise: {
    all: ['ID', 'Datetime', 'Type', 'Status', 'From', 'To', 'Amount (total)', 'Amount (fee)', 'Funding Source'],
  },
  columns: {
    ref: 'ID',
    on: 'Datetime',
    amount: { plus: ['Amount (total)'], minus: ['Amount (tip)'] },
    item: 'Note',
    name: 'From',
  },
  states: ['Type', 'Status'],
  rows: [
    { when: { ID: 'empty' }, is: 'skip', reason: 'footer' },
    { when: { Type: { match: 'transfer' } }, is: 'skip', reason: 'own-money' },
    { when: { Status: ['Failed', 'Cancelled', 'Canceled', 'Expired', 'Declined'] }, is: 'skip', reason: 'failed' },
    { when: { Status: ['Pending', 'Held'] }, is: 'skip', reason: 'not-paid' },
    // Who asked for money stands under From: of a request that was paid nobody says who paid it.
    {
      when: { 'Amount (total)': 'negative', Type: ['Payment', 'Charge', 'Merchant Transaction'] },
      is: 'skip',
      reason: 'own-spending',
    },
    { when: { 'Amount (total)': 'positive', Type: ['Payment'], Status: ['Complete'] }, is: 'sale' },
  ],
  fees: ['Amount (fee)'],
  tips: ['Amount (tip)'],
}
