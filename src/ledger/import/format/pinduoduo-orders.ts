import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'pinduoduo-orders',
  title: { en: 'Pinduoduo orders', zh: '拼多多订单' },
  kind: 'purchases',
  service: 'pinduoduo',
  recognise: { all: ['订单号', '订单状态', '商家实收金额(元)', ['拼单成功时间', '订单成交时间']] },
  read: { zone: '+08:00' },
  columns: {
    ref: '订单号',
    on: ['订单成交时间', '拼单成功时间'],
    amount: '商家实收金额(元)',
    discount: '店铺优惠折扣(元)',
    item: '商品',
    note: '商家备注',
  },
  states: ['订单状态', '售后状态'],
  rows: [
    { when: { 订单状态: ['已取消'] }, is: 'skip', reason: 'cancelled' },
    { when: { 订单状态: ['待支付'] }, is: 'skip', reason: 'not-paid' },
    { when: { 订单状态: { match: '^(未发货|已发货|已签收|已收货),退款成功$' } }, is: 'refunded' },
    {
      when: { 订单状态: ['待发货', '已发货，待签收', '已发货，待收货', '已签收', '已收货'], 售后状态: ['退款成功'] },
      is: 'refunded',
    },
    {
      when: {
        订单状态: ['待发货', '已发货，待签收', '已发货，待收货', '已签收', '已收货'],
        售后状态: { match: '中$|待' },
      },
      is: 'sale',
      warn: 'claim-open',
    },
    { when: { 订单状态: ['待发货', '已发货，待签收', '已发货，待收货', '已签收', '已收货'] }, is: 'sale' },
  ],
  refund: { on: '确认收货时间' },
}
