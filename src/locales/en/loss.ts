import type { LossReason, Lost } from '../../ledger/followup/lost.ts'
import type { Speech } from '../speech.ts'
import { terms } from './terms.ts'

const cause = ({ why, note }: Pick<LossReason, 'why' | 'note'>) => `${terms.cause[why] ?? why}${note ? ` “${note}”` : ''}`

/** Customers lost, and why. */
export const loss = {
  noted: (name: string, lost: Lost) =>
    `${name} #${lost.customerId}: why they left: ${cause(lost)}${lost.why === 'unknown' ? ' (regulars lost … --why price)' : ''}`,
  notYet: ({ stage, lastPurchaseOn, lostOn }: Lost, { day }: Speech) =>
    [
      `By their rhythm still ${terms.stage[stage] ?? stage}`,
      lastPurchaseOn === null ? '' : `, last bought ${day(lastPurchaseOn)}`,
      lostOn === null ? '' : `; lost from ${day(lostOn)} on`,
      '. The stage stays as it is.',
    ].join(''),
  next: 'Who else left, and why: regulars report losses',
  /** In show and why. */
  told: (reason: LossReason, { day }: Speech) => `left: ${cause(reason)} (noted ${day(reason.on)})`,
}
