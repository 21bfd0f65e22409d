import type { Lost } from '../ledger/followup/lost.ts'
import type { Screen } from '../terminal/screen.ts'

/** Why a customer is gone, as just noted. */
export const lostScreen: Screen<Lost & { readonly name: string }, Lost> = {
  data: ({ name: _, ...lost }) => lost,
  lines: ({ name, ...lost }, voice) => {
    const { loss } = voice.words
    return [loss.noted(name, lost), ...(lost.stage === 'lost' ? [] : [loss.notYet(lost, voice)]), loss.next]
  },
  columns: {
    customerId: 'count',
    on: 'day',
    why: 'text',
    note: 'text',
    by: 'text',
    stage: 'text',
    lastPurchaseOn: 'day',
    lostOn: 'day',
    change: 'count',
  },
  id: ({ customerId }) => customerId,
}
