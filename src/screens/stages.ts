import type { StageCounts } from '../ledger/report/rates.ts'
import type { WalletCounts } from '../ledger/report/wallet-share.ts'
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
  title: ({ report }, { words }) => words.report.stages.title(report),
  body({ report, explain }, voice) {
    const { stages } = voice.words.report
    const counts = Object.values(report.counts)
    return [
      ...bars(
        stages.lines(report, voice).map(([label, figure, of], at) => ({ label, figure, of, value: counts[at] ?? 0 })),
        voice,
      ),
      stages.gap(report),
      ...(report.wallet ? firms(report.wallet, explain, voice) : []),
    ]
  },
  reckoning: (_, { words }) => words.report.stages.explain,
  next: ({ report, everyone }, { words }) => words.report.stages.next(report, everyone),
})

function firms(wallet: WalletCounts, explain: boolean, voice: Voice): string[] {
  const { stages } = voice.words.report
  return wallet.unknown === wallet.firms
    ? [stages.walletUnknown(wallet), ...(explain ? [] : [stages.walletNote])]
    : [stages.wallet(wallet), ...figures(stages.walletLines(wallet, voice), voice), ...(explain ? [] : [stages.walletNext])]
}
