import type { RecordedPayment } from '../ledger/account/payment.ts'
import type { RecordedPurchase } from '../ledger/account/recorded-purchase.ts'
import type { RecordedRefund } from '../ledger/account/refund.ts'
import type { Takings } from '../ledger/account/takings.ts'
import { grouped } from '../locales/figure.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'
import { hung } from '../terminal/width.ts'
import { isSome, movedTo } from './account-balance.ts'
import { purchaseColumns } from './purchases.ts'

/** A purchase just entered. */
export const boughtScreen: Screen<RecordedPurchase> = {
  lines: (bought, voice) => [
    ...hung(boughtLine(bought, voice), voice.width),
    ...rewardLines(bought, voice),
    ...(couldBeFromCredit(bought) ? [voice.words.entry.fromCreditInstead] : []),
  ],
  columns: purchaseColumns,
  id: ({ id }) => id,
}

/** Purchases entered as one change. */
export const boughtManyScreen: Screen<readonly RecordedPurchase[]> = {
  lines: (all, voice) =>
    all.flatMap((one) => [...hung(boughtLine(one, voice), voice.width), ...rewardLines(one, voice)]),
  columns: purchaseColumns,
  id: ({ id }) => id,
}

/** One of a till's purchases: how to take it back was said at its beginning. */
export const boughtTillScreen: Screen<RecordedPurchase> = {
  ...boughtScreen,
  rows: (one) => [one],
  data: (one) => [one],
  tellsUndo: true,
}

/** What the purchase brought for a referral. */
function rewardLines({ rewards }: RecordedPurchase, voice: Voice): string[] {
  const { coupon } = voice.words
  return rewards.flatMap(({ customerId, name, points, coupon: code, credit, isOver }) => {
    const what =
      points !== null
        ? coupon.rewardPoints(grouped(points))
        : credit !== null
          ? coupon.rewardCredit(voice.money(credit))
          : coupon.withIt(code ?? '')
    return hung(
      isOver ? coupon.rewardOver(name, customerId, code ?? '') : coupon.rewarded(name, customerId, what),
      voice.width,
    )
  })
}

/** Paid at the counter by somebody whose credit would have paid it. */
function couldBeFromCredit({ amount, paid, balance }: RecordedPurchase): boolean {
  return paid === amount && Number(amount) > 0 && Number(balance) <= -Number(amount)
}

/** The columns that any entry begins with. */
const ofEveryEntry = { id: 'count', kind: 'text', customerId: 'count', on: 'day', amount: 'money' } as const

export const refundScreen: Screen<RecordedRefund> = {
  lines: (refunded, voice) => hung(refundLine(refunded, voice), voice.width),
  columns: {
    ...ofEveryEntry,
    lowered: 'money',
    handedBack: 'money',
    balance: 'balance',
    refundOf: 'count',
    reason: 'text',
    fault: 'text',
    note: 'text',
  },
  id: ({ id }) => id,
}

export const paymentScreen: Screen<RecordedPayment> = {
  lines: (paid, voice) => hung(paymentLine(paid, voice), voice.width),
  columns: {
    ...ofEveryEntry,
    out: 'flag',
    bonus: 'money',
    balance: 'balance',
    method: 'text',
    note: 'text',
  },
  id: ({ id }) => id,
}

/** Said at the end of a till: how many purchases, and how many lines were none. */
export function tillTotal(count: number, sum: string, failed: number, { words, money }: Voice): string {
  const { till } = words.entry
  return [till.total(count, money(sum)), failed > 0 && till.notEntered(failed)]
    .filter(Boolean)
    .join(words.marks.clauses)
}

function boughtLine(bought: RecordedPurchase, voice: Voice): string {
  const { entry, marks, points, coupon } = voice.words
  const amount = withItem(voice.money(bought.amount), bought.item)
  if (bought.customerId === null) return walkInLine(bought, amount, voice)
  const unpaid = isSome(bought.onAccount, voice) || isSome(bought.fromCredit, voice)
  const { name, customerId, tier, balance, balanceBefore } = bought
  const said = [amount, ...paymentParts(bought, unpaid, voice)].join(marks.parts)
  return [
    `${voice.strong(name ?? '')} #${customerId}  ${tier ?? voice.words.terms.kind['staff']}  ${said}`,
    unpaid ? entry.leaves(movedTo(balance, balanceBefore, voice)) : voice.balance(balance),
    bought.points === null ? '' : points.earned(grouped(bought.points.earned), grouped(bought.points.now)),
    bought.privilege === null ? '' : coupon.privilege(bought.privilege),
    entry.number(bought.id),
  ]
    .filter(Boolean)
    .join('   ')
}

