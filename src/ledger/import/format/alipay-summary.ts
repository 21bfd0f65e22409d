import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'alipay-summary',
  title: { en: 'Alipay merchant summary', zh: '支付宝业务汇总' },
  kind: 'refuse',
  service: 'alipay',
  instead: {
    en: 'it has the sum per shop and no single sale: take the detail bill (业务明细)',
    zh: '里面只有每家门店的合计，没有一笔笔的交易，请改用“业务明细”',
  },
  recognise: { all: ['门店编号', '门店名称', '交易订单总笔数', '退款订单总笔数'] },
  columns: {},
  rows: [{ when: {}, is: 'skip', reason: 'not-a-sale' }],
}
