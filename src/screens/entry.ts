import type { RecordedPayment } from '../ledger/account/payment.ts'
import type { RecordedPurchase } from '../ledger/account/purchase.ts'
import type { RecordedRefund } from '../ledger/account/refund.ts'
import type { Screen } from '../terminal/screen.ts'
import { hung } from '../terminal/width.ts'
import { purchaseColumns } from './purchases.ts'

/** A purchase just entered. */
export const boughtScreen: Screen<RecordedPurchase> = {
  lines: (bought, voice) => hung(voice.words.entry.bought(bought, voice, voice.today), voice.width),
  columns: purchaseColumns,
  id: ({ id }) => id,
}

/** Purchases entered one after another, each a change of its own. */
export const boughtManyScreen: Screen<readonly RecordedPurchase[]> = {
  lines: (all, voice) => all.flatMap((one) => boughtScreen.lines(one, voice)),
  columns: purchaseColumns,
  id: ({ id }) => id,
  tellsUndo: true,
}

export const refundScreen: Screen<RecordedRefund> = {
  lines: (refunded, voice) => hung(voice.words.entry.refunded(refunded, voice), voice.width),
  columns: {
    id: 'count',
    kind: 'text',
    customerId: 'count',
    on: 'day',
    amount: 'money',
    lowered: 'money',
    handedBack: 'money',
    balance: 'balance',
    refundOf: 'count',
    reason: 'text',
    fault: 'text',
  },
  id: ({ id }) => id,
}

export const paymentScreen: Screen<RecordedPayment> = {
  lines: (paid, voice) => hung(voice.words.entry.paid(paid, voice), voice.width),
  columns: {
    id: 'count',
    kind: 'text',
    customerId: 'count',
    on: 'day',
    amount: 'money',
    out: 'flag',
    balance: 'balance',
    method: 'text',
    note: 'text',
  },
  id: ({ id }) => id,
}
