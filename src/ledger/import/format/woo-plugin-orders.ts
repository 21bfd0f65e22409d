import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'woo-plugin-orders',
  title: { en: 'WooCommerce orders (export plugin)', zh: 'WooCommerce 订单（导出插件）' },
  kind: 'purchases',
  service: 'woo',
  recognise: { all: ['order_id', 'order_number', 'order_date', 'status', 'order_total', 'billing_email'] },
  read: { currency: ['order_currency'] },
  columns: {
    ref: ['order_number', 'order_id'],
    on: ['paid_date', 'order_date'],
    amount: 'order_total',
    discount: ['discount_total', 'cart_discount'],
    item: {
      join: [
        { of: ['line_item_1'], match: 'name:([^|]+)' },
        { of: ['line_item_2'], match: 'name:([^|]+)' },
      ],
      with: ', ',
    },
    method: ['payment_method_title', 'payment_method'],
    note: 'customer_note',
    name: { name: { first: ['billing_first_name'], last: ['billing_last_name'], firm: ['billing_company'] } },
    email: ['billing_email', 'customer_email'],
    phone: 'billing_phone',
    address: { join: ['billing_address_1', 'billing_postcode', 'billing_city'], with: ', ' },
  },
  states: ['status'],
  rows: [
    { when: { status: { match: '^(wc-)?(completed|processing)$' } }, is: 'sale' },
    { when: { status: { match: '^(wc-)?(on-hold|pending|checkout-draft)$' } }, is: 'skip', reason: 'not-paid' },
    { when: { status: { match: '^(wc-)?failed$' } }, is: 'skip', reason: 'failed' },
    { when: { status: { match: '^(wc-)?(cancelled|trash)$' } }, is: 'skip', reason: 'cancelled' },
    { when: { status: { match: '^(wc-)?refunded$' } }, is: 'refunded' },
  ],
}
