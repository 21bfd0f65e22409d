import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'jd-orders',
  title: { en: 'JD orders', zh: '京东订单' },
  kind: 'purchases',
  service: 'jd',
  recognise: { all: ['订单号', '京东价', '应付金额', '下单帐号', '订单状态'] },
  read: { zone: '+08:00' },
  lines: { amount: 'once', refund: 'once' },
  columns: {
    ref: '订单号',
    on: ['付款确认时间', '下单时间'],
    amount: '应付金额',
    discount: { plus: ['订单金额'], minus: ['应付金额'] },
    item: '商品名称',
    method: '支付方式',
    name: { of: ['客户姓名'], unmasked: true },
    phone: { of: ['联系电话'], unmasked: true },
    address: { of: ['客户地址'], unmasked: true },
  },
  states: ['订单状态'],
  rows: [
    { when: { 订单状态: { match: '^\\(删除\\)' }, 付款确认时间: 'empty' }, is: 'skip', reason: 'not-paid' },
    { when: { 订单状态: { match: '^\\(取消\\)' }, 付款确认时间: 'empty' }, is: 'skip', reason: 'cancelled' },
    { when: { 订单状态: { match: '^\\((取消|删除)\\)' } }, is: 'refunded' },
    { when: { 订单状态: ['等待付款'] }, is: 'skip', reason: 'not-paid' },
    { when: { 订单状态: ['等待出库', '等待确认收货', '完成'], 付款确认时间: 'empty' }, is: 'skip', reason: 'not-paid' },
    { when: { 订单状态: ['等待出库', '等待确认收货', '完成'] }, is: 'sale' },
  ],
  payer: {
    space: 'jd',
    key: { of: ['下单帐号'], unmasked: true },
    strong: true,
    name: { of: ['客户姓名'], unmasked: true },
  },
}
