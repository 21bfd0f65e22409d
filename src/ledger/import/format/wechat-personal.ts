import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'wechat-personal',
  title: { en: 'WeChat Pay bill', zh: '微信支付账单' },
  kind: 'purchases',
  service: 'wechat',
  recognise: { all: ['交易时间', '交易类型', '交易对方', '收/支', '当前状态', '交易单号'], none: ['公众账号ID'] },
  read: { empty: ['/'], zone: '+08:00' },
  columns: {
    ref: '交易单号',
    on: '交易时间',
    amount: ['金额(元)', '金额'],
    method: '支付方式',
    item: [
      { of: ['商品'], match: '付款方留言[:：](.+)$' },
      { of: ['商品'], match: '转账备注[:：](?!微信转账)(.+)$' },
    ],
  },
  states: ['当前状态', '交易类型', '收/支'],
  rows: [
    { when: { 交易类型: { match: '-退款$' } }, is: 'skip', reason: 'own-spending-back' },
    { when: { '收/支': ['支出'] }, is: 'skip', reason: 'own-spending' },
    { when: { '收/支': ['中性交易'] }, is: 'skip', reason: 'own-money' },
    { when: { '收/支': 'empty' }, is: 'skip', reason: 'own-money' },
    {
      when: { '收/支': ['收入'], 交易类型: { match: '^(微信红包|赞赏码|分分捐|亲属卡交易)' } },
      is: 'skip',
      reason: 'gift',
    },
    { when: { '收/支': ['收入'], 交易类型: ['群收款'] }, is: 'skip', reason: 'shared-bill' },
    { when: { '收/支': ['收入'], 当前状态: { match: '已退还|已退回' } }, is: 'skip', reason: 'sent-back' },
    {
      when: {
        '收/支': ['收入'],
        交易类型: ['转账'],
        当前状态: ['已收钱', '已存入零钱', '已到账', '已转账', '支付成功', '朋友已收钱', '对方已收钱'],
      },
      is: 'sale',
      warn: 'transfer',
    },
    {
      when: {
        '收/支': ['收入'],
        交易类型: ['二维码收款'],
        当前状态: ['已收钱', '已存入零钱', '已到账', '支付成功', '朋友已收钱', '对方已收钱'],
      },
      is: 'sale',
    },
    {
      when: { '收/支': ['收入'], 交易类型: ['二维码收款', '转账'], 当前状态: { match: '^已(全额)?退款' } },
      is: 'refunded',
    },
  ],
  refund: { amount: { of: ['当前状态'], match: '已退款\\s*[(（]?\\s*[¥￥]?\\s*([\\d.,]+)' } },
  payer: { space: 'wechat', key: '交易对方', strong: false, name: '交易对方' },
  totals: [
    {
      match: '收入[:：]\\s*(?<count>\\d+)\\s*笔\\s*(?<sum>[\\d.,]+)\\s*元',
      when: { '收/支': ['收入'] },
      sum: '金额(元)',
    },
    {
      match: '支出[:：]\\s*(?<count>\\d+)\\s*笔\\s*(?<sum>[\\d.,]+)\\s*元',
      when: { '收/支': ['支出'] },
      sum: '金额(元)',
    },
  ],
}
