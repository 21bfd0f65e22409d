import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'jd-buyer',
  title: { en: 'JD bill of a buyer', zh: '京东交易账单（买家）' },
  kind: 'refuse',
  service: 'jd',
  instead: {
    en: 'it is what the owner bought: take the orders of the shop (京麦, 订单导出)',
    zh: '里面是自己买的东西，请改用店铺后台（京麦）导出的订单',
  },
  recognise: { all: ['商户名称', '交易说明', '收/付款方式', '交易分类', '商家订单号'] },
  columns: {},
  rows: [{ when: {}, is: 'skip', reason: 'own-spending' }],
}
