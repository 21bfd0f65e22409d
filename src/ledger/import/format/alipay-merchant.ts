import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'alipay-merchant',
  title: { en: 'Alipay merchant detail bill', zh: '支付宝业务明细' },
  kind: 'purchases',
  service: 'alipay',
  recognise: { all: ['支付宝交易号', '商户订单号', '业务类型', '商家实收（元）'] },
  read: { stop: '^#', zone: '+08:00' },
  columns: {
    ref: '支付宝交易号',
    on: ['完成时间', '创建时间'],
    amount: '商家实收（元）',
    discount: { plus: ['商家优惠（元）', '商家红包消费金额（元）'] },
    item: '商品名称',
    note: '备注',
  },
  states: ['业务类型'],
  rows: [
    { when: { 业务类型: ['交易'] }, is: 'sale' },
    { when: { 业务类型: ['退款'] }, is: 'refund' },
  ],
  refund: {
    amount: { plus: ['商家实收（元）'], positive: true },
    on: ['完成时间', '创建时间'],
    of: '支付宝交易号',
    ref: '退款批次号/请求号',
  },
  pairs: { service: 'taobao', ref: { of: ['商户订单号'], match: '^T\\d+P(\\d+)' } },
  payer: { space: 'alipay', key: '对方账户', strong: false },
  fees: ['服务费（元）', '分润（元）'],
  totals: [
    {
      match: '交易合计[:：]\\s*(?<count>\\d+)\\s*笔[，,]\\s*商家实收共(?<sum>[-\\d.]+)元',
      when: { 业务类型: { not: ['退款'] } },
      sum: '商家实收（元）',
    },
    {
      match: '退款合计[:：]\\s*(?<count>\\d+)\\s*笔[，,]\\s*商家实收退款共(?<sum>[-\\d.]+)元',
      when: { 业务类型: ['退款'] },
      sum: '商家实收（元）',
    },
  ],
}
