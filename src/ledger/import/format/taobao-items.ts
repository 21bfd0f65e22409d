import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'taobao-items',
  title: { en: 'Taobao order lines', zh: '淘宝/天猫子订单列表' },
  kind: 'purchases',
  service: 'taobao',
  recognise: { all: ['子订单编号', '主订单编号', '买家应付货款', '订单状态'] },
  read: { zone: '+08:00', empty: ['无退款申请'] },
  lines: { amount: 'each', refund: 'each' },
  columns: {
    ref: '主订单编号',
    on: ['订单付款时间', '订单创建时间'],
    amount: '买家应付货款',
    item: ['商品标题', '宝贝标题'],
  },
  states: ['订单状态', '退款状态'],
  rows: [
    { when: { 订单状态: ['等待买家付款'] }, is: 'skip', reason: 'not-paid' },
    { when: { 订单状态: ['交易关闭'], 订单付款时间: 'empty' }, is: 'skip', reason: 'closed' },
    { when: { 订单状态: ['交易关闭'] }, is: 'refunded' },
    {
      when: { 订单状态: ['买家已付款，等待卖家发货', '卖家已发货，等待买家确认', '交易成功'], 退款状态: ['退款成功'] },
      is: 'refunded',
    },
    {
      when: {
        订单状态: ['买家已付款，等待卖家发货', '卖家已发货，等待买家确认', '交易成功'],
        退款状态: { match: '退款中|待' },
      },
      is: 'sale',
      warn: 'claim-open',
    },
    { when: { 订单状态: ['买家已付款，等待卖家发货', '卖家已发货，等待买家确认', '交易成功'] }, is: 'sale' },
  ],
  refund: { amount: '退款金额', on: '确认收货时间' },
}