function walkInLine({ id, on, takings }: RecordedPurchase, amount: string, voice: Voice): string {
  const { entry, marks, terms } = voice.words
  const said = [`${terms.walkIn} ${amount}`, on === voice.today ? '' : entry.enteredFor(voice.day(on))]
    .filter(Boolean)
    .join(marks.parts)
  return [said, entry.number(id), takings && takingsOfDay(takings, voice)].filter(Boolean).join('   ')
}

/** How a purchase was paid, and for which day it was entered: what goes without saying is left out. */
export function paymentParts(
  { amount, paid, fromCredit, fromBonus, onAccount, due, on, coupon, redeemed }: RecordedPurchase,
  unpaid: boolean,
  voice: Voice,
): string[] {
  const { entry, coupon: said } = voice.words
  const { money, day } = voice
  return [
    coupon === null ? '' : said.withIt(coupon),
    redeemed === null ? '' : said.redeemed(grouped(redeemed)),
    unpaid && isSome(paid, voice) ? entry.paidPart(money(paid)) : '',
    isSome(fromCredit, voice)
      ? isSome(fromBonus, voice)
        ? entry.fromCreditAndBonus(money(fromCredit), money(fromBonus))
        : entry.fromCredit(money(fromCredit))
      : '',
    isSome(onAccount, voice) ? (onAccount === amount ? entry.onAccount : entry.onAccountPart(money(onAccount))) : '',
    due ? entry.dueOn(day(due)) : '',
    on === voice.today ? '' : entry.enteredFor(day(on)),
  ].filter(Boolean)
}

function takingsOfDay(
  { on, count, sum, regularsCount, regularsSum }: Takings,
  { words, money, day, today }: Voice,
): string {
  const when = on === today ? words.entry.today : day(on)
  return words.entry.takings(when, count, money(sum), regularsCount, money(regularsSum))
}

function refundLine(refunded: RecordedRefund, voice: Voice): string {
  const { entry, marks, terms } = voice.words
  const { refund } = entry
  const { amount, balance, balanceBefore, lessOwed, kept, toBonus, handedBack, visitsTaken } = refunded
  const part = (of: string, said: string) => (of === amount ? said : `${said} ${voice.money(of)}`)
  const parts = [
    isSome(lessOwed, voice) ? part(lessOwed, refund.lessOwed) : '',
    isSome(kept, voice) ? part(kept, refund.kept) : '',
    isSome(toBonus, voice) ? part(toBonus, refund.toBonus) : '',
    isSome(handedBack, voice) ? part(handedBack, refund.handedBack) : '',
    visitsTaken > 0 ? refund.visitsTaken(visitsTaken) : '',
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
  const { money } = voice
  const bonus = isSome(paid.bonus, voice) ? (paid.out ? payment.bonusEnded : payment.bonus)(money(paid.bonus)) : ''
  const said = [whatWasPaid(paid, voice), bonus].filter(Boolean).join(marks.parts)
  const now = movedTo(paid.balance, paid.balanceBefore, voice)
  const stands = isSome(paid.creditBonus, voice) ? payment.ofItBonus(now, money(paid.creditBonus)) : now
  return `${said}${marks.clauses}${stands}   ${entry.number(paid.id)}`
}

/** Money handed back, a top-up, or a payment and where it went. */
function whatWasPaid(paid: RecordedPayment, voice: Voice): string {
  const { payment } = voice.words.entry
  const amount = voice.money(paid.amount)
  if (paid.out) return payment.out(paid.name, amount)
  return paid.settled.length === 0
    ? payment.topUp(paid.name, amount)
    : payment.in(paid.name, amount, whereItWent(paid, voice))
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
  const off = payment.against(parts.join(marks.items))
  return [off, isSome(toCredit, voice) ? payment.toCredit(money(toCredit)) : ''].filter(Boolean).join(marks.parts)
}

/** What is said, and the item if one was named. */
export function withItem(said: string, item: string | null): string {
  return item ? `${said} ${item}` : said
}
