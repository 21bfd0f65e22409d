import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'wechat-shop-orders',
  title: { en: 'WeChat shop orders', zh: '微信小店订单' },
  kind: 'purchases',
  service: 'wechat-shop',
  recognise: { all: ['订单号', '订单下单时间', '订单实际支付金额', '商品已退款金额', '订单状态'] },
  read: { zone: '+08:00' },
  lines: { amount: 'once', refund: 'each' },
  columns: {
    ref: '订单号',
    on: ['支付时间', '订单下单时间'],
    amount: ['订单实际收款金额', '订单实际支付金额'],
    discount: { plus: ['商品优惠', '商品改价'] },
    item: '商品名称',
    method: '支付方式',
    note: '商家备注',
    name: { of: ['收件人姓名'], unmasked: true },
    phone: { of: ['收件人手机'], unmasked: true },
    address: { of: ['收件人地址'], unmasked: true },
  },
  states: ['订单状态'],
  rows: [
    { when: { 订单状态: ['待付款'] }, is: 'skip', reason: 'not-paid' },
    { when: { 订单状态: ['已取消'], 支付时间: 'empty' }, is: 'skip', reason: 'cancelled' },
    { when: { 订单状态: ['已取消'] }, is: 'refunded' },
    { when: { 订单状态: ['待发货', '已发货', '已完成'] }, is: 'sale' },
  ],
  refund: { amount: '商品已退款金额' },
  pairs: { service: 'wechat', ref: '交易单号' },
  fees: ['技术服务费', '带货费用'],
}
