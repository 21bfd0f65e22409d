import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'amazon-transactions',
  title: { en: 'Amazon transactions (date range report)', zh: '亚马逊交易（日期范围报告）' },
  kind: 'purchases',
  service: 'amazon',
  recognise: {
    all: ['date/time', 'type', 'order id', 'product sales', 'selling fees', 'other transaction fees', 'total'],
  },
  lines: { amount: 'each' },
  columns: {
    ref: 'order id',
    on: 'date/time',
    amount: { plus: ['product sales', 'shipping credits', 'promotional rebates'] },
    item: { of: ['description', 'sku'], count: 'quantity' },
  },
  states: ['type'],
  rows: [
    { when: { type: ['Order', 'Order Payment'], 'order id': 'filled' }, is: 'sale' },
    { when: { type: ['Refund', 'Order_Retrocharge'], 'order id': 'filled' }, is: 'refund' },
    { when: { type: ['Transfer', 'Disbursement'] }, is: 'skip', reason: 'own-money' },
    {
      when: {
        type: { match: 'fee|service|adjustment|shipping|advertis|debt|inventory|liquidation|reimbursement|tax' },
      },
      is: 'skip',
      reason: 'own-spending',
    },
  ],
  refund: {
    amount: { plus: ['product sales', 'shipping credits', 'promotional rebates'], positive: true },
    on: 'date/time',
    of: 'order id',
  },
  fees: ['selling fees', 'fba fees', 'other transaction fees'],
}
