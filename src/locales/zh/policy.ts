import { segmentOfKey } from '../../ledger/book/policy/segment-ranges.ts'
import type { Meanings } from '../en/policy.ts'
import type { Words } from '../en.ts'
import { terms } from './terms.ts'

const meanings: Meanings = {
  'shop.name': '店名',
  'shop.currency': '货币；账上还没有钱数时可以换',
  'shop.region': '不带国家代码的电话按哪里读、怎么写',
  'shop.timezone': '店里的一天按哪个时区',
  'shop.lang': '账本用的语言：en 或 zh',
  'tier.method':
    '怎么排等级：matrix 看次数和贡献，abc 看消费额占比，rfm 看最近、次数、金额的分数，scorecard 打百分，fixed 看自己定的金额',
  'tier.windowDays': '排级看最近多少天',
  'tier.margin': '没记成本的消费，毛利率算多少',
  'tier.profitShare': 'matrix：贡献最高的人合起来占到这么多，就算贡献高',
  'tier.turnover': 'matrix：期内买几次算常来；自动：平均数进一，至少 2',
  'tier.profit': 'matrix：期内贡献多少算高；自动：按 tier.profitShare',
  'tier.fixedA': 'fixed：期内消费满多少是 A',
  'tier.fixedB': 'fixed：期内消费满多少是 B',
  'tier.potential': 'abc：潜力每比 1 高一分，消费多算百分之几；0 就是不看潜力',
  'tier.rfm.A': 'rfm：三项分数（各 1 到 5）加起来满多少是 A',
  'tier.rfm.B': 'rfm：加起来满多少是 B，不满是 C',
  'tier.scorecard.A': 'scorecard：百分里满多少是 A',
  'tier.scorecard.B': 'scorecard：百分里满多少是 B，不满是 C',
  'tier.scorecard.spend': 'scorecard：期内消费额的分量（1 分记 0，5 分记 100）',
  'tier.scorecard.frequency': 'scorecard：期内次数的分量，算法同上',
  'tier.scorecard.recency': 'scorecard：最近来过的分量，算法同上',
  'tier.scorecard.referrals': 'scorecard：介绍客人的分量（来买过的每位记 50，最多 100）',
  'tier.scorecard.satisfaction': 'scorecard：满意度的分量；不知道的不算在内',
  'tier.scorecard.potential': 'scorecard：潜力的分量（1 记 0，5 记 100）；没记的不算在内',
  'rfm.days': '“最近”的分数：几天以内算 5、4、3、2；自动：买过的人五等分',
  'rfm.visits': '“次数”的分数：几次起算 2、3、4、5；自动：买过的人五等分',
  'rfm.money': '“金额”的分数：多少起算 2、3、4、5；自动：买过的人五等分',
  'cadence.A': 'A 级隔几天联系一次',
  'cadence.B': 'B 级隔几天联系一次',
  'cadence.C': 'C 级隔几天联系一次',
  'cadence.D': 'D 级隔几天联系一次',
  'cadence.first': '入店几天后第一次联系',
  'cadence.lost': '流失的客户隔几天联系一次',
  'due.minGap': '联系过以后，几天内不为小事再打扰',
  'due.capacity': '一天能联系几位',
  'due.channel': '客户没说喜欢哪种方式时，用哪种',
  'survey.every.A': 'A 级隔几天问一次满意不满意；0：不问',
  'survey.every.B': 'B 级，同上',
  'survey.every.C': 'C 级，同上',
  'survey.every.D': 'D 级买过的，同上',
  'complaint.days': '投诉约好几天内答复（没另说哪天）',
  'due.complaint.days': '投诉了结后几天问满意不满意',
  'due.complaint.overdue': '晚了几天的投诉要报给管客户的人和店主',
  'due.complaint.again': '到了日子的投诉谈过一次，几天后再提',
  'due.complaint.owner': '店主的名字，晚了的投诉报给谁；自动：店主',
  'due.promise.days': '等回话又没约日子的，几天后联系',
  'due.birthday.dayWeight': '生日当天的分量',
  'due.birthday.days': '生日前几天提醒',
  'due.birthday.until': '生日后几天为止',
  'due.unhappy.days': '说不满意后几天问',
  'due.unhappy.until': '说不满意后几天为止',
  'due.welcome.days': '第一次买后几天问候',
  'due.welcome.until': '第一次买后几天为止',
  'due.thanks.days': '买后几天道谢',
  'due.thanks.until': '买后几天为止',
  'due.thanks.minAmount': '买多少才算大单（问“用得怎样”也按它）；自动：最大的一成',
  'due.after-sale.days': '买后几天问用得怎样',
  'due.after-sale.until': '买后几天为止',
  'due.slipping.until': '算流失以后几天为止',
  'due.debt.days': '最早一笔欠了几天开始催',
  'due.debt.again': '还过款或催过以后，几天不再催',
  'due.cadence.purchases': '来买过、还过钱，是不是也往后推下次联系',
  'due.occasion.days': '提前几天上名单，除非那个纪念日另有说法',
  'message.quietFrom': '几点起不发消息（到 message.quietUntil；两个一样就不限）',
  'message.quietUntil': '几点起又可以发',
  'message.again': '几天内同一个主题只发一次',
  'message.most': '30 天内最多给一位客户发几条',
  'campaign.days': '发了消息后几天内买的，算这次的效果',
  'due.points.days': '到期前几天提醒',
  'due.points.again': '同一位客户两次提醒至少隔几天；0：每次到期都提',
  'due.coupon.days': '最后一天前几天提醒',
  'due.wanted.until': '到货后几天内告诉',
  'due.welcome-back.days': '回来买后几天开始',
  'due.welcome-back.until': '回来买后几天为止',
  'due.thanks.again': '同一位客户两次道谢至少隔几天；0：每次都谢',
  'due.after-sale.again': '同一位客户两次这样问至少隔几天；0：每次都问',
  'due.interested.days': '说有意向后几天开始',
  'due.interested.until': '说有意向后几天为止',
  'due.restock.days': '用完前几天开始',
  'due.restock.gap': '几天内就会再买的东西不用提醒',
  'relation.A':
    'A 级客户走多近：basic（约好的、投诉、欠款）、reactive（加上生日、想要的）、accountable（加上买后的问候）、proactive（全部）、partner（再加一年一谈）',
  'relation.B': 'B 级客户走多近',
  'relation.C': 'C 级客户走多近',
  'relation.D': 'D 级客户走多近',
  'festival.days': '节日前几天开始提',
  'festival.calendar': '提哪些节日：chinese（传统节日和元旦）、new-year、none；auto：看店在哪里',
  'festival.own': '自己店的节日：名字和日子（店庆 05-18，重阳 农历09-09）',
  'credit.bonusFirst': '用预存时先扣哪一块：开是先扣赠送，关是先扣存的钱',
  'points.earnPer': '每一元积几分；0 是不积分',
  'points.minAmount': '满多少才有积分',
  'points.rate.A': 'A 的积分是平常的百分之几',
  'points.rate.B': 'B 的积分是平常的百分之几',
  'points.rate.C': 'C 的积分是平常的百分之几',
  'points.rate.D': 'D 的积分是平常的百分之几',
  'points.rate.birthday': '生日当天的积分是平常的百分之几',
  'points.worth': '一分抵多少钱',
  'points.expireDays': '积分几天后过期；none：不过期',
  'tier.A.privilege': 'A 的优惠：买的时候提醒',
  'tier.B.privilege': 'B 的优惠',
  'tier.C.privilege': 'C 的优惠',
  'tier.D.privilege': 'D 的优惠',
  'tier.A.privilegePercent': 'buy --privilege 给 A 减百分之几',
  'tier.B.privilegePercent': 'buy --privilege 给 B 减百分之几',
  'tier.C.privilegePercent': 'buy --privilege 给 C 减百分之几',
  'tier.D.privilegePercent': 'buy --privilege 给 D 减百分之几',
  'tier.A.birthdayGift': 'A 的生日礼：一句话，或 券:券号（祝贺时一起送）',
  'tier.B.birthdayGift': 'B 的生日礼：一句话，或 券:券号（祝贺时一起送）',
  'tier.C.birthdayGift': 'C 的生日礼：一句话，或 券:券号（祝贺时一起送）',
  'tier.D.birthdayGift': 'D 的生日礼：一句话，或 券:券号（祝贺时一起送）',
  'referral.reward': '带来的新客第一次买时，给介绍人什么：积分:50、券:券号 或 预存:10',
  'referral.rewardNew': '被带来的新客第一次买时自己得什么，写法一样',
}

