import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'meituan-buyer',
  title: { en: 'Meituan bill of a buyer', zh: '美团交易账单（买家）' },
  kind: 'refuse',
  service: 'meituan',
  instead: {
    en: 'it is what the owner bought: take the bill of the shop (商家中心, 订单明细)',
    zh: '里面是自己买的东西，请改用商家中心的“订单明细”',
  },
  recognise: { all: ['交易创建时间', '交易成功时间', '订单标题', '收/支', '订单金额', '实付金额'] },
  columns: {},
  rows: [{ when: {}, is: 'skip', reason: 'own-spending' }],
}
