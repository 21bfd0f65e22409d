import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'alipay-personal',
  title: { en: 'Alipay bill', zh: '支付宝账单' },
  kind: 'purchases',
  service: 'alipay',
  recognise: { all: ['交易时间', '交易分类', '对方账号', '商品说明', '收/付款方式', '交易订单号'] },
  read: { empty: ['/'], zone: '+08:00', stop: '^(-{5,}|共\\d+笔|已收入|注[:：])' },
  columns: {
    ref: '交易订单号',
    on: '交易时间',
    amount: '金额',
    method: '收/付款方式',
    item: { of: ['商品说明'], remove: '^(收钱码收款|商家收款|转账|收款)$' },
    note: '备注',
  },
  states: ['交易状态', '收/支'],
  rows: [
    { when: { 交易状态: ['交易关闭'] }, is: 'skip', reason: 'closed' },
    { when: { '收/支': ['支出'], 交易状态: ['退款成功'], 交易订单号: { match: '^\\d+_' } }, is: 'refund' },
    { when: { 交易状态: ['退款成功'], 交易订单号: { match: '^\\d+_' } }, is: 'refund', otherwise: 'own-spending-back' },
    { when: { 交易状态: ['退款成功'] }, is: 'skip', reason: 'own-spending-back' },
    { when: { '收/支': ['支出'] }, is: 'skip', reason: 'own-spending' },
    { when: { '收/支': ['不计收支', '其他'] }, is: 'skip', reason: 'own-money' },
    { when: { '收/支': 'empty' }, is: 'skip', reason: 'own-money' },
    {
      when: { '收/支': ['收入'], 交易状态: ['交易成功', '已到账', '支付成功'], 交易分类: ['转账红包', '转账'] },
      is: 'sale',
      warn: 'transfer',
    },
    { when: { '收/支': ['收入'], 交易状态: ['交易成功', '已到账', '支付成功'] }, is: 'sale' },
  ],
  refund: { amount: '金额', on: '交易时间', of: { of: ['交易订单号'], match: '^(\\d+)_' }, ref: '交易订单号' },
  payer: { space: 'alipay', key: { join: ['交易对方', '对方账号'], with: '/' }, strong: false, name: '交易对方' },
  totals: [
    {
      match: '(?<!不计)收入[:：]\\s*(?<count>\\d+)\\s*笔\\s*(?<sum>[\\d.,]+)\\s*元',
      when: { '收/支': ['收入'] },
      sum: '金额',
    },
    { match: '支出[:：]\\s*(?<count>\\d+)\\s*笔\\s*(?<sum>[\\d.,]+)\\s*元', when: { '收/支': ['支出'] }, sum: '金额' },
  ],
}
