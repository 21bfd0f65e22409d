import type { Words } from '../en.ts'

export const account: Words['account'] = {
  statement: {
    title: (who, from, to) => `${who}   ${from} 到 ${to}`,
    heads: ['日期', '单', '', '应付', '已付', '余额'],
    opening: '上期结转',
    kinds: { purchase: '消费', refund: '退款', payment: '还款', opening: '期初' },
    handedBack: '退还预存',
  },
  letter: {
    fromShop: (name, shop, said) => `${name}您好，您在${shop}的账：${said}。`,
    said: (name, said) => `${name}您好，您在本店的账：${said}。`,
    before: (day, stood) => `${day} 前${stood}`,
    beforeMonth: (_, stood) => `上月底${stood}`,
    owed: (money) => `欠 ${money}`,
    hadCredit: (money) => `预存 ${money}`,
    alreadyOwed: (money) => `原欠 ${money}`,
    alreadyHadCredit: (money) => `原有预存 ${money}`,
    kinds: { purchase: '消费', refund: '退款', payment: '付款' },
    handedBack: '退还预存',
    paidThen: (what, money) => `${what}（当时付 ${money}）`,
    nothingNew: (from, to) => `${from} 到 ${to} 没有新的欠款和付款`,
    nothingNewInMonth: () => '本月没有新的欠款和付款',
    nowOwes: (money) => `现欠 ${money}`,
    nowHasCredit: (money) => `现预存 ${money}`,
    nowOwesNothing: '现两清',
  },
  balances: {
    nobody: '没有欠款，也没有预存。',
    owe: (count, money) => `欠款 ${count} 位，共 ${money}`,
    nobodyOwes: '没有欠款',
    haveCredit: (count, money) => `预存 ${count} 位，共 ${money}（店里欠客户）`,
    heads: ['', '共欠', '30天内', '31-60天', '61-90天', '90天以上', '上次催'],
    never: '没催过',
    credits: '预存',
    next: (id) => [`收款：regulars pay ${id} 金额   对账：regulars statement ${id}`, `催过：regulars done ${id} --about debt`],
  },
}
