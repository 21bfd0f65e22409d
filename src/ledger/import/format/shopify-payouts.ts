import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'shopify-payouts',
  title: { en: 'Shopify payouts', zh: 'Shopify 提现记录' },
  kind: 'refuse',
  service: 'shopify',
  instead: {
    en: 'it is what Shopify paid out to the bank: take the orders (Orders, Export)',
    zh: '里面是打到银行的钱，请改用订单列表（Orders）导出的文件',
  },
  recognise: { all: ['Payout Date', 'Status', 'Charges', 'Refunds', 'Adjustments', 'Fees', 'Total'] },
  columns: {},
  rows: [{ when: {}, is: 'skip', reason: 'own-money' }],
}
