import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'wechat-merchant',
  title: { en: 'WeChat Pay merchant trade bill', zh: '微信支付商户交易账单' },
  kind: 'purchases',
  service: 'wechat',
  recognise: { all: ['公众账号ID', '微信订单号', '商户订单号', '交易状态', ['应结订单金额', '总金额']] },
  read: { stop: '^总交易单数', zone: '+08:00', currency: ['货币种类'] },
  columns: {
    ref: '微信订单号',
    on: '交易时间',
    amount: ['应结订单金额', '总金额'],
    discount: { plus: ['订单金额'], minus: ['应结订单金额'] },
    item: '商品名称',
    method: '付款银行',
  },
  states: ['交易状态', '退款状态'],
  rows: [
    { when: { 交易状态: ['SUCCESS'] }, is: 'sale' },
    { when: { 交易状态: ['REFUND'], 退款状态: ['FAIL'] }, is: 'skip', reason: 'failed' },
    { when: { 交易状态: ['REFUND'], 退款状态: ['CHANGE'] }, is: 'refund', warn: 'refund-stuck' },
    { when: { 交易状态: ['REFUND'], 退款状态: ['SUCCESS', 'PROCESSING'] }, is: 'refund' },
    { when: { 交易状态: ['REVOKED'] }, is: 'refund' },
  ],
  refund: {
    amount: ['退款金额', '申请退款金额'],
    on: ['退款成功时间', '交易时间'],
    of: '微信订单号',
    ref: { of: ['微信退款单号'], remove: '^0$' },
  },
  payer: { space: 'openid', key: '用户标识', strong: true },
  fees: ['手续费'],
  totals: [
    {
      match: '总交易单数.*\\n\\d+,(?<sum>[\\d.]+),',
      when: { 交易状态: ['SUCCESS'] },
      sum: '应结订单金额',
    },
  ],
}
