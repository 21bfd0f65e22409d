import { daysBetween } from '../../ledger/day.ts'
import type { PeriodKind } from '../../ledger/period.ts'
import type { CommonTraits, Trait } from '../../ledger/report/summary/common-traits.ts'
import type { BestCustomer, FadingCustomer } from '../../ledger/report/summary/customers.ts'
import type { Figures } from '../../ledger/report/summary/figures.ts'
import type { Summary } from '../../ledger/report/summary/summary.ts'
import { stages as stageNames } from '../../ledger/vocabulary.ts'
import { changeOf, earnsApart } from '../change.ts'
import type { Compared } from '../compared.ts'
import { grouped, tenths } from '../figure.ts'
import type { Speech } from '../speech.ts'
import { terms } from './terms.ts'

/** A month or quarter, or days; and whether a month or quarter is over. */
export interface AskedAs {
  readonly kind: PeriodKind
  readonly whole: boolean
}

/** A name, and what stands behind it. */
export type FilledLine = readonly [name: string, parts: readonly string[]]

const many = (count: number, one: string, several = `${one}s`) => `${grouped(count)} ${count === 1 ? one : several}`
const joined = (...parts: string[]) => parts.filter((part) => part !== '').join('; ')
const some = (amount: string) => Number(amount) !== 0
const span = ({ from, to }: Pick<Figures, 'from' | 'to'>) => `${from} to ${from.slice(0, 4) === to.slice(0, 4) ? to.slice(5) : to}`
const quarter = (day: string) => `Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
const calendar = (day: string, kind: PeriodKind) => (kind === 'month' ? day.slice(0, 7) : `${day.slice(0, 4)}-${quarter(day)}`)
const beside = (what: string, now: number, before: number) => `${what} ${grouped(now)} (${grouped(before)})`
const traits = (all: readonly Trait[]) => all.map(({ value, customers }) => `${value} (${grouped(customers)})`)
const whole = (share: number) => `${Math.round(share * 100)} %`

/** The owner's one page. */
export const summary = {
  title: (value: Summary, { kind, whole }: AskedAs) => {
    const { before } = value
    if (kind === 'days') {
      const days = grouped(daysBetween(value.from, value.to) + 1)
      return `${span(value)} (${many(Number(days.replaceAll(',', '')), 'day')}) beside ${span(before)}`
    }
    if (whole) return `${calendar(value.from, kind)} beside ${calendar(before.from, kind)}`
    return `${span(value)} beside ${span(before)}: the ${kind} is not over`
  },
  chosen: (customers: number) => `Only the ${many(customers, 'customer')} asked for, as they are today; walk-ins are left out.`,
  recorded: ({ recordedFrom, before }: Summary) =>
    recordedFrom === null || recordedFrom <= before.from
      ? ''
      : recordedFrom > before.to
        ? `The ledger begins on ${recordedFrom}: it has nothing to compare with.`
        : `The ledger begins on ${recordedFrom}: it does not hold all of the period before.`,
  heads: ({ from, before }: Summary, { kind }: AskedAs): readonly [string, string] =>
    kind === 'days' ? ['period', 'before'] : kind === 'month' ? [from.slice(0, 7), before.from.slice(0, 7)] : [quarter(from), quarter(before.from)],
  money: (now: Summary, { money }: Speech): Compared[] => {
    const { before, walkIn } = now
    const lines: Compared[] = [
      [
        'revenue',
        money(now.revenue),
        money(before.revenue),
        joined(changeOf(now, now.revenue, before.revenue, before.purchases), many(now.purchases, 'purchase')),
      ],
    ]
    if (walkIn && (walkIn.purchases > 0 || before.walkIn?.purchases))
      lines.push([
        '  walk-ins',
        money(walkIn.revenue),
        money(before.walkIn?.revenue ?? '0'),
        `${many(walkIn.purchases, 'purchase')}${walkIn.share === null ? '' : `, ${whole(walkIn.share)} of revenue`}`,
      ])
    lines.push(['refunds', money(now.refunds), money(before.refunds), `${grouped(now.returns)}, before ${grouped(before.returns)}`])
    if (some(now.refunds) || some(before.refunds)) lines.push(['net', money(now.net), money(before.net), changeOf(now, now.net, before.net, before.purchases)])
    if (earnsApart(now) || earnsApart(before))
      lines.push(['profit', money(now.profit), money(before.profit), changeOf(now, now.profit, before.profit, before.purchases)])
    return lines
  },
  people: (now: Summary, { share }: Speech): Compared[] => {
    const { before, rates } = now
    const then = before.rates
    return [
      ['buyers', grouped(now.buyers), grouped(before.buyers), changeOf(now, now.buyers, before.buyers, before.buyers)],
      ['  new', grouped(now.newBuyers), grouped(before.newBuyers), 'bought for the first time'],
      [
        '  repeat',
        `${grouped(rates.repeatBuyers)} / ${grouped(rates.buyers)}`,
        `${grouped(then.repeatBuyers)} / ${grouped(then.buyers)}`,
        rates.repeatRate === null ? 'no buyers' : `${share(rates.repeatRate)} bought on two days or more`,
      ],
      [
        '  referrers',
        `${grouped(rates.referrers)} / ${grouped(rates.buyers)}`,
        `${grouped(then.referrers)} / ${grouped(then.buyers)}`,
        rates.referralRate === null ? 'no buyers' : `${share(rates.referralRate)} brought somebody who bought`,
      ],
      [
        'lost',
        `${grouped(rates.lost)} / ${grouped(rates.buyersAtStart)}`,
        `${grouped(then.lost)} / ${grouped(then.buyersAtStart)}`,
        rates.churnRate === null || rates.retentionRate === null
          ? 'nobody active at the start'
          : `churn ${share(rates.churnRate)}; kept ${grouped(rates.buyersAtStart - rates.lost)} = ${share(rates.retentionRate)}`,
      ],
      ['regained', grouped(rates.regained), grouped(then.regained), 'lost at the start, bought since'],
    ]
  },
  accounts: (now: Summary, { money }: Speech): Compared[] => {
    const { before, ages } = now
    const aged = [
      ['0-30 days', ages.days0],
      ['31-60', ages.days31],
      ['61-90', ages.days61],
      ['over 90', ages.days91],
    ].flatMap(([age, amount = '0']) => (some(amount) ? [`${age} ${money(amount)}`] : []))
    return [
      ['owed to you', money(now.balance), money(before.balance), joined(many(now.debtors, 'customer'), aged.join(', '))],
      ['in credit', money(now.credit), money(before.credit), many(now.creditors, 'customer')],
    ]
  },
  contacts: ({ contacts, before, followups: { due, fellAway, inTime, late, open, doneRate } }: Summary, { share }: Speech): Compared[] => [
    [
      'contacts',
      grouped(contacts.made),
      grouped(before.contacts.made),
      contacts.made === 0
        ? ''
        : `with ${many(contacts.customers, 'customer')}: ${Object.entries(contacts.outcomes)
            .filter(([, count]) => count > 0)
            .map(([outcome, count]) => `${terms.outcome[outcome] ?? outcome} ${grouped(count)}`)
            .join(', ')}`,
    ],
    ...(doneRate === null
      ? []
      : [
          [
            '  of those due',
            `${grouped(inTime + late)} / ${grouped(due - fellAway)}`,
            '-',
            `${share(doneRate)} done, ${grouped(inTime)} in time; ${grouped(open)} still open`,
          ] as const,
        ]),
  ],
  tiers: ({ tiers, before }: Summary): FilledLine => {
    const all = ['A', 'B', 'C', 'D'] as const
    if (before.classifiedOn === null)
      return ['Tiers', [...all.map((tier) => `${tier} ${grouped(tiers[tier])}`), `(nobody had been classified by ${before.to})`]]
    return ['Tiers', all.map((tier) => beside(tier, tiers[tier], before.tiers[tier]))]
  },
  movements: ({ movements }: Summary): FilledLine | null =>
    movements && ['Moved', movements.length === 0 ? ['nobody'] : movements.map(({ from, to, customers }) => `${from}->${to} ${grouped(customers)}`)],
  stages: ({ stages, before }: Summary): FilledLine => [
    'Stages',
    stageNames.map((stage) => beside(terms.stage[stage] ?? stage, stages[stage], before.stages[stage])),
  ],
  brackets: ({ to, before }: Summary) => `at the end of ${to}; in brackets: of ${before.to}`,
  best: {
    title: (all: readonly BestCustomer[], sales: boolean) => `The ${many(all.length, 'customer')} who ${sales ? 'spent most' : 'brought most profit'}`,
    row: ({ customerId, name, tier, purchases, spent, profit }: BestCustomer, { money }: Speech) => [
      `${name} #${customerId}`,
      tier,
      money(spent),
      `${many(purchases, 'purchase')}${profit === spent ? '' : `, profit ${money(profit)}`}`,
    ],
  },
  fading: {
    title: (all: readonly FadingCustomer[], declining: number, sales: boolean) =>
      `Coming less: ${many(declining, 'customer')}${declining > all.length ? `; of them those who ever ${sales ? 'spent' : 'brought'} most` : ''}${sales ? '' : ' (profit)'}`,
    row: ({ customerId, name, tier, profit, gap, since, lostOn }: FadingCustomer, { money, day }: Speech) => [
      `${name} #${customerId}`,
      tier,
      money(profit),
      `usually every ${tenths(gap)} days, now ${grouped(since)}; lost on ${day(lostOn)}`,
    ],
  },
  common: {
    buyers: ({ customers }: CommonTraits) => `In common: the ${many(customers, 'customer')} who bought and ${customers === 1 ? 'is' : 'are'} not lost`,
    lost: ({ customers }: CommonTraits) => `In common: the ${many(customers, 'customer')} lost`,
    of: ({ tags, sources, firstItems, tiers }: CommonTraits): FilledLine[] => [
      ['  tags', traits(tags)],
      ['  source', traits(sources)],
      ['  bought first', traits(firstItems)],
      ['  tier', traits(tiers)],
    ],
  },
  explain: [
    'before: of a month or quarter the one before it, of one not over yet the same days of the one before; else as many days just before.',
    'revenue: purchases of the period that are not void, in full, walk-ins too. refunds: refunds and returns of the period, whenever the goods were bought. net = revenue - refunds.',
    'profit: of each purchase of a customer (walk-ins aside) what was not given back, times (1 - cost / amount), or times tier.margin where no cost is known; what a refund takes back counts on the day of the refund.',
    'change in %: only where the period before is all in the ledger, is not nought and rests on ten purchases or buyers.',
    'buyers: customers with a counted purchase in the period (not void, not refunded in full). new: their first. repeat: on two days or more. referrers: buyers who brought somebody who has bought.',
    'lost: active on the first day (neither prospect nor lost), lost on the last; churn = lost / active on the first day; kept = the others. regained: lost on the first day, bought since.',
    'owed, in credit: the accounts at the end of the last day (regulars balances); ages in days since the purchase.',
    'contacts: of the period, in and out; those voided are not counted. of those due: of what stood on the list of each morning and the customer did not settle first, what was done (regulars report followups --explain).',
    'tiers, stages: at the end of the last day; who has not bought by then is counted from the day they joined. moved: from the eve of the first day to the last; what the first classify finds is no movement.',
    'best: who brought most profit in the period. coming less: declining by a gap of their own (three purchase days or more), by what they brought since ever.',
    'in common: of those who bought in the period and are not lost, and of all who are lost at its end; tags and source as they are today, what they bought first on their first day. Counts, no more.',
    'archived customers: their money counts, they are in no count of people.',
  ],
  next: (days: string): string[] => [
    'Who: regulars list --stage declining   months: regulars report rates --by month',
    `Why they left: regulars report losses${days}   how it is reckoned: --explain`,
  ],
}
