import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'
import { terms } from './terms.ts'

export const rfm: Words['rfm'] = {
  title: (days, bought) => `RFM 分类，${days}：${bought}`,
  titleAsR: (days, bought) => `RFM 分类（照 R 的 rfm 包打分），${days}：${bought}`,
  days: { upTo: (to) => `到 ${to}`, since: (from, to) => `${from} 到 ${to}` },
  nobodyBought: '没有人买过',
  bought: (customers) => `${grouped(customers)} 位买过`,
  heads: ['', '人数', '占人数', '消费额', '占消费'],
  advice: {
    Champions: '刚来过、来得勤、买得多：当自家人待，新货先给他看',
    'Potential Loyalist': '刚来过，来得也不少：记住口味，约下一回',
    'Loyal Customers': '一向平平稳稳：常问候，请他带朋友来',
    Promising: '来得还少，买得不少：叫得出名字，推荐配着用的',
    'New Customers': '刚来过，次数少：问问用得怎样，给个再来的由头',
    "Can't Lose Them": '以前来得勤、买得多，很久没来：今天亲自打电话',
    'At Risk': '以前买得多，很久没来：打电话问问哪里没做好',
    'Need Attention': '以前常来，最近淡了：趁还记得，提个醒',
    'About To Sleep': '有阵子没来，次数也少：有新货发条消息',
    Lost: '最久没来：好好发一条，不回就别再打扰',
    Others: '哪一类都不像：一位一位看',
  },
  bandHeads: ['分数', '几天没来', '次数', '消费额'],
  rangeHeads: ['分类', '最近', '次数', '金额'],
  explain: {
    whom: '算的是买过的客户（收起的不算）：上次买到今天几天、买过几次、除去退款的消费额。',
    scores: '分数 1 到 5，5 最好：1 + 有几个 20、40、60、80 % 分位数（第 7 种）严格小于它；天数反过来；一样的同分。',
    scoresAsR: '分数照 R 的 rfm 0.3.0：20、40、60、80 % 分位数（第 7 种）各加 1 为界，金额按元；到了界就进下一档。',
    ownCuts: (keys) => `改由店里自己定界的：${keys}（regulars policy show rfm）。`,
    segments: '分类：从上到下，三项分数先合的算；都不合是其他。',
    ranges: '分数范围自己定：regulars policy set rfm.champions 4-5 5 5',
    noPolicy: '店里的规则在这里不管用。',
  },
  measure: { recency: '最近', frequency: '次数', monetary: '金额' },
  comma: '、',
  semicolon: '；',
  lacking: (measure, scores) => `${measure} ${scores} 分`,
  collapsed: (lacking) => `人太少或太像，分不满五档；没有人得：${lacking}`,
  sell: '记一笔：regulars buy 姓名 88',
  next: (segment) => `是哪些人：regulars list --segment ${terms.segment[segment]}   怎么算的：--explain`,
  nextAsCsv: '是哪些人：后面加 --format csv   怎么算的：--explain',
}
