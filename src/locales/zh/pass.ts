import type { Words } from '../en.ts'

export const pass: Words['pass'] = {
  sold: (visits) => `次卡 ${visits} 次`,
  until: (day) => `到 ${day} 止`,
  visit: (nth, visits, of) => `用${of} 第 ${nth} 次（共 ${visits} 次）`,
  numbered: (id) => `次卡 ${id}`,
  left: (visits) => `还剩 ${visits} 次`,
  usedUp: '用完了',
  over: '过期了',
  refunded: '退了',
  heads: {
    id: '单',
    customer: '客户',
    item: '物品',
    left: '还剩',
    visits: '共',
    soldOn: '买于',
    until: '到',
    amount: '金额',
    remark: '',
  },
  total: (passes, visits) => `能用的次卡 ${passes} 张，共 ${visits} 次`,
  none: '没有次卡。',
  use: '用一次：',
}
