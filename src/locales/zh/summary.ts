import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

const running = (unit: string) => (now: string, before: string) =>
  `${now}，对比 ${before}（本${unit}没完，比上${unit}同样的日子）`

export const summary: Words['summary'] = {
  title: {
    days: (now, days, before) => `${now}（${grouped(days)} 天），对比 ${before}`,
    whole: (now, before) => `${now}，对比 ${before}`,
    running: { month: running('月'), quarter: running('季') },
  },
  span: (from, to) => `${from} 到 ${to}`,
  named: {
    month: (year, month) => `${year}年${Number(month)}月`,
    quarter: (year, quarter) => `${year}年${quarter}季度`,
  },
  heads: {
    days: ['这段', '之前'],
    month: (_, month) => `${Number(month)}月`,
    quarter: (quarter) => `${quarter}季度`,
  },
  chosen: (customers) => `只算选出来的 ${grouped(customers)} 位客户（按今天的样子选），散客不算。`,
  recorded: {
    none: (to) => `到 ${to} 还没有消费。`,
    nothing: (from) => `账本从 ${from} 记起：前一段没有账，没法对比。`,
    part: (from) => `账本从 ${from} 记起：前一段的账不全。`,
  },
  money: {
    revenue: '营业额',
    purchases: (count) => `${grouped(count)} 笔`,
    walkIn: '散客',
    ofRevenue: (purchases, share) => `${purchases}，占 ${share}`,
    refunds: '退款退货',
    returns: (now, before) => `${grouped(now)} 笔，之前 ${grouped(before)} 笔`,
    net: '净额',
    profit: '毛利',
  },
  people: {
    buyers: '买过的客户',
    count: (customers) => `${grouped(customers)} 位`,
    new: { what: '新客', note: '头一次买' },
    repeat: '复购的',
    repeatRate: (share) => `买过 2 天以上的，占 ${share}`,
    referrers: '介绍人',
    referralRate: (share) => `介绍来的人也买过，占 ${share}`,
    nobodyBought: '没有人买',
    lost: '流失',
    churn: (churn, kept, retention) => `流失率 ${churn}；留住 ${grouped(kept)} 位，${retention}`,
    nobodyActive: '期初没有活跃的',
    regained: { what: '回来的', note: '期初已流失，又来买了' },
  },
  accounts: {
    owed: '欠款',
    debtors: (count) => `${grouped(count)} 位`,
    ages: { days0: '30天内', days31: '31-60天', days61: '61-90天', days91: '90天以上' },
    credit: '预存',
    creditors: (count) => `${grouped(count)} 位（店里欠客户）`,
  },
  contacts: {
    what: '联系',
    count: (contacts) => `${grouped(contacts)} 次`,
    with: (customers, outcomes) => `${grouped(customers)} 位：${outcomes}`,
    due: '该联系的',
    done: (share, inTime, open) => `做到 ${share}，其中及时 ${grouped(inTime)}；还等着 ${grouped(open)}`,
  },
  tiers: '等级',
  unclassified: (by) => `（${by} 还没排过级）`,
  movements: '升降',
  nobodyMoved: '没有人升降',
  moved: (from, to, customers) => `${from}→${to} ${grouped(customers)}`,
  stages: '熟客程度',
  beside: (what, now, before) => `${what} ${grouped(now)}（${grouped(before)}）`,
  brackets: (to, before) => `到 ${to} 为止；括号里到 ${before}`,
  best: {
    title: {
      sales: (count) => `买得最多的 ${grouped(count)} 位`,
      profit: (count) => `毛利最多的 ${grouped(count)} 位`,
    },
    purchases: (count) => `${grouped(count)} 次`,
    profit: (purchases, profit) => `毛利 ${profit}，${purchases}`,
  },
  fading: {
    all: {
      sales: (count) => `来得少了的 ${grouped(count)} 位`,
      profit: (count) => `来得少了的 ${grouped(count)} 位，历来的毛利`,
    },
    most: {
      sales: (count) => `来得少了的 ${grouped(count)} 位，其中历来买得最多的`,
      profit: (count) => `来得少了的 ${grouped(count)} 位，其中历来毛利最多的`,
    },
    rhythm: (gap, since, lostOn) => `平时 ${gap} 天一次，已 ${grouped(since)} 天；${lostOn} 起算流失`,
  },
  common: {
    buyers: (count) => `这段买过、没流失的 ${grouped(count)} 位的共同点（括号里是几位）`,
    lost: (count) => `流失的 ${grouped(count)} 位的共同点`,
    tags: '标签',
    sources: '来源',
    firstItems: '头一次买',
    tiers: '等级',
    trait: (value, customers) => `${value}（${grouped(customers)}）`,
  },
  explain: [
    '对比：一个月比上个月，一个季度比上个季度；还没完的，比上月（上季）同样的日子；其余比紧挨着的前面同样多天。',
    '营业额：这段时间没作废的消费，退款前全额，含散客。退款退货：这段时间退的，不管哪天买的。净额 = 营业额 - 退款退货。',
    '毛利：熟客每笔（散客不算）没退的部分 ×（1 - 进价 / 金额），没记进价的 × tier.margin；退掉的毛利算在退的那天。',
    '百分比升降：前一段的账齐全、不是零、而且至少有 10 笔（10 位）才说。',
    '买过的客户：这段时间有算数的消费（没作废、没全退）。新客：头一次买。复购的：买过 2 天以上。介绍人：买过的人里，介绍来的人也买过的。',
    '流失：第一天活跃（买过、没流失），最后一天算流失；流失率 = 流失 / 第一天活跃，其余是留住的。回来的：第一天已流失，这段又买了。',
    '欠款、预存：最后一天的账，同 regulars balances；账龄从买的那天算。',
    '联系：这段时间的，来去都算；作废的不算。该联系的：这段时间上过 regulars due、客户没先来先还的，做到了多少（regulars report followups --explain）。',
    '等级、熟客程度：最后一天的；那天还没加入、也没买过的不算。升降：从第一天的前一晚到最后一天；首次排级不算升降。',
    '买得最多：这段时间贡献毛利最多的。来得少了：按自己的节奏（来过 3 天以上）算的，按历来贡献排。',
    '共同点：这段买过而没流失的，和最后一天所有流失的；标签、来源按今天的，头一次买的是第一天买的那样。只是数数，不下结论。',
    '收起的客户：钱算，人不算。',
  ],
  next: (days) => [
    '是谁：regulars list --stage 来得少了   逐月：regulars report rates --by month',
    `为什么流失：regulars report losses${days}   怎么算的：--explain`,
  ],
}
