import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'meituan-takeaway',
  title: { en: 'Meituan takeaway bill', zh: '美团外卖账单（订单明细）' },
  kind: 'purchases',
  service: 'meituan',
  recognise: { all: ['交易类型', '订单号', '下单时间', '商家应收款', '商品总价', '账单日期'] },
  read: { empty: ['-'], zone: '+08:00' },
  columns: {
    ref: '订单号',
    on: '下单时间',
    amount: { plus: ['商品总价', '打包费', '商家活动支出'] },
    discount: { plus: ['商家活动支出'], positive: true },
  },
  states: ['交易类型', '订单状态'],
  rows: [
    { when: { 交易类型: ['商服赔付', '餐损赔付', '流量助手节省转入广告', '保险'] }, is: 'skip', reason: 'not-a-sale' },
    { when: { 交易类型: ['外卖订单'], 商家应收款: 'negative' }, is: 'refund' },
    { when: { 交易类型: ['外卖订单'], 订单状态: ['已取消'] }, is: 'skip', reason: 'cancelled' },
    { when: { 交易类型: ['外卖订单'], 订单状态: ['已完成', '已送达'] }, is: 'sale' },
  ],
  refund: {
    amount: { plus: ['商品总价', '打包费', '商家活动支出'], positive: true },
    on: ['退款时间', '账单日期'],
    of: '订单号',
  },
  fees: ['平台服务费'],
}
