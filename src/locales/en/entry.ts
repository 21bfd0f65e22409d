import type { Entry, Purchase } from '../../ledger/account/entries.ts'
import type { Fixed } from '../../ledger/account/fix.ts'
import type { RecordedPayment } from '../../ledger/account/payment.ts'
import type { RecordedPurchase } from '../../ledger/account/purchase.ts'
import type { RecordedRefund } from '../../ledger/account/refund.ts'
import type { Takings } from '../../ledger/account/takings.ts'
import type { BalanceMove } from '../../ledger/account/void.ts'
import type { Speech } from '../speech.ts'
import { terms } from './terms.ts'

const standing = (balance: string, voice: Speech) => voice.balance(balance) || 'owes nothing'

/** What stood before: with its word only when it leaned the other way. */
const before = (was: string, now: string, voice: Speech) => {
  if (voice.balance(was) === '') return 'nothing'
  return was.startsWith('-') === now.startsWith('-') && voice.balance(now) !== '' ? voice.money(was.replace('-', '')) : voice.balance(was)
}

const moved = (was: string, now: string, voice: Speech) => `${standing(now, voice)} (was ${before(was, now, voice)})`

const isSome = (amount: string, voice: Speech) => voice.balance(amount) !== ''

const what = (item: string | null) => (item ? ` ${item}` : '')

const kinds: Record<string, string> = { purchase: 'Purchase', refund: 'Refund', payment: 'Payment', opening: 'Opening' }

/** What the money entries say. */
export const entry = {
  numbered: (kind: string, id: number) => `${kinds[kind] ?? 'Entry'} ${id}`,
  bought: (value: RecordedPurchase, voice: Speech, today: string) => {
    const { money, day } = voice
    if (value.customerId === null)
      return `walk-in ${money(value.amount)}${what(value.item)}   no. ${value.id}${value.takings ? `   ${entry.takings(value.takings, voice, today)}` : ''}`
    const unpaid = isSome(value.onAccount, voice) || isSome(value.fromCredit, voice)
    const how = [
      unpaid && isSome(value.paid, voice) ? `paid ${money(value.paid)}` : '',
      isSome(value.fromCredit, voice) ? `from credit ${money(value.fromCredit)}` : '',
      isSome(value.onAccount, voice) ? (value.onAccount === value.amount ? 'on account' : `on account ${money(value.onAccount)}`) : '',
      value.due ? `due ${day(value.due)}` : '',
      value.on === today ? '' : `on ${day(value.on)}`,
    ].filter(Boolean)
    const account = unpaid ? `-> ${moved(value.balanceBefore, value.balance, voice)}` : voice.balance(value.balance)
    return [
      `${voice.strong(value.name ?? '')} #${value.customerId}  ${value.tier ?? terms.kind['staff']}  ${[`${money(value.amount)}${what(value.item)}`, ...how].join(', ')}`,
      account,
      `no. ${value.id}`,
    ]
      .filter(Boolean)
      .join('   ')
  },
  takings: ({ on, count, sum, regularsCount, regularsSum }: Takings, { money, day }: Speech, today: string) =>
    `${on === today ? 'today' : day(on)} ${count} for ${money(sum)} (customers ${regularsCount} for ${money(regularsSum)})`,
  refunded: (value: RecordedRefund, voice: Speech) => {
    const { money } = voice
    const whole = (part: string, words: string) => (part === value.amount ? words : `${words} ${money(part)}`)
    const how = [
      isSome(value.lessOwed, voice) ? whole(value.lessOwed, 'off what is owed') : '',
      isSome(value.kept, voice) ? whole(value.kept, 'kept as credit') : '',
      isSome(value.handedBack, voice) ? whole(value.handedBack, 'handed back') : '',
    ].filter(Boolean)
    const account = value.balance === value.balanceBefore ? '' : `; ${moved(value.balanceBefore, value.balance, voice)}`
    const bought = `${value.name ?? 'walk-in'} ${voice.day(value.purchasedOn)}${what(value.item)} (no. ${value.refundOf})`
    return `Refunded ${money(value.amount)} of ${bought}: ${how.join(', ')}${account}   no. ${value.id}`
  },
  paid: (value: RecordedPayment, voice: Speech) => {
    const { money, day } = voice
    if (value.out) return `Handed back ${money(value.amount)} to ${value.name}; ${moved(value.balanceBefore, value.balance, voice)}   no. ${value.id}`
    const parts = value.settled
      .slice(0, 3)
      .map(({ on, amount, left }) => `${day(on)} ${money(amount)} (${isSome(left, voice) ? `${money(left)} left` : 'settled'})`)
    const more = value.settled.length - parts.length
    if (more > 0) parts.push(`${more} more`)
    const credit = isSome(value.toCredit, voice) ? [parts.length > 0 ? `credit ${money(value.toCredit)}` : 'owed nothing, kept as credit'] : []
    return `${value.name} paid ${money(value.amount)}: ${[...parts, ...credit].join(', ')}; ${moved(value.balanceBefore, value.balance, voice)}   no. ${value.id}`
  },
  voided: ({ kind, id, on, amount, item }: Entry & { readonly item?: string | null }, name: string, voice: Speech) =>
    `Void: ${kinds[kind]?.toLowerCase()} ${id}, ${name} ${voice.day(on)}${what(item ?? null)} ${voice.money(amount)}`,
  voidedContact: ({ id, name, on }: { id: number; name: string; on: string }, voice: Speech) => `Void: contact c${id}, ${name} ${voice.day(on)}`,
  moved: ({ customerId, name, balanceBefore, balance }: BalanceMove, voice: Speech) =>
    `${name} #${customerId} ${balance === balanceBefore ? standing(balance, voice) : moved(balanceBefore, balance, voice)}`,
  fixed: ({ kind, replaces, id, amountBefore, amount }: Fixed, voice: Speech) =>
    `${kinds[kind]} ${replaces}: ${voice.money(amountBefore)} is now ${voice.money(amount)}, no. ${id}`,
  heads: { id: 'No.', on: 'Day', customer: 'Customer', item: 'Item', amount: 'Amount', remark: '' },
  /** What a line of purchases has to add: void, refunds, what was not paid, its note. */
  remarks: ({ void: gone, refunded, amount, paid, note }: Purchase, { money, balance }: Speech) => [
    ...(gone
      ? ['void']
      : [
          balance(refunded) === '' ? '' : refunded === amount ? 'refunded' : `refunded ${money(refunded)}`,
          paid === amount ? '' : balance(paid) === '' ? 'on account' : `paid ${money(paid)}`,
        ].filter(Boolean)),
    ...(note ? [`“${note}”`] : []),
  ],
  total: (count: number, sum: string, refunded: string, { money, balance }: Speech) =>
    `${count} ${count === 1 ? 'purchase' : 'purchases'}, ${money(sum)}${balance(refunded) === '' ? '' : `, refunded ${money(refunded)}`}`,
  noPurchases: 'No purchases.',
  noContacts: 'No contacts.',
  promised: (day: string) => `again ${day}`,
  till: {
    prompt: 'customer amount [item], u takes back, Enter ends> ',
    line: (number: number, text: string) => `Line ${number}: ${text}`,
    total: (count: number, sum: string, failed: number, { money }: Speech) =>
      `${count} ${count === 1 ? 'purchase' : 'purchases'}, ${money(sum)}${failed > 0 ? `; ${failed} ${failed === 1 ? 'line' : 'lines'} not entered` : ''}`,
    takenBack: (id: number) => `taken back: no. ${id}`,
    nothingToTakeBack: 'Nothing of this till to take back.',
  },
}
