import type { Unit } from '../../ledger/report/value/value.ts'
import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'
import { terms } from './terms.ts'

const units: Readonly<Record<Unit, string>> = { week: '周', day: '天' }
const mind = (once: number, gone: string) =>
  `当心：只来过 1 天的 ${grouped(once)} 位，不管多久没来，模型都当他们还在；` +
  `看他们的熟客程度，其中${gone}${terms.stage['declining']}或${terms.stage['lost']}的。`

export const value: Words['value'] = {
  span: (count, unit) => `${grouped(count)} ${units[unit]}`,
  title: (on, span, discount) => `到 ${on}，客户往后 ${span}值多少（${discount}）`,
  notDiscounted: '不打折现',
  discounted: (share) => `每年折现 ${share}`,
  buyers: '买过的',
  visited: {
    ever: (days) => `共来过 ${grouped(days)} 天`,
    since: (days, from) => `${from} 起共来过 ${grouped(days)} 天`,
  },
  seen: (visited, longest, unit) => `${visited}；最早的看了 ${longest} ${units[unit]}`,
  repeat: '来过 2 天以上',
  repeatPart: (part, all, share) => `${grouped(part)} / ${grouped(all)} = ${share}`,
  once: '只来过 1 天',
  oncePart: (part, all, share) => `${grouped(part)} / ${grouped(all)} = ${share}`,
  rate: '还在的时候',
  rateNote: (unit) => `天：平均每${units[unit]}来这么多`,
  leaving: { what: '从此不来', note: '每次再来以后，平均有这么大可能' },
  newBuyer: '一位新客',
  newBuyerNote: (span) => `天：往后 ${span}估计还来这么多`,
  aDay: '来一天',
  aDayNote: (customers) => `平均花这么多，看的是 ${grouped(customers)} 位第 2 天起的消费`,
  together: '所有人合计',
  expected: '天：估计还来这么多',
  expectedWorth: (worth) => `天：估计还来这么多，值 ${worth}`,
  fitted: (parameters, logLikelihood, agreeing, starts) =>
    `${parameters}；对数似然 ${logLikelihood}；起点 ${agreeing}/${starts} 一致`,
  doubt: {
    runaway: (names) => `${names} 跑飞了，比平常差一千倍`,
    flat: (names) => `${names} 大 20 倍小 20 倍都说得通，这些消费定不下来`,
    'no-summit': () => '没找到最合适的参数',
    'starts-differ': () => '换个起点，算出来的参数就不一样',
    'no-mean': () => 'q 没超过 1，全店的平均数定不下来',
  },
  unreliable: (why) => `靠不住：${why}。不给任何客户估值。再攒几个月的消费，或者少加几个筛选，会好些。`,
  spendingUnreliable: (why) => `花多少这一半靠不住：${why}。不报钱数。`,
  tooLittle: (customers, needed) => `不报钱数：第 2 天起花过钱的只有 ${grouped(customers)} 位，至少要 ${needed} 位。`,
  onceNoneGone: (once) => mind(once, '没有'),
  onceSomeGone: (once, gone) => mind(once, ` ${grouped(gone)} 位是`),
  guess: (span, longest, unit) => `往后看 ${span}，比看过的还长（最长 ${longest} ${units[unit]}）：当个猜测就好。`,
  holdout: ([from, to], length, unit, actual, expected) =>
    `${from} 到 ${to}（${length} ${units[unit]}）真的来了 ${grouped(actual)} 天，原来估计 ${grouped(expected)} 天`,
  off: {
    under: (holdout, share) => `${holdout}（少估 ${share}）`,
    over: (holdout, share) => `${holdout}（多估 ${share}）`,
  },
  holdoutHeads: ['再来过', '客户', '估计', '每位', '真的来', '每位'],
  cameAgain: (days) => `${days} 天`,
  cameAgainOrMore: (days) => `${days} 天以上`,
  heads: (unit) => ['客户', '熟客程度', '值多少', '再来几天', '来一天花', '还会来', '来过几天', `几${units[unit]}前来`],
  explain: (asOf, unit, span, discount, customers) => [
    '来过几天：一天几张单算一天；作废的、全退的不算；钱数扣掉退款退货（没说退哪一单的，算在退之前最近那天）。旧名单上以前的次数没有日子，不算在内。',
    `frequency：第 1 天以后又来过几天。recency：第 1 天到最后 1 天。age：第 1 天到 ${asOf}。按${units[unit]}算，不取整。模型只看这三样。`,
    'BG/NBD（Fader、Hardie、Lee 2005）：还在的时候，各人有各人的快慢（伽马分布，r、alpha，平均 r / alpha）；' +
      '每次再来以后，各人有各人从此不来的可能（贝塔分布，a、b，平均 a / (a + b)）。',
    '还会来：看这三样，没有从此不来的可能。只来过 1 天的没机会走，模型都当还在；他们要看熟客程度。',
    `再来几天：${asOf} 以后 ${span}里来几天，走没走都算进去了。`,
    [
      '来一天花：平均花多少，按 Gamma-Gamma（Fader、Hardie 2013）看第 2 天起的平均数；只来过 1 天的用全店的平均。',
      `是营业额，没扣成本。看的是第 2 天起花过钱的 ${grouped(customers)} 位。`,
    ].join(''),
    `值多少：来一天花 x 估计再来的天数，各从来的那天起折现，每年 ${discount}，一年 365.25 天。`,
    '靠得住：四个离得很远的起点，至少两个算到同一个似然最大处（差不到 0.01），那里没有坡度（每位 1e-6），参数都在平常的一千倍以内，' +
      '而且定得到 20 倍以内（对数的标准误小于 3）；钱数还要 q 超过 1 一个标准误。不然什么也不说。',
  ],
  withoutModel: ['不用模型也能看：regulars report stages   regulars report rfm', '怎么算的：--explain'],
  one: (id) => `看一位：regulars show ${id}   只看前十位：--limit 10`,
  who: '都有谁：regulars list --sort spent',
  fading: '花得多又来得少了的：regulars list --stage 来得少了 --sort spent',
  how: '怎么算的：--explain',
  doesItHold: '灵不灵：--calibrate-until 26周   怎么算的：--explain',
}
