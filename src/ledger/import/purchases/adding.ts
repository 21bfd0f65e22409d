import type { PurchaseImport } from './purchase-import.ts'
import type { Adding } from './receipt.ts'

/** How the lines of one order of this file add up. */
export function addingOf({ book, plan: { layout } }: Pick<PurchaseImport, 'book' | 'plan'>): Adding {
  return { margin: book.policy['tier.margin'], amounts: layout.amounts ?? 'each', refunds: layout.refunds }
}
