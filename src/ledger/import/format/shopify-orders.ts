import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'shopify-orders',
  title: { en: 'Shopify orders', zh: 'Shopify 订单' },
  kind: 'purchases',
  service: 'shopify',
  recognise: { all: ['Name', 'Financial Status', 'Paid at', 'Total', 'Lineitem name'] },
  read: { currency: ['Currency'] },
  lines: { amount: 'each' },
  columns: {
    ref: 'Name',
    on: ['Paid at', 'Created at'],
    amount: 'Total',
    paid: { plus: ['Total'], minus: ['Outstanding Balance'] },
    discount: 'Discount Amount',
    item: { of: ['Lineitem name'], count: 'Lineitem quantity' },
    method: 'Payment Method',
    note: 'Notes',
    name: ['Billing Name', 'Shipping Name'],
    email: 'Email',
    phone: ['Phone', 'Billing Phone', 'Shipping Phone'],
    address: { join: ['Shipping Address1', 'Shipping Address2', 'Shipping Zip', 'Shipping City'], with: ', ' },
  },
  states: ['Financial Status'],
  rows: [
    { when: { 'Financial Status': 'empty', Total: 'empty' }, is: 'line' },
    { when: { 'Financial Status': ['voided', 'expired'] }, is: 'skip', reason: 'closed' },
    { when: { 'Financial Status': ['pending', 'authorized', 'unpaid'] }, is: 'skip', reason: 'not-paid' },
    { when: { 'Financial Status': ['refunded'] }, is: 'refunded' },
    { when: { 'Financial Status': ['paid', 'partially_paid', 'partially_refunded'] }, is: 'sale' },
  ],
  refund: { amount: 'Refunded Amount' },
}
