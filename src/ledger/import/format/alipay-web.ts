import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'alipay-web',
  title: { en: 'Alipay transactions from the web site', zh: '支付宝交易记录明细（网页版）' },
  kind: 'purchases',
  service: 'alipay',
  recognise: {
    all: [
      '交易号',
      '商家订单号',
      '交易创建时间',
      '付款时间',
      '最近修改时间',
      '交易对方',
      '收/支',
      '交易状态',
      '成功退款（元）',
      '资金状态',
    ],
  },
  read: { empty: ['/'], zone: '+08:00', stop: '^(-{5,}|共\\d+笔|已收入|导出时间|用户)' },
  columns: {
    ref: '交易号',
    on: ['付款时间', '交易创建时间'],
    amount: '金额（元）',
    item: { of: ['商品名称'], remove: '^(收钱码收款|商家收款|转账|收款)$' },
    note: '备注',
  },
  states: ['交易状态', '收/支'],
  rows: [
    { when: { '收/支': ['支出'] }, is: 'skip', reason: 'own-spending' },
    { when: { '收/支': ['不计收支', '其他'] }, is: 'skip', reason: 'own-money' },
    { when: { '收/支': 'empty' }, is: 'skip', reason: 'own-money' },
    { when: { '收/支': ['收入'], 交易状态: ['交易关闭'], '成功退款（元）': 'positive' }, is: 'refunded' },
    { when: { '收/支': ['收入'], 交易状态: ['交易关闭'], 付款时间: 'filled', 资金状态: ['已收入'] }, is: 'refunded' },
    { when: { '收/支': ['收入'], 交易状态: ['交易关闭'] }, is: 'skip', reason: 'closed' },
    { when: { '收/支': ['收入'], 交易状态: ['等待付款', '等待买家付款'] }, is: 'skip', reason: 'not-paid' },
    { when: { '收/支': ['收入'], 交易状态: ['交易成功', '支付成功', '已到账'] }, is: 'sale' },
  ],
  refund: { amount: '成功退款（元）', on: '最近修改时间' },
  payer: { space: 'alipay', key: '交易对方', strong: false, name: '交易对方' },
  fees: ['服务费（元）'],
}
