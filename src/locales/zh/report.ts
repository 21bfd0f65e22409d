import { addDays } from '../../ledger/day.ts'
import { type WalletStage, walletStages } from '../../ledger/report/wallet-share.ts'
import { stages } from '../../ledger/vocabulary.ts'
import type { Curve, Line } from '../en/report.ts'
import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'
import { terms } from './terms.ts'

const round = (gap: number) => String(Math.round(gap * 100) / 100)
const walletNames: Readonly<Record<WalletStage, string>> = { developing: '待开拓', initial: '起步', stable: '稳定', strategic: '战略' }

function curve(what: string, values: readonly (number | null)[], said: (value: number) => string): Curve {
  const known = values.filter((value) => value !== null)
  const [least, most] = [Math.min(...known), Math.max(...known)]
  return { what, values, range: known.length === 0 ? '-' : `${said(least)} 到 ${said(most)}` }
}

/** A month, with its days where it is cut. */
const monthOf = ({ from, to }: { readonly from: string; readonly to: string }) =>
  from.endsWith('-01') && addDays(to, 1).endsWith('-01') ? from.slice(0, 7) : `${from.slice(5)}..${to.slice(8)}`

export const report: Words['report'] = {
  stages: {
    title: ({ asOf, counts }) => `${asOf} 的熟客程度，共 ${grouped(stages.reduce((sum, stage) => sum + counts[stage], 0))} 位`,
    lines: ({ counts }, { share }) => {
      const total = stages.reduce((sum, stage) => sum + counts[stage], 0)
      return stages.map((stage) => [terms.stage[stage] ?? stage, grouped(counts[stage]), total === 0 ? '' : share(counts[stage] / total)])
    },
    wallet: ({ firms }) => `单位客户 ${grouped(firms)} 家，看他们要买的有多少在这儿买`,
    walletUnknown: ({ firms }) => `单位客户 ${grouped(firms)} 家，都还不知道他们要买的有多少在这儿买。`,
    walletNote: '记一下：regulars edit 名字 --share 60',
    walletLines: ({ firms, counts, unknown }, { share }) => [
      ...walletStages.map((stage): Line => [walletNames[stage], grouped(counts[stage]), share(counts[stage] / firms)]),
      ...(unknown === 0 ? [] : [['不知道', grouped(unknown), `${share(unknown / firms)}；记一下：regulars edit 名字 --share 60`] as const]),
    ],
    walletNext: '是哪几家：regulars list --sort share',
    gap: ({ shopGap }) => `全店的节奏：${round(shopGap)} 天来一次`,
    explain: [
      '间隔：来过三天以上的，取相邻两次相隔天数的中位数；不到三天的，用全店的间隔（前面这些人间隔的中位数）。',
      '没买过：一次没买。流失：超过 3 个间隔、也超过 90 天没来。来得少了：超过 2 个间隔、也超过间隔加 7 天没来。',
      '其余看来过几天：新客 1-2，回头客 3-5，常客 6 以上。',
      '单位（类别是单位的）看份额（edit --share）：待开拓 0，起步 不到 50 %，稳定 50-80 %，战略 80 % 以上；没记的是不知道。',
    ],
    next: ({ counts }, everyone) =>
      stages.every((stage) => counts[stage] === 0)
        ? everyone
          ? '加第一位客户：regulars add 王小明'
          : '看全部客户：regulars report stages'
        : '是哪些人：regulars list --stage 来得少了   怎么算的：--explain',
  },
  rates: {
    title: ({ from, to }) => `${from} 到 ${to}，来了多少、走了多少`,
    lines: (rates, { share }) => {
      const part = (rate: number | null, count: number, whole: number, of: string) =>
        rate === null ? (of === '买过的' ? '没有人买' : '期初没有活跃的') : `${grouped(count)} / ${grouped(whole)}（${of}）= ${share(rate)}`
      const net = rates.new + rates.regained - rates.lost
      return [
        ['期初活跃', grouped(rates.buyersAtStart), '第一天以前买过，还没流失'],
        ['流失', grouped(rates.lost), `流失率 ${part(rates.churnRate, rates.lost, rates.buyersAtStart, '期初活跃')}`],
        [
          '留住',
          grouped(rates.buyersAtStart - rates.lost),
          `留存率 ${part(rates.retentionRate, rates.buyersAtStart - rates.lost, rates.buyersAtStart, '期初活跃')}`,
        ],
        ['新客', grouped(rates.new), '头一次买'],
        ['回来的', grouped(rates.regained), '期初已流失，又来买了'],
        ['净增', `${net > 0 ? '+' : ''}${grouped(net)}`, '新客 + 回来的 - 流失'],
        ['买过的', grouped(rates.buyers), '这段时间买过'],
        ['复购的', grouped(rates.repeatBuyers), `买过 2 天以上 ${part(rates.repeatRate, rates.repeatBuyers, rates.buyers, '买过的')}`],
        ['介绍人', grouped(rates.referrers), `介绍的人也买过 ${part(rates.referralRate, rates.referrers, rates.buyers, '买过的')}`],
      ]
    },
    curves: (months, { share }) =>
      months.length < 2
        ? []
        : [
            curve(
              '买过的',
              months.map(({ buyers }) => buyers),
              grouped,
            ),
            curve(
              '新客',
              months.map((month) => month.new),
              grouped,
            ),
            curve(
              '流失率',
              months.map(({ churnRate }) => churnRate),
              share,
            ),
          ],
    /** By month: who was there and stayed, who came; then who bought. */
    staying: {
      heads: ['', '期初活跃', '流失', '流失率', '留住', '留存率', '新客', '回来的', '净增'],
      row: (rates, { share }) => [
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
      heads: ['', '买过的', '复购的', '复购率', '介绍人', '介绍率'],
      row: (rates, { share }) => [
        monthOf(rates),
        ...[rates.buyers, rates.repeatBuyers].map(grouped),
        rates.repeatRate === null ? '-' : share(rates.repeatRate),
        grouped(rates.referrers),
        rates.referralRate === null ? '-' : share(rates.referralRate),
      ],
    },
    nextOfSeries: '谁来得少了：regulars list --stage 来得少了   怎么算的：--explain',
    explain: [
      '期初活跃：第一天以前买过、那天还没流失的（怎么算流失：regulars report stages --explain）。',
      '流失率 = 期初活跃的人里，最后一天算流失的 / 期初活跃；留存率 = 1 - 流失率。这段时间才来、又流失了的不在里面，regulars report losses 里有。',
      '新客：这段时间头一次买。回来的：第一天已流失，这段时间又买了。净增 = 新客 + 回来的 - 流失。',
      '复购率 = 这段时间买过 2 天以上的 / 买过的。介绍率 = 买过的人里，介绍来的人也买过的 / 买过的。',
    ],
    next: (days) => `流失了谁：regulars report losses${days}   按月看：--by month   怎么算的：--explain`,
  },
}
