import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'woo-orders',
  title: { en: 'WooCommerce orders (Analytics)', zh: 'WooCommerce 订单（分析）' },
  kind: 'purchases',
  service: 'woo',
  recognise: { all: ['Date', 'Order #', 'Customer', 'Customer type', 'Product(s)', 'Items sold'] },
  columns: {
    ref: 'Order #',
    on: 'Date',
    amount: ['N. Revenue (formatted)', 'Net Sales'],
    item: 'Product(s)',
    name: 'Customer',
  },
  states: ['Status'],
  rows: [
    // Owners leave the column out: then an order of which nothing is left says so by its revenue.
    { when: { Status: 'empty', 'N. Revenue (formatted)': 'zero' }, is: 'skip', reason: 'nothing-sold' },
    { when: { Status: 'empty' }, is: 'sale' },
    { when: { Status: { match: '^(wc-)?(completed|processing)$' } }, is: 'sale' },
    { when: { Status: { match: '^(wc-)?(on-hold|pending|checkout-draft)$' } }, is: 'skip', reason: 'not-paid' },
    { when: { Status: { match: '^(wc-)?failed$' } }, is: 'skip', reason: 'failed' },
    { when: { Status: { match: '^(wc-)?(cancelled|trash)$' } }, is: 'skip', reason: 'cancelled' },
    { when: { Status: { match: '^(wc-)?refunded$' } }, is: 'skip', reason: 'refunded-in-full' },
  ],
  remark: { en: 'amounts are net revenue: refunds are taken off already', zh: '金额是净收入，退款已经减掉' },
}
