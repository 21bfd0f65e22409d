import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'amazon-orders',
  title: { en: 'Amazon orders (all orders report)', zh: '亚马逊订单（所有订单报告）' },
  kind: 'purchases',
  service: 'amazon',
  recognise: { all: ['amazon-order-id', 'purchase-date', 'order-status', 'item-status', 'item-price', 'quantity'] },
  read: { currency: ['currency'] },
  lines: { amount: 'each' },
  columns: {
    ref: 'amazon-order-id',
    on: 'purchase-date',
    amount: {
      plus: ['item-price', 'shipping-price'],
      minus: ['item-promotion-discount', 'ship-promotion-discount'],
    },
    discount: { plus: ['item-promotion-discount'], positive: true },
    item: { of: ['product-name', 'sku'], count: 'quantity' },
  },
  states: ['order-status', 'item-status'],
  rows: [
    { when: { 'order-status': ['Cancelled', 'Canceled'] }, is: 'skip', reason: 'cancelled' },
    { when: { 'item-status': ['Cancelled', 'Canceled'] }, is: 'skip', reason: 'cancelled' },
    { when: { 'order-status': { match: '^pending' } }, is: 'skip', reason: 'not-paid' },
    {
      when: { 'order-status': { match: '^shipped - (returned|returning|rejected|lost|damaged)' } },
      is: 'sale',
      warn: 'claim-open',
    },
    { when: { 'order-status': { match: '^(shipped|unshipped|partiallyshipped|complete)' } }, is: 'sale' },
  ],
  remark: {
    en:
      'the price of the goods and of shipping: taxes that Amazon collects are left out, and refunds are not in ' +
      'this report',
    zh: '金额是货款加运费：亚马逊代收的税不算在内，退款不在这份报告里',
  },
}
