import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const habits: Words['habits'] = {
  favourites: (items) => `常买 ${items}`,
  favourite: (item, days) => `${item}（${days} 次）`,
  weekday: (weekday, days, of) => `多在${weekday}来（${of} 天里 ${days} 天）`,
  basket: (money) => `一次约 ${money}`,
  runsOut: (items) => `快用完 ${items}`,
  runsOutOn: (item, day) => `${item}（${day} 前后）`,
  paysLate: (days, purchases) => `付款一般晚 ${days} 天（${grouped(purchases)} 笔）`,
  paysEarly: (days, purchases) => `付款一般早 ${days} 天（${grouped(purchases)} 笔）`,
  paysInTime: (purchases) => `付款一般当天（${grouped(purchases)} 笔）`,
  loyalty: { high: '忠诚', low: '还不算忠诚' },
  signs: (loyalty, signs, known) => `${loyalty}：知道的 ${known} 条里占 ${signs} 条`,
  shareBefore: (day, share) => `${day} ${share} %`,
  shareWas: (share, before) => `${share}（以前 ${before}）`,
  persons: '他们的人',
  open: {
    title: '没办完的：',
    nothing: '没有留下没办完的事。',
    debt: (money, oldest, days) => `欠 ${money}，最早 ${oldest}（${days} 天）`,
    question: (day) => `${day} 问过，还没回话`,
    promise: (day) => `约好 ${day} 回话`,
    refund: (day, money) => `最近一次退款 ${day} ${money}`,
  },
}

export const person: Words['person'] = {
  added: (person, who) => `已记下 ${who} 的人：${person}`,
  removed: (person, who) => `已去掉 ${who} 的人：${person}`,
  none: (who, id) => `${who} 还没有记下人。   添加：regulars person add ${id} 姓名 --role 决策`,
  next: (id) => `再添一位：regulars person add ${id} 姓名 --role 付款   全部情况：regulars show ${id}`,
  heads: { name: '姓名', role: '角色', phone: '电话', birthday: '生日', style: '性格' },
}
