import { daysBetween } from '../../ledger/day.ts'
import type { PeriodKind } from '../../ledger/period.ts'
import type { Trait } from '../../ledger/report/summary/common-traits.ts'
import type { Figures } from '../../ledger/report/summary/figures.ts'
import { stages as stageNames } from '../../ledger/vocabulary.ts'
import { changeOf, earnsApart } from '../change.ts'
import type { Compared } from '../compared.ts'
import type { Words } from '../en.ts'
import { grouped, tenths } from '../figure.ts'
import { terms } from './terms.ts'

const joined = (...parts: string[]) => parts.filter((part) => part !== '').join('；')
const some = (amount: string) => Number(amount) !== 0
const span = ({ from, to }: Pick<Figures, 'from' | 'to'>) => `${from} 到 ${from.slice(0, 4) === to.slice(0, 4) ? to.slice(5) : to}`
const monthOf = (day: string) => `${Number(day.slice(5, 7))}月`
const quarterOf = (day: string) => `${Math.ceil(Number(day.slice(5, 7)) / 3)}季度`
const calendar = (day: string, kind: PeriodKind) => `${day.slice(0, 4)}年${kind === 'month' ? monthOf(day) : quarterOf(day)}`
const beside = (what: string, now: number, before: number) => `${what} ${grouped(now)}（${grouped(before)}）`
const traits = (all: readonly Trait[]) => all.map(({ value, customers }) => `${value}（${grouped(customers)}）`)
const whole = (share: number) => `${Math.round(share * 100)} %`

