import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'tiktok-orders',
  title: { en: 'TikTok Shop orders', zh: 'TikTok Shop 订单' },
  kind: 'purchases',
  service: 'tiktok',
  recognise: {
    all: [
      'Order ID',
      'Order Status',
      'SKU Subtotal After Discount',
      'Order Amount',
      'Order Refund Amount',
      'Paid Time',
    ],
  },
  lines: { amount: 'once' },
  columns: {
    ref: 'Order ID',
    on: ['Paid Time', 'Created Time'],
    amount: 'Order Amount',
    discount: 'SKU Seller Discount',
    item: { of: ['Product Name'], count: 'Quantity' },
    method: 'Payment Method',
    note: 'Buyer Message',
    name: [{ of: ['Recipient'], unmasked: true }],
    phone: [{ of: ['Phone #'], unmasked: true }],
  },
  states: ['Order Status'],
  rows: [
    // The row under the headings says what each of them means.
    { when: { 'Order ID': { match: 'order id' } }, is: 'skip', reason: 'header-again' },
    { when: { 'Order Status': ['Unpaid', 'Belum dibayar', 'Não pago', '未付款'] }, is: 'skip', reason: 'not-paid' },
    {
      when: { 'Order Status': ['Canceled', 'Cancelled', 'Dibatalkan', 'Cancelado', '已取消'] },
      is: 'skip',
      reason: 'cancelled',
    },
    {
      when: {
        'Order Status': [
          'To ship',
          'Awaiting shipment',
          'Awaiting collection',
          'In transit',
          'Shipped',
          'Delivered',
          'Completed',
          'Perlu dikirim',
          'Dikirim',
          'Selesai',
          '待发货',
          '已发货',
          '已完成',
        ],
      },
      is: 'sale',
    },
  ],
  refund: { amount: 'Order Refund Amount' },
  payer: { space: 'tiktok', key: { of: ['Buyer Username'], unmasked: true }, strong: true },
}
