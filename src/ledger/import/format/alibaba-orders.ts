import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'alibaba-orders',
  title: { en: '1688 orders', zh: '1688 订单' },
  kind: 'purchases',
  service: 'alibaba',
  recognise: { all: ['订单编号', '买家公司名', '买家会员名', '货品总价(元)', '实付款(元)', '订单状态'] },
  read: { zone: '+08:00' },
  lines: { amount: 'once' },
  columns: {
    ref: '订单编号',
    on: ['订单付款时间', '订单创建时间'],
    amount: '实付款(元)',
    item: { of: ['货品标题'], count: '数量' },
    note: '买家留言',
    name: [{ of: ['收货人姓名'], unmasked: true }, '买家公司名'],
    phone: [
      { of: ['联系手机'], unmasked: true },
      { of: ['联系电话'], unmasked: true },
    ],
    address: '收货地址',
  },
  states: ['订单状态'],
  rows: [
    { when: { 订单编号: 'empty', 货品标题: 'filled' }, is: 'line' },
    { when: { 订单状态: ['等待买家付款', '待付款'] }, is: 'skip', reason: 'not-paid' },
    { when: { 订单状态: ['交易关闭', '交易取消', '已取消'], 订单付款时间: 'empty' }, is: 'skip', reason: 'closed' },
    { when: { 订单状态: ['交易关闭', '退款成功'] }, is: 'refunded' },
    {
      when: {
        订单状态: ['等待卖家发货', '等待买家确认收货', '等待买家收货', '已收货', '交易成功', '已发货', '待发货'],
      },
      is: 'sale',
    },
  ],
  payer: {
    space: 'alibaba',
    key: { of: ['买家会员名'], unmasked: true },
    strong: true,
    name: { of: ['收货人姓名'], unmasked: true },
  },
}
