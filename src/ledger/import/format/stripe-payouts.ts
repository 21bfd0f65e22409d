import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'stripe-payouts',
  title: { en: 'Stripe payouts', zh: 'Stripe 提现记录' },
  kind: 'refuse',
  service: 'stripe',
  instead: {
    en: 'it is what Stripe paid out to the bank: take the payments (Payments, Export)',
    zh: '里面是打到银行的钱，请改用 Payments 里导出的收款',
  },
  recognise: { all: ['id', 'Amount', 'Arrival Date (UTC)', 'Source Type', 'Status', 'Balance Transaction'] },
  columns: {},
  rows: [{ when: {}, is: 'skip', reason: 'own-money' }],
}
