import type { Db } from '../../store/db.ts'

/** How much of what a firm buys it buys here (SPEC 6): nothing yet, under 50 %, 50-80 %, above. */
export const walletStages = ['developing', 'initial', 'stable', 'strategic'] as const
export type WalletStage = (typeof walletStages)[number]

/** Firms by their wallet share; of `unknown` nobody has said. */
export interface WalletCounts {
  readonly firms: number
  readonly counts: Readonly<Record<WalletStage, number>>
  readonly unknown: number
}

/** The stage of a share in percent. */
export function walletStageOf(share: number): WalletStage {
  if (share === 0) return 'developing'
  return share < 50 ? 'initial' : share <= 80 ? 'stable' : 'strategic'
}

/** How many of the firms asked for are at each stage of wallet share; archived ones are left out. */
export async function countWallet(db: Db, only?: ReadonlySet<number>): Promise<WalletCounts> {
  const firms = await db
    .selectFrom('customer')
    .select(['id', 'wallet_share as share'])
    .where('kind', '=', 'firm')
    .where('archived', '=', 0)
    .execute()
  const asked = only ? firms.filter(({ id }) => only.has(id)) : firms
  const counts: Record<WalletStage, number> = { developing: 0, initial: 0, stable: 0, strategic: 0 }
  for (const { share } of asked) if (share !== null) counts[walletStageOf(share)]++
  return { firms: asked.length, counts, unknown: asked.filter(({ share }) => share === null).length }
}
