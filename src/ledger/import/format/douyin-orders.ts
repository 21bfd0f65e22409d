import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'douyin-orders',
  title: { en: 'Douyin shop orders', zh: '抖音小店订单' },
  kind: 'purchases',
  service: 'douyin',
  recognise: { all: ['主订单编号', '子订单编号', '订单应付金额', '订单提交时间', '订单状态'] },
  read: { zone: '+08:00' },
  lines: { amount: 'each', refund: 'each' },
  columns: {
    ref: '主订单编号',
    on: ['支付完成时间', '订单提交时间'],
    amount: '订单应付金额',
    discount: { plus: ['商家优惠', '商家改价'] },
    item: '选购商品',
    method: '支付方式',
    note: '商家备注',
  },
  states: ['订单状态', '售后状态'],
  rows: [
    { when: { 订单状态: ['待支付'] }, is: 'skip', reason: 'not-paid' },
    { when: { 订单状态: ['已关闭'], 支付完成时间: 'empty' }, is: 'skip', reason: 'closed' },
    { when: { 订单状态: ['已关闭'] }, is: 'refunded' },
    { when: { 订单状态: ['待发货', '已发货', '已完成'], 售后状态: ['退款成功'] }, is: 'refunded' },
    { when: { 订单状态: ['待发货', '已发货', '已完成'], 售后状态: 'empty' }, is: 'sale' },
    { when: { 订单状态: ['待发货', '已发货', '已完成'], 售后状态: ['售后关闭'] }, is: 'sale' },
    { when: { 订单状态: ['待发货', '已发货', '已完成'], 售后状态: 'filled' }, is: 'sale', warn: 'claim-open' },
  ],
  fees: ['手续费'],
}
