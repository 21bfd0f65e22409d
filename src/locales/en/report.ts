import { addDays } from '../../ledger/day.ts'
import type { PartRates } from '../../ledger/report/rate-series.ts'
import type { Rates, StageCounts } from '../../ledger/report/rates.ts'
import { type WalletCounts, type WalletStage, walletStages } from '../../ledger/report/wallet-share.ts'
import { stages } from '../../ledger/vocabulary.ts'
import { grouped } from '../figure.ts'
import type { Speech } from '../speech.ts'
import { terms } from './terms.ts'

const round = (gap: number) => String(Math.round(gap * 100) / 100)
const walletNames: Readonly<Record<WalletStage, string>> = { developing: 'developing', initial: 'initial', stable: 'stable', strategic: 'strategic' }

/** A month, with its days where it is cut. */
const monthOf = ({ from, to }: Pick<Rates, 'from' | 'to'>) =>
  from.endsWith('-01') && addDays(to, 1).endsWith('-01') ? from.slice(0, 7) : `${from.slice(5)}..${to.slice(8)}`

/** A line of a report: what, how many, and the sum it is of. */
export type Line = readonly [what: string, figure: string, of: string]

/** A column of months, and how far it goes. */
export interface Curve {
  readonly what: string
  readonly values: readonly (number | null)[]
  readonly range: string
}

function curve(what: string, values: readonly (number | null)[], said: (value: number) => string): Curve {
  const known = values.filter((value) => value !== null)
  const [least, most] = [Math.min(...known), Math.max(...known)]
  return { what, values, range: known.length === 0 ? '-' : `${said(least)} to ${said(most)}` }
}

