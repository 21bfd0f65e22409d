import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'etsy-deposits',
  title: { en: 'Etsy deposits', zh: 'Etsy 打款记录' },
  kind: 'refuse',
  service: 'etsy',
  instead: {
    en: 'it is what Etsy paid out to the bank: take the sold orders (Settings, Options, Download Data)',
    zh: '里面是打到银行的钱，请改用 Download Data 里导出的订单',
  },
  recognise: { all: ['Date', 'Amount', 'Status', 'Bank Account Ending Digits'] },
  columns: {},
  rows: [{ when: {}, is: 'skip', reason: 'own-money' }],
}
