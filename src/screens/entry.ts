import type { RecordedPayment } from '../ledger/account/payment.ts'
import type { RecordedPurchase } from '../ledger/account/purchase.ts'
import type { RecordedRefund } from '../ledger/account/refund.ts'
import type { Takings } from '../ledger/account/takings.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'
import { hung } from '../terminal/width.ts'
import { isSome, movedTo } from './account-balance.ts'
import { purchaseColumns } from './purchases.ts'

/** A purchase just entered. */
export const boughtScreen: Screen<RecordedPurchase> = {
  lines: (bought, voice) => hung(boughtLine(bought, voice), voice.width),
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
  lines: (refunded, voice) => hung(refundLine(refunded, voice), voice.width),
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
  lines: (paid, voice) => hung(paymentLine(paid, voice), voice.width),
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

/** Said at the end of a till: how many purchases, and how many lines were none. */
export function tillTotal(count: number, sum: string, failed: number, { words, money }: Voice): string {
  const { till } = words.entry
  return [till.total(count, money(sum)), failed > 0 && till.notEntered(failed)].filter(Boolean).join(words.marks.clauses)
}

function boughtLine(bought: RecordedPurchase, voice: Voice): string {
  const { entry, marks } = voice.words
  const amount = withItem(voice.money(bought.amount), bought.item)
  if (bought.customerId === null) return walkInLine(bought, amount, voice)
  const unpaid = isSome(bought.onAccount, voice) || isSome(bought.fromCredit, voice)
  const { name, customerId, tier, balance, balanceBefore } = bought
  const said = [amount, ...paymentParts(bought, unpaid, voice)].join(marks.parts)
  return [
    `${voice.strong(name ?? '')} #${customerId}  ${tier ?? voice.words.terms.kind['staff']}  ${said}`,
    unpaid ? entry.leaves(movedTo(balance, balanceBefore, voice)) : voice.balance(balance),
    entry.number(bought.id),
  ]
    .filter(Boolean)
    .join('   ')
}

function walkInLine({ id, takings }: RecordedPurchase, amount: string, voice: Voice): string {
  const { entry, terms } = voice.words
  return [`${terms.walkIn} ${amount}`, entry.number(id), takings && takingsOfDay(takings, voice)].filter(Boolean).join('   ')
}

/** How a purchase was paid, and for which day it was entered: what goes without saying is left out. */
function paymentParts({ amount, paid, fromCredit, onAccount, due, on }: RecordedPurchase, unpaid: boolean, voice: Voice): string[] {
  const { entry } = voice.words
  const { money, day } = voice
  return [
    unpaid && isSome(paid, voice) ? entry.paidPart(money(paid)) : '',
    isSome(fromCredit, voice) ? entry.fromCredit(money(fromCredit)) : '',
    isSome(onAccount, voice) ? (onAccount === amount ? entry.onAccount : entry.onAccountPart(money(onAccount))) : '',
    due ? entry.dueOn(day(due)) : '',
    on === voice.today ? '' : entry.enteredFor(day(on)),
  ].filter(Boolean)
}

function takingsOfDay({ on, count, sum, regularsCount, regularsSum }: Takings, { words, money, day, today }: Voice): string {
  const when = on === today ? words.entry.today : day(on)
  return words.entry.takings(when, count, money(sum), regularsCount, money(regularsSum))
}

function refundLine(refunded: RecordedRefund, voice: Voice): string {
  const { entry, marks, terms } = voice.words
  const { refund } = entry
  const { amount, balance, balanceBefore, lessOwed, kept, handedBack } = refunded
  const part = (of: string, said: string) => (of === amount ? said : `${said} ${voice.money(of)}`)
  const parts = [
    isSome(lessOwed, voice) ? part(lessOwed, refund.lessOwed) : '',
    isSome(kept, voice) ? part(kept, refund.kept) : '',
    isSome(handedBack, voice) ? part(handedBack, refund.handedBack) : '',
  ]
  const purchase = withItem(`${refunded.name ?? terms.walkIn} ${voice.day(refunded.purchasedOn)}`, refunded.item)
  const of = refunded.refundOf === null ? purchase : refund.of(purchase, refunded.refundOf)
  const said = refund.said(voice.money(amount), of, parts.filter(Boolean).join(marks.parts))
  const left = balance === balanceBefore ? said : refund.leaves(said, movedTo(balance, balanceBefore, voice))
  return `${left}   ${entry.number(refunded.id)}`
}

function paymentLine(paid: RecordedPayment, voice: Voice): string {
  const { entry, marks } = voice.words
  const { payment } = entry
  const amount = voice.money(paid.amount)
  const said = paid.out ? payment.out(paid.name, amount) : payment.in(paid.name, amount, whereItWent(paid, voice))
  return `${said}${marks.clauses}${movedTo(paid.balance, paid.balanceBefore, voice)}   ${entry.number(paid.id)}`
}

/** The first few unpaid parts a payment went to, and what of it became credit. */
function whereItWent({ settled, toCredit }: RecordedPayment, voice: Voice): string {
  const { entry, marks } = voice.words
  const { payment } = entry
  const { money, day } = voice
  const parts = settled.slice(0, 3).map(({ on, amount, left }) => {
    const part = `${day(on)} ${money(amount)}`
    return isSome(left, voice) ? payment.settledPart(part, money(left)) : payment.settled(part)
  })
  if (settled.length > parts.length) parts.push(payment.more(settled.length - parts.length))
  const credit = parts.length > 0 ? payment.toCredit(money(toCredit)) : payment.allToCredit
  const off = parts.length > 0 ? payment.against(parts.join(marks.items)) : ''
  return [off, isSome(toCredit, voice) ? credit : ''].filter(Boolean).join(marks.parts)
}

/** What is said, and the item if one was named. */
export function withItem(said: string, item: string | null): string {
  return item ? `${said} ${item}` : said
}
