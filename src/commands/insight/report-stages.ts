import { whom, whomFlags, whomInput } from '../../cli/audience-flags.ts'
import { verb as declare } from '../../cli/verb.ts'
import type { StageCounts } from '../../ledger/report/rates.ts'
import type { Wallet } from '../../ledger/report/wallet-share.ts'
import type { Voice } from '../../terminal/voice.ts'

/** Where there are firms, they stand by their wallet share as well. */
type Stages = StageCounts & { readonly wallet?: Wallet }
type Row = { readonly stage: string; readonly customers: number }

export const verb = declare({
  name: 'report stages',
  options: [...whomFlags, '--explain'],
  book: 'read',
  input: (read) => read.object({ ...whomInput(read), explain: read.flag }),
  async run({ book, terminal, words }, { explain, ...asked }) {
    const { countStages } = await import('../../ledger/report/rates.ts')
    const { audienceOf } = await import('../../ledger/audience/audience.ts')
    const { countWallet } = await import('../../ledger/report/wallet-share.ts')
    const { bars } = await import('../../terminal/chart/bars.ts')
    const { figures } = await import('../../terminal/figures.ts')
    const { closing } = await import('../../screens/report-footer.ts')
    const { stages } = words.report
    const only = await audienceOf(book, whom(asked))
    const wallet = await countWallet(book.db, only)
    const firms = (of: Wallet, voice: Voice) =>
      of.unknown === of.firms
        ? [stages.walletUnknown(of), ...(explain ? [] : [stages.walletNote])]
        : [stages.wallet(of), ...figures(stages.walletLines(of, voice), voice), ...(explain ? [] : [stages.walletNext])]
    await terminal.show<Stages, Row>(
      { ...(await countStages(book, only)), ...(wallet.firms > 0 ? { wallet } : {}) },
      {
        rows: ({ counts }) => Object.entries(counts).map(([stage, customers]) => ({ stage, customers })),
        columns: { stage: 'text', customers: 'count' },
        say: (value, voice) => [
          voice.strong(stages.title(value)),
          ...bars(
            stages.lines(value, voice).map(([label, figure, of], at) => ({ label, figure, of, value: Object.values(value.counts)[at] ?? 0 })),
            voice,
          ),
          stages.gap(value),
          ...(value.wallet ? firms(value.wallet, voice) : []),
          ...closing({ explain: stages.explain, next: stages.next(value, only === undefined) }, explain, voice),
        ],
      },
    )
  },
})
