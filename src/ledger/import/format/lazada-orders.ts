import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'lazada-orders',
  title: { en: 'Lazada orders', zh: 'Lazada 订单' },
  kind: 'purchases',
  service: 'lazada',
  recognise: { all: ['orderItemId', 'lazadaId', 'orderNumber', 'createTime', 'paidPrice', 'unitPrice', 'status'] },
  lines: { amount: 'each', refund: 'each' },
  columns: {
    ref: 'orderNumber',
    on: 'createTime',
    amount: 'paidPrice',
    discount: { plus: ['sellerDiscountTotal'], positive: true },
    item: 'itemName',
    method: 'payMethod',
    name: [{ of: ['customerName'], unmasked: true }],
    email: [{ of: ['customerEmail'], unmasked: true }],
    phone: [
      { of: ['billingPhone'], unmasked: true },
      { of: ['shippingPhone'], unmasked: true },
    ],
  },
  states: ['status'],
  rows: [
    { when: { status: ['unpaid'] }, is: 'skip', reason: 'not-paid' },
    { when: { status: ['canceled', 'cancelled'] }, is: 'skip', reason: 'cancelled' },
    { when: { status: ['failed', 'failed_delivery', 'delivery failed'] }, is: 'skip', reason: 'failed' },
    { when: { status: ['returned'] }, is: 'refunded' },
    {
      when: { status: ['pending', 'packed', 'repacked', 'ready_to_ship', 'shipped', 'delivered', 'confirmed'] },
      is: 'sale',
    },
  ],
  refund: { amount: 'refundAmount' },
}
