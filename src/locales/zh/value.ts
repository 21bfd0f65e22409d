import type { FitDoubt } from '../../ledger/report/value/maximum-likelihood.ts'
import type { ValueReport } from '../../ledger/report/value/value.ts'
import type { Line } from '../en/report.ts'
import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'
import { terms } from './terms.ts'

const figure = (value: number | null) => (value === null ? '-' : String(Number(value.toPrecision(4))))
const tenths = (value: number) => (Math.round(value * 10) / 10).toFixed(1)
const units: Readonly<Record<ValueReport['unit'], string>> = { week: '周', day: '天' }
const span = (count: number, unit: ValueReport['unit']) => `${grouped(count)} ${units[unit]}`

function doubted({ why, parameters }: FitDoubt): string {
  const of = parameters.join('、')
  if (why === 'runaway') return `${of} 跑飞了，比平常差一千倍`
  if (why === 'flat') return `${of} 大 20 倍小 20 倍都说得通，这些消费定不下来`
  if (why === 'no-summit') return '没找到最合适的参数'
  if (why === 'starts-differ') return '换个起点，算出来的参数就不一样'
  return 'q 没超过 1，全店的平均数定不下来'
}

function agreed({ agreeing, starts }: { agreeing: number; starts: number }): string {
  return `起点 ${agreeing}/${starts} 一致`
}

