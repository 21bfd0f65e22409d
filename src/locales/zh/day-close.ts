import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const dayClose: Words['dayClose'] = {
  title: (day) => `${day} 日结`,
  sales: '消费',
  times: (count) => `${grouped(count)} 笔`,
  unsaid: '没写方式',
  fromCredit: '从预存扣',
  unpaid: '赊账',
  refunds: '退款',
  inCash: (money) => `其中当面退还 ${money}`,
  payments: '还款',
  topUps: '充值',
  bonus: (money) => `另送 ${money}`,
  paidOut: '退还预存',
  heads: ['收款方式', '消费', '还款', '充值', '退出去', '合计'],
  next: (day) => `当天消费：regulars purchases --on ${day}   怎么算的：regulars report day --on ${day} --explain`,
  explain: [
    '消费是当天没作废的，散客也算；付法有三种：当场付、从预存扣、赊账。',
    '还款先冲欠款，余下存着的算充值。赠送是店里送的，没有收钱。',
    '收款方式照 --method 写的分。退款不记方式，合计里没有减。',
  ],
}
