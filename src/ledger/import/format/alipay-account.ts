import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'alipay-account',
  title: { en: 'Alipay account bill', zh: '支付宝账务明细' },
  kind: 'refuse',
  service: 'alipay',
  instead: {
    en: 'it is the movements of the account, fees and withdrawals among them: take the detail bill (业务明细)',
    zh: '里面是账户进出，混着手续费和提现，请改用“业务明细”',
  },
  recognise: { all: ['账务流水号', '业务流水号', '收入金额（+元）', '支出金额（-元）'] },
  columns: {},
  rows: [{ when: {}, is: 'skip', reason: 'not-a-sale' }],
}