export const value: Words['value'] = {
  title: ({ asOf, horizon, unit, discountRate }, { share }) =>
    `到 ${asOf}，客户往后 ${span(horizon, unit)}值多少（${discountRate === 0 ? '不打折现' : `每年折现 ${share(discountRate)}`}）`,
  lines: ({ buyers, repeatBuyers, purchaseDays, seenFor, unit, horizon, from, typical, totals, model }, { share, money }) => {
    const once = buyers - repeatBuyers
    const lines: Line[] = [
      ['买过的', grouped(buyers), `${from === null ? '' : `${from} 起`}共来过 ${grouped(purchaseDays)} 天；最早的看了 ${tenths(seenFor)} ${units[unit]}`],
      ['来过 2 天以上', grouped(repeatBuyers), `${grouped(repeatBuyers)} / ${grouped(buyers)} = ${share(repeatBuyers / buyers)}`],
      ['只来过 1 天', grouped(once), `${grouped(once)} / ${grouped(buyers)} = ${share(once / buyers)}`],
    ]
    if (typical.rate === null || typical.leaving === null || totals.expectedPurchases === null) return lines
    lines.push(
      ['还在的时候', figure(typical.rate), `天：平均每${units[unit]}来这么多（r / alpha）`],
      ['从此不来', share(typical.leaving), '每次再来以后，平均有这么大可能：a / (a + b)'],
      ['一位新客', figure(typical.expectedPurchases), `天：往后 ${span(horizon, unit)}估计还来这么多`],
    )
    if (typical.averageValue !== null)
      lines.push(['来一天', money(typical.averageValue), `平均花这么多，看的是 ${grouped(model.spending.customers)} 位第 2 天起的消费`])
    const worth = totals.lifetimeValue === null ? '' : `，值 ${money(totals.lifetimeValue)}`
    lines.push(['所有人合计', grouped(Math.round(totals.expectedPurchases)), `天：估计还来这么多${worth}`])
    return lines
  },
  notes: ({ model, buyers, repeatBuyers, onceAndGone, horizon, unit, seenFor }) => {
    const { r, alpha, a, b, logLikelihood, p, q, gamma, checks, doubt, spending } = model
    const once = buyers - repeatBuyers
    const notes = [`BG/NBD r ${figure(r)} alpha ${figure(alpha)} a ${figure(a)} b ${figure(b)}；对数似然 ${logLikelihood.toFixed(1)}；${agreed(checks)}`]
    if (spending.checks && spending.logLikelihood !== null)
      notes.push(`Gamma-Gamma p ${figure(p)} q ${figure(q)} gamma ${figure(gamma)}；对数似然 ${spending.logLikelihood.toFixed(1)}；${agreed(spending.checks)}`)
    if (doubt) return [...notes, `靠不住：${doubted(doubt)}。不给任何客户估值。再攒几个月的消费，或者少加几个筛选，会好些。`]
    if (spending.doubt) notes.push(`花多少这一半靠不住：${doubted(spending.doubt)}。不报钱数。`)
    if (spending.status === 'too-little-data') notes.push(`不报钱数：第 2 天起花过钱的只有 ${grouped(spending.customers)} 位，至少要 ${spending.needed} 位。`)
    if (once > 0)
      notes.push(
        `当心：只来过 1 天的 ${grouped(once)} 位，不管多久没来，模型都当他们还在；看他们的熟客程度，其中${onceAndGone === 0 ? '没有' : ` ${grouped(onceAndGone)} 位是`}${terms.stage['declining']}或${terms.stage['lost']}的。`,
      )
    if (horizon > seenFor) notes.push(`往后看 ${span(horizon, unit)}，比看过的还长（最长 ${tenths(seenFor)} ${units[unit]}）：当个猜测就好。`)
    return notes
  },
  holdout: ({ from, to, length, expected, actual }, { unit }, { share }) =>
    `${from} 到 ${to}（${figure(length)} ${units[unit]}）真的来了 ${grouped(actual)} 天，原来估计 ${grouped(Math.round(expected))} 天${actual === 0 ? '' : `（${expected < actual ? '少估' : '多估'} ${share(Math.abs(expected - actual) / actual)}）`}`,
  holdoutHeads: ['再来过', '客户', '估计', '每位', '真的来', '每位'],
  holdoutRows: ({ rows }) =>
    rows
      .filter(({ customers }) => customers > 0)
      .map(({ frequency, andMore, customers, expected, actual }) => [
        `${frequency} 天${andMore ? '以上' : ''}`,
        grouped(customers),
        tenths(expected),
        (expected / customers).toFixed(4),
        grouped(actual),
        (actual / customers).toFixed(4),
      ]),
  heads: ({ unit }) => ['客户', '熟客程度', '值', '估计再来', '一天花', '还在', '来过几天', `几${units[unit]}前`],
  rows: ({ customers, model }, { share, money }) =>
    model.status === 'unreliable'
      ? []
      : customers.map(({ customerId, name, stage, frequency, recency, age, alive, expectedPurchases, averageValue, lifetimeValue }) => [
          `#${customerId} ${name}`,
          terms.stage[stage] ?? stage,
          lifetimeValue === null ? '-' : money(lifetimeValue),
          expectedPurchases === null ? '-' : expectedPurchases.toFixed(2),
          averageValue === null ? '-' : money(averageValue),
          alive === null ? '-' : share(alive),
          grouped(frequency + 1),
          tenths(age - recency),
        ]),
  explain: ({ asOf, unit, horizon, discountRate, model: { spending } }, { share }) => [
    '来过几天：一天几张单算一天；作废的、全退的不算；钱数扣掉退款退货（没说退哪一单的，算在退之前最近那天）。旧名单上以前的次数没有日子，不算在内。',
    `frequency：第 1 天以后又来过几天。recency：第 1 天到最后 1 天。age：第 1 天到 ${asOf}。按${units[unit]}算，不取整。模型只看这三样。`,
    'BG/NBD（Fader、Hardie、Lee 2005）：还在的时候，各人有各人的快慢（伽马分布，r、alpha）；每次再来以后，各人有各人从此不来的可能（贝塔分布，a、b）。',
    '还在：看这三样，没有从此不来的可能。只来过 1 天的没机会走，模型都当还在；他们要看熟客程度。',
    `估计再来：${asOf} 以后 ${span(horizon, unit)}里来几天，走没走都算进去了。`,
    `一天花：来一天平均花多少，按 Gamma-Gamma（Fader、Hardie 2013）看第 2 天起的平均数；只来过 1 天的用全店的平均。是营业额，没扣成本。看的是第 2 天起花过钱的 ${grouped(spending.customers)} 位。`,
    `值：一天花 x 估计再来的天数，各从来的那天起折现，每年 ${share(discountRate)}，一年 365.25 天。`,
    '靠得住：四个离得很远的起点，至少两个算到同一个似然最大处（差不到 0.01），那里没有坡度（每位 1e-6），参数都在平常的一千倍以内，而且定得到 20 倍以内（对数的标准误小于 3）；钱数还要 q 超过 1 一个标准误。不然什么也不说。',
  ],
  next: ({ customers, holdout, model }) =>
    model.doubt
      ? ['不用模型也能看：regulars report stages   regulars report rfm', '怎么算的：--explain']
      : [
          customers[0] ? `看一位：regulars show ${customers[0].customerId}   只看前十位：--limit 10` : '都有谁：regulars list --sort spent',
          '花得多又来得少了的：regulars list --stage 来得少了 --sort spent',
          holdout ? '怎么算的：--explain' : '灵不灵：--calibrate-until 26周   怎么算的：--explain',
        ],
}