const gifts = { points: '积分', coupon: '券', credit: '预存' }
/** What is given, as it may be typed: `券:春茶`. */
const inChinese = (value: string) =>
  value.replace(/^(points|coupon|credit):/, (_, kind: keyof typeof gifts) => `${gifts[kind]}:`)

export const policy: Words['policy'] = {
  meaning: (key) => {
    const [, reason = '', name = ''] = key.split('.')
    if (key in meanings) return meanings[key as keyof Meanings]
    const segment = segmentOfKey(key)
    if (segment !== undefined) return `“${terms.segment[segment]}”要的分数：最近、次数、金额`
    const called = terms.reason[reason] ?? reason
    return name === 'on' ? `“${called}”开不开` : `“${called}”的分量`
  },
  value: (key, value, { money }) => {
    if (typeof value === 'boolean') return value ? '开' : '关'
    if (typeof value === 'string')
      return key.startsWith('shop.') ? value : /^[\d.]+$/.test(value) ? money(value) : inChinese(value)
    return key === 'tier.margin' || key === 'tier.profitShare'
      ? `${Math.round(value * 1_000_000) / 10_000} %`
      : String(value)
  },
  unset: { auto: '自动', none: '没有', any: '不限', never: '不过期' },
  sample: { text: '免费试茶', reward: '积分:50', festivals: '"店庆 05-18"', steps: '"2 4 8 12"', other: '100' },
  changed: (standard) => `（默认 ${standard}）`,
  next: (key, value) => `改一条：regulars policy set ${key} ${value}   还原：regulars policy reset ${key}`,
  set: (key, value, was) =>
    value === was ? `${key} 本来就是 ${value}` : `${key}：${value}（原来${was === '' ? '没有' : ` ${was}`}）`,
  sortAgain: '下次 regulars classify 起按新规则排级。',
  resetAll: '全部规则都还原成默认吗？',
  nothingToReset: '本来就是默认，没有可还原的。',
}