/** What the reports say. */
export const report = {
  stages: {
    title: ({ asOf, counts }: StageCounts) => {
      const total = stages.reduce((sum, stage) => sum + counts[stage], 0)
      return `Stages on ${asOf}: ${grouped(total)} ${total === 1 ? 'customer' : 'customers'}`
    },
    lines: ({ counts }: StageCounts, { share }: Speech): Line[] => {
      const total = stages.reduce((sum, stage) => sum + counts[stage], 0)
      return stages.map((stage) => [terms.stage[stage] ?? stage, grouped(counts[stage]), total === 0 ? '' : share(counts[stage] / total)])
    },
    wallet: ({ firms }: WalletCounts) => `${grouped(firms)} ${firms === 1 ? 'firm' : 'firms'}, by how much of what they buy they buy here`,
    /** Of no firm is it known: one line instead of a table of nothing. */
    walletUnknown: ({ firms }: WalletCounts) => `${grouped(firms)} ${firms === 1 ? 'firm' : 'firms'}: nobody noted how much of what they buy they buy here.`,
    walletNote: 'Note it: regulars edit NAME --share 60',
    walletLines: ({ firms, counts, unknown }: WalletCounts, { share }: Speech): Line[] => [
      ...walletStages.map((stage): Line => [walletNames[stage], grouped(counts[stage]), share(counts[stage] / firms)]),
      ...(unknown === 0 ? [] : [['not known', grouped(unknown), `${share(unknown / firms)}; note it: regulars edit NAME --share 60`] as const]),
    ],
    walletNext: 'Which firms: regulars list --sort share',
    gap: ({ shopGap }: StageCounts) => `The shop's gap: ${round(shopGap)} days between visits`,
    explain: [
      "gap: the median of the days between a customer's purchase days, from three of them on; else the shop's gap: the median of those.",
      'prospect: has not bought. lost: last bought more than 3 gaps and more than 90 days ago. declining: more than 2 gaps and more than a gap and 7 days ago.',
      'else by purchase days: exploring 1-2, forming 3-5, stable 6 and more.',
      'firms (kind firm) by wallet share (edit --share): developing 0, initial under 50 %, stable 50-80 %, strategic above; not known where nobody noted it.',
    ],
    next: ({ counts }: StageCounts, everyone: boolean): string =>
      stages.every((stage) => counts[stage] === 0)
        ? everyone
          ? 'Your first customer: regulars add NAME'
          : 'All customers: regulars report stages'
        : 'Who they are: regulars list --stage declining   how it is reckoned: --explain',
  },
  rates: {
    title: ({ from, to }: Pick<Rates, 'from' | 'to'>) => `Rates from ${from} to ${to}`,
    lines: (rates: Rates, { share }: Speech): Line[] => {
      const part = (rate: number | null, count: number, whole: number, of: string) =>
        rate === null ? (of === 'active' ? 'nobody was active at the start' : 'nobody bought') : `${grouped(count)} of ${grouped(whole)} ${of} = ${share(rate)}`
      const net = rates.new + rates.regained - rates.lost
      return [
        ['active at the start', grouped(rates.buyersAtStart), 'neither prospect nor lost on the first day'],
        ['lost', grouped(rates.lost), `churn: ${part(rates.churnRate, rates.lost, rates.buyersAtStart, 'active')}`],
        [
          'kept',
          grouped(rates.buyersAtStart - rates.lost),
          `retention: ${part(rates.retentionRate, rates.buyersAtStart - rates.lost, rates.buyersAtStart, 'active')}`,
        ],
        ['new', grouped(rates.new), 'bought for the first time'],
        ['regained', grouped(rates.regained), 'lost at the start, bought since'],
        ['net', `${net > 0 ? '+' : ''}${grouped(net)}`, 'new + regained - lost'],
        ['buyers', grouped(rates.buyers), 'bought in the period'],
        ['repeat buyers', grouped(rates.repeatBuyers), `on two days or more: ${part(rates.repeatRate, rates.repeatBuyers, rates.buyers, 'buyers')}`],
        ['referrers', grouped(rates.referrers), `brought somebody who bought: ${part(rates.referralRate, rates.referrers, rates.buyers, 'buyers')}`],
      ]
    },
    /** A few columns as curves, each with its least and most. */
    curves: (months: readonly Rates[], { share }: Speech): Curve[] =>
      months.length < 2
        ? []
        : [
            curve(
              'buyers',
              months.map(({ buyers }) => buyers),
              grouped,
            ),
            curve(
              'new',
              months.map((month) => month.new),
              grouped,
            ),
            curve(
              'churn',
              months.map(({ churnRate }) => churnRate),
              share,
            ),
          ],
    /** By month: who was there and stayed, who came; then who bought. */
    staying: {
      heads: ['', 'active', 'lost', 'churn', 'kept', 'retention', 'new', 'regained', 'net'],
      row: (rates: PartRates, { share }: Speech): string[] => [
        monthOf(rates),
        ...[rates.buyersAtStart, rates.lost].map(grouped),
        rates.churnRate === null ? '-' : share(rates.churnRate),
        grouped(rates.buyersAtStart - rates.lost),
        rates.retentionRate === null ? '-' : share(rates.retentionRate),
        ...[rates.new, rates.regained].map(grouped),
        `${rates.net > 0 ? '+' : ''}${grouped(rates.net)}`,
      ],
    },
    buying: {
      heads: ['', 'buyers', 'repeat', 'of buyers', 'referrers', 'of buyers'],
      row: (rates: Rates, { share }: Speech): string[] => [
        monthOf(rates),
        ...[rates.buyers, rates.repeatBuyers].map(grouped),
        rates.repeatRate === null ? '-' : share(rates.repeatRate),
        grouped(rates.referrers),
        rates.referralRate === null ? '-' : share(rates.referralRate),
      ],
    },
    nextOfSeries: 'Who is fading: regulars list --stage declining   how it is reckoned: --explain',
    explain: [
      'active: bought before and not lost, as of the first day (see regulars report stages --explain).',
      'churn = of those active on the first day, who are lost on the last / active on the first day; retention = 1 - churn. Who came and was lost within the period is not in it: regulars report losses has them too.',
      'new: first purchase in the period. regained: lost on the first day and bought in the period. net = new + regained - lost.',
      'repeat rate = buyers with two or more purchase days in the period / buyers of the period.',
      'referral rate = buyers of the period who referred somebody who has bought / buyers of the period.',
    ],
    next: (days: string) => `Who was lost: regulars report losses${days}   by month: --by month   how: --explain`,
  },
}
