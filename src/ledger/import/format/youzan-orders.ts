import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'youzan-orders',
  title: { en: 'Youzan orders', zh: '有赞订单' },
  kind: 'purchases',
  service: 'youzan',
  recognise: { all: ['订单号', '应收订单金额', '订单实付金额', '买家手机号', '订单状态'] },
  read: { zone: '+08:00' },
  columns: {
    ref: '订单号',
    on: ['买家付款时间', '订单创建时间'],
    amount: '订单实付金额',
    discount: '店铺优惠合计',
    item: '全部商品名称',
    method: '付款方式',
    note: '商家订单备注',
    name: [
      { of: ['收货人/提货人'], where: { same: ['收货人手机号/提货人手机号', '买家手机号'] }, unmasked: true },
      { of: ['挂账主体'], unmasked: true },
    ],
    called: { of: ['买家昵称'], unmasked: true },
    phone: [
      { of: ['买家手机号'], unmasked: true },
      { of: ['挂账手机号'], unmasked: true },
    ],
  },
  states: ['订单状态'],
  rows: [
    { when: { 订单状态: ['待付款', '等待买家付款'] }, is: 'skip', reason: 'not-paid' },
    { when: { 订单状态: ['交易关闭'], 买家付款时间: 'empty' }, is: 'skip', reason: 'closed' },
    { when: { 订单状态: ['交易关闭'] }, is: 'refunded' },
    { when: { 订单状态: ['等待商家发货', '商家已发货', '交易完成'], 付款方式: { match: '挂账' } }, is: 'owed' },
    { when: { 订单状态: ['等待商家发货', '商家已发货', '交易完成'] }, is: 'sale' },
  ],
  owed: '应收订单金额',
  refund: { amount: '订单已退款金额' },
}
