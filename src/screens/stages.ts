import type { StageCounts } from '../ledger/report/rates.ts'
import { type WalletCounts, walletStages } from '../ledger/report/wallet-share.ts'
import { stages as allStages } from '../ledger/vocabulary.ts'
import { grouped } from '../locales/figure.ts'
import { bars } from '../terminal/chart/bars.ts'
import { figures } from '../terminal/figures.ts'
import type { Voice } from '../terminal/voice.ts'
import { type Reported, reportScreen } from './report.ts'

/** Where there are firms, they stand by their wallet share as well. */
interface StagesAsked extends Reported<StageCounts & { readonly wallet?: WalletCounts }> {
  readonly everyone: boolean
}

export const stagesScreen = reportScreen<StagesAsked, { readonly stage: string; readonly customers: number }>({
  rows: ({ report }) => Object.entries(report.counts).map(([stage, customers]) => ({ stage, customers })),
  columns: { stage: 'text', customers: 'count' },
  title: ({ report }, { words }) => words.report.stages.title(report.asOf, total(report)),
  body({ report, explain }, voice) {
    const { report: words, terms } = voice.words
    const all = total(report)
    const lines = allStages.map((stage) => {
      const value = report.counts[stage]
      const of = all === 0 ? '' : voice.share(value / all)
      return { label: terms.stage[stage] ?? stage, figure: grouped(value), of, value }
    })
    return [
      ...bars(lines, voice),
      words.stages.gap(days(report.shopGap)),
      ...(report.kept ? [words.stages.kept(days(report.kept.gap), report.kept.on)] : []),
      ...(report.wallet ? firms(report.wallet, explain, voice) : []),
    ]
  },
  reckoning: (_, { words }) => words.report.stages.explain,
  next({ report, everyone }, { words }) {
    const { stages } = words.report
    if (total(report) > 0) return stages.next
    return everyone ? stages.begin : stages.everyone
  },
})

const days = (gap: number) => String(Math.round(gap * 100) / 100)

const total = ({ counts }: StageCounts) => allStages.reduce((sum, stage) => sum + counts[stage], 0)

function firms({ firms, counts, unknown }: WalletCounts, explain: boolean, voice: Voice): string[] {
  const { stages } = voice.words.report
  if (unknown === firms) return [stages.walletUnknown(firms), ...(explain ? [] : [stages.walletNote])]
  const share = (part: number) => voice.share(part / firms)
  const lines = walletStages.map((stage): [string, string, string] => {
    return [stages.walletStage[stage], grouped(counts[stage]), share(counts[stage])]
  })
  if (unknown > 0) lines.push([stages.notKnown, grouped(unknown), stages.notKnownNote(share(unknown))])
  return [stages.wallet(firms), ...figures(lines, voice), ...(explain ? [] : [stages.walletNext])]
}
