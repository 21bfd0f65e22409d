import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'taobao-orders',
  title: { en: 'Taobao orders', zh: '淘宝/天猫订单列表' },
  kind: 'purchases',
  service: 'taobao',
  recognise: { all: ['订单编号', '买家应付货款', '订单状态', ['总金额', '买家实付金额']], none: ['子订单编号'] },
  read: { zone: '+08:00' },
  columns: {
    ref: '订单编号',
    on: ['订单付款时间', '订单创建时间'],
    amount: ['总金额', { of: ['买家应付货款'] }],
    item: ['宝贝标题', '商品标题'],
    method: { of: ['支付详情'], match: '(?:支付方式[:：]\\s*)?([^|:：]+?)\\s*(?:\\||$)' },
    name: [
      { of: ['收货人姓名'], unmasked: true },
      { of: ['收货地址'], match: '^\\s*([^，,]+)[，,]\\s*(?:86-)?[\\d*-]{6,}', unmasked: true },
    ],
    phone: [
      { of: ['联系手机'], unmasked: true },
      { of: ['联系电话'], unmasked: true },
      { of: ['收货地址'], match: '[，,]\\s*(?:86-)?(\\d[\\d-]{5,})\\s*(?=[，,]|$)' },
    ],
    address: [
      { of: ['收货地址'], match: '^[^，,]*[，,]\\s*(?:86-)?[\\d*-]{6,}\\s*[，,]\\s*(.+?)[\\s，,]*$' },
      { of: ['收货地址'], match: '^([^，,]*)$' },
    ],
  },
  states: ['订单状态'],
  rows: [
    { when: { 订单状态: ['等待买家付款'] }, is: 'skip', reason: 'not-paid' },
    { when: { 订单状态: ['交易关闭'], 订单付款时间: 'empty' }, is: 'skip', reason: 'closed' },
    { when: { 订单状态: ['交易关闭'] }, is: 'refunded' },
    { when: { 订单状态: ['买家已付款，等待卖家发货', '卖家已发货，等待买家确认', '交易成功'] }, is: 'sale' },
  ],
  refund: { amount: '退款金额', on: '确认收货时间' },
  pairs: { service: 'alipay', ref: '支付单号' },
  payer: {
    space: 'taobao',
    key: { of: ['买家会员名'], unmasked: true },
    strong: true,
    name: { of: ['收货人姓名'], unmasked: true },
  },
}
