import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const points: Words['points'] = {
  has: (name, id, points, worth) => `${name} #${id}：积分 ${points}，可抵 ${worth}`,
  shortfall: (points) => `有 ${points} 分没能收回，以后的积分先补上`,
  lapsing: (said) => `过期：${said}`,
  lapses: (points, day) => `${day} ${points} 分`,
  heads: ['日期', '积分', '缘由'],
  why: {
    opening: '原有',
    earned: '消费所得',
    returned: '退回',
    redeemed: '兑换',
    adjusted: '调整',
    lapsed: '过期',
    reward: '介绍新客',
  },
  entry: (id) => `单 ${id}`,
  next: (id) => `结账时用：regulars buy ${id} 88 --redeem 100   调整：regulars points adjust ${id} 50 --reason 补记`,
  added: (name, id, points) => `${name} #${id} 加 ${points} 分`,
  taken: (name, id, points) => `${name} #${id} 减 ${points} 分`,
  now: (did, points, worth) => `${did}；现有 ${points}，可抵 ${worth}`,
  noneLapsed: '没有过期的积分。',
  lapsed: (customers, points) => `${grouped(customers)} 位客户的 ${points} 分过期了。`,
  owed: (day, customers, points, worth) => `${day} 积分：${grouped(customers)} 位共 ${points} 分，可抵 ${worth}`,
  nobody: '没有人有积分。',
  soon: (points) => `其中 ${points} 分 30 天内过期。`,
  missing: (points) => `有 ${points} 分已经兑掉，没能收回。`,
  reportHeads: ['', '客户', '积分', '可抵', '30 天内过期'],
  explain: [
    '积分：消费所得、原有的、送的，减去兑换、收回和过期的',
    '可抵：积分 × 策略 points.worth，全兑掉店里要出这么多',
  ],
  reportNext: '看一位：regulars points show 1   把过期的记下：regulars points expire',
  begin: '要给积分：regulars policy set points.earnPer 1',
  earned: (earned, now) => `+${earned} 分（共 ${now}）`,
  held: (points, worth) => `积分 ${points}（可抵 ${worth}）`,
}

export const coupon: Words['coupon'] = {
  value: (amount) => `减 ${amount}`,
  percent: (percent) => `减 ${percent} %`,
  min: (amount) => `满 ${amount}`,
  until: (day) => `到 ${day}`,
  uses: (uses) => `${uses} 次`,
  always: '不限次数',
  given: (code, terms, customers, type) =>
    `券 ${code}（${terms}）送给 ${grouped(customers)} 位。结账时：--coupon ${type}`,
  used: (code, name, id) => `${name} #${id} 用了券 ${code}`,
  none: '还没有券：regulars coupon give 春茶 --value 10 --tier A',
  heads: ['券', '面值', '送出', '用了', '带来'],
  next: '再送：regulars help coupon give',
  withIt: (code) => `券 ${code}`,
  redeemed: (points) => `抵 ${points} 分`,
  privilege: (said) => `优惠：${said}`,
  percentOf: (percent) => `buy --privilege 减 ${percent} %`,
  birthdayGift: (gift) => `生日礼：${gift}`,
}
