import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'wechat-fund-bill',
  title: { en: 'WeChat Pay fund bill', zh: '微信支付资金账单' },
  kind: 'refuse',
  service: 'wechat',
  instead: {
    en: 'sales, fees and withdrawals are mixed in it: take the trade bill (交易账单)',
    zh: '里面混着交易、手续费和提现，请改用“交易账单”',
  },
  recognise: { all: ['记账时间', '微信支付业务单号', '资金流水单号', '收支类型'] },
  columns: {},
  rows: [{ when: {}, is: 'skip', reason: 'not-a-sale' }],
}