export const summary: Words['summary'] = {
  title: (value, { kind, whole }) => {
    const { before } = value
    if (kind === 'days') return `${span(value)}（${grouped(daysBetween(value.from, value.to) + 1)} 天），对比 ${span(before)}`
    if (whole) return `${calendar(value.from, kind)}，对比 ${calendar(before.from, kind)}`
    const unit = kind === 'month' ? '月' : '季'
    return `${span(value)}，对比 ${span(before)}（本${unit}没完，比上${unit}同样的日子）`
  },
  chosen: (customers) => `只算选出来的 ${grouped(customers)} 位客户（按今天的样子选），散客不算。`,
  recorded: ({ recordedFrom, before }) =>
    recordedFrom === null || recordedFrom <= before.from
      ? ''
      : recordedFrom > before.to
        ? `账本从 ${recordedFrom} 记起：前一段没有账，没法对比。`
        : `账本从 ${recordedFrom} 记起：前一段的账不全。`,
  heads: ({ from, before }, { kind }) => {
    if (kind === 'days') return ['这段', '之前']
    return kind === 'month' ? [monthOf(from), monthOf(before.from)] : [quarterOf(from), quarterOf(before.from)]
  },
  money: (now, { money }) => {
    const { before, walkIn } = now
    const lines: Compared[] = [
      [
        '营业额',
        money(now.revenue),
        money(before.revenue),
        joined(changeOf(now, now.revenue, before.revenue, before.purchases), `${grouped(now.purchases)} 笔`),
      ],
    ]
    if (walkIn && (walkIn.purchases > 0 || before.walkIn?.purchases))
      lines.push([
        '  散客',
        money(walkIn.revenue),
        money(before.walkIn?.revenue ?? '0'),
        `${grouped(walkIn.purchases)} 笔${walkIn.share === null ? '' : `，占 ${whole(walkIn.share)}`}`,
      ])
    lines.push(['退款退货', money(now.refunds), money(before.refunds), `${grouped(now.returns)} 笔，之前 ${grouped(before.returns)} 笔`])
    if (some(now.refunds) || some(before.refunds)) lines.push(['净额', money(now.net), money(before.net), changeOf(now, now.net, before.net, before.purchases)])
    if (earnsApart(now) || earnsApart(before))
      lines.push(['毛利', money(now.profit), money(before.profit), changeOf(now, now.profit, before.profit, before.purchases)])
    return lines
  },
  people: (now, { share }) => {
    const { before, rates } = now
    const then = before.rates
    return [
      ['买过的客户', `${grouped(now.buyers)} 位`, `${grouped(before.buyers)} 位`, changeOf(now, now.buyers, before.buyers, before.buyers)],
      ['  新客', grouped(now.newBuyers), grouped(before.newBuyers), '头一次买'],
      [
        '  复购的',
        `${grouped(rates.repeatBuyers)} / ${grouped(rates.buyers)}`,
        `${grouped(then.repeatBuyers)} / ${grouped(then.buyers)}`,
        rates.repeatRate === null ? '没有人买' : `买过 2 天以上的，占 ${share(rates.repeatRate)}`,
      ],
      [
        '  介绍人',
        `${grouped(rates.referrers)} / ${grouped(rates.buyers)}`,
        `${grouped(then.referrers)} / ${grouped(then.buyers)}`,
        rates.referralRate === null ? '没有人买' : `介绍来的人也买过，占 ${share(rates.referralRate)}`,
      ],
      [
        '流失',
        `${grouped(rates.lost)} / ${grouped(rates.buyersAtStart)}`,
        `${grouped(then.lost)} / ${grouped(then.buyersAtStart)}`,
        rates.churnRate === null || rates.retentionRate === null
          ? '期初没有活跃的'
          : `流失率 ${share(rates.churnRate)}；留住 ${grouped(rates.buyersAtStart - rates.lost)} 位，${share(rates.retentionRate)}`,
      ],
      ['回来的', grouped(rates.regained), grouped(then.regained), '期初已流失，又来买了'],
    ]
  },
  accounts: (now, { money }) => {
    const { before, ages } = now
    const aged = [
      ['30天内', ages.days0],
      ['31-60天', ages.days31],
      ['61-90天', ages.days61],
      ['90天以上', ages.days91],
    ].flatMap(([age, amount = '0']) => (some(amount) ? [`${age} ${money(amount)}`] : []))
    return [
      ['欠款', money(now.balance), money(before.balance), joined(`${grouped(now.debtors)} 位`, aged.join('，'))],
      ['预存', money(now.credit), money(before.credit), `${grouped(now.creditors)} 位（店里欠客户）`],
    ]
  },
  contacts: ({ contacts, before, followups: { due, fellAway, inTime, late, open, doneRate } }, { share }) => [
    [
      '联系',
      `${grouped(contacts.made)} 次`,
      `${grouped(before.contacts.made)} 次`,
      contacts.made === 0
        ? ''
        : `${grouped(contacts.customers)} 位：${Object.entries(contacts.outcomes)
            .filter(([, count]) => count > 0)
            .map(([outcome, count]) => `${terms.outcome[outcome] ?? outcome} ${grouped(count)}`)
            .join('，')}`,
    ],
    ...(doneRate === null
      ? []
      : [
          [
            '  该联系的',
            `${grouped(inTime + late)} / ${grouped(due - fellAway)}`,
            '-',
            `做到 ${share(doneRate)}，其中及时 ${grouped(inTime)}；还等着 ${grouped(open)}`,
          ] as const,
        ]),
  ],
  tiers: ({ tiers, before }) => {
    const all = ['A', 'B', 'C', 'D'] as const
    if (before.classifiedOn === null) return ['等级', [...all.map((tier) => `${tier} ${grouped(tiers[tier])}`), `（${before.to} 还没排过级）`]]
    return ['等级', all.map((tier) => beside(tier, tiers[tier], before.tiers[tier]))]
  },
  movements: ({ movements }) =>
    movements && ['升降', movements.length === 0 ? ['没有人升降'] : movements.map(({ from, to, customers }) => `${from}→${to} ${grouped(customers)}`)],
  stages: ({ stages, before }) => ['程度', stageNames.map((stage) => beside(terms.stage[stage] ?? stage, stages[stage], before.stages[stage]))],
  brackets: ({ to, before }) => `到 ${to} 为止；括号里到 ${before.to}`,
  best: {
    title: (all, sales) => `${sales ? '买得' : '毛利'}最多的 ${grouped(all.length)} 位`,
    row: ({ customerId, name, tier, purchases, spent, profit }, { money }) => [
      `${name} #${customerId}`,
      tier,
      money(spent),
      `${grouped(purchases)} 次${profit === spent ? '' : `，毛利 ${money(profit)}`}`,
    ],
  },
  fading: {
    title: (all, declining, sales) =>
      `来得少了的 ${grouped(declining)} 位${declining > all.length ? `，其中历来${sales ? '买得' : '毛利'}最多的` : sales ? '' : '，历来的毛利'}`,
    row: ({ customerId, name, tier, profit, gap, since, lostOn }, { money, day }) => [
      `${name} #${customerId}`,
      tier,
      money(profit),
      `平时 ${tenths(gap)} 天一次，已 ${grouped(since)} 天；${day(lostOn)} 起算流失`,
    ],
  },
  common: {
    buyers: ({ customers }) => `这段买过、没流失的 ${grouped(customers)} 位的共同点（括号里是几位）`,
    lost: ({ customers }) => `流失的 ${grouped(customers)} 位的共同点`,
    of: ({ tags, sources, firstItems, tiers }) => [
      ['  标签', traits(tags)],
      ['  来源', traits(sources)],
      ['  头一次买', traits(firstItems)],
      ['  等级', traits(tiers)],
    ],
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
    '等级、程度：最后一天的；那天还没加入、也没买过的不算。升降：从第一天的前一晚到最后一天；首次排级不算升降。',
    '买得最多：这段时间贡献毛利最多的。来得少了：按自己的节奏（来过 3 天以上）算的，按历来贡献排。',
    '共同点：这段买过而没流失的，和最后一天所有流失的；标签、来源按今天的，头一次买的是第一天买的那样。只是数数，不下结论。',
    '收起的客户：钱算，人不算。',
  ],
  next: (days) => [
    '是谁：regulars list --stage 来得少了   逐月：regulars report rates --by month',
    `为什么流失：regulars report losses${days}   怎么算的：--explain`,
  ],
}
