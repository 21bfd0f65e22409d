import { grouped } from '../figure.ts'
import { counted, plural } from './plural.ts'

const kinds: Record<string, string> = { purchase: 'Purchase', refund: 'Refund', payment: 'Payment', opening: 'Opening' }

/** What the money entries say. */
export const entry = {
  numbered: (kind: string, id: number) => `${kinds[kind] ?? 'Entry'} ${id}`,
  number: (id: number) => `no. ${id}`,
  today: 'today',
  owesNothing: 'owes nothing',
  /** A balance, and what it was before. */
  was: (now: string, before: string) => `${now} (was ${before})`,
  wasNothing: (now: string) => `${now} (was nothing)`,
  leaves: (balance: string) => `-> ${balance}`,
  /** Of what was to be paid: the part, or all of it. */
  paidPart: (money: string) => `paid ${money}`,
  fromCredit: (money: string) => `from credit ${money}`,
  fromCreditAndBonus: (money: string, bonus: string) => `from credit ${money} (bonus ${bonus})`,
  fromCreditInstead: 'Out of their credit? Take it back and add --unpaid.',
  onAccount: 'on account',
  onAccountPart: (money: string) => `on account ${money}`,
  dueOn: (day: string) => `due ${day}`,
  enteredFor: (day: string) => `on ${day}`,
  takings: (day: string, count: number, sum: string, regularsCount: number, regularsSum: string) =>
    `${day} ${count} for ${sum} (customers ${regularsCount} for ${regularsSum})`,
  refund: {
    of: (purchase: string, id: number) => `${purchase} (no. ${id})`,
    said: (amount: string, of: string, how: string) => `Refunded ${amount} of ${of}: ${how}`,
    lessOwed: 'off what is owed',
    kept: 'kept as credit',
    toBonus: 'back to the bonus',
    visitsTaken: (visits: number) => `${visits} ${plural(visits, 'visit')} taken back`,
    handedBack: 'handed back',
    leaves: (said: string, balance: string) => `${said}; ${balance}`,
  },
  payment: {
    in: (name: string, amount: string, how: string) => `${name} paid ${amount}: ${how}`,
    out: (name: string, amount: string) => `Handed back ${amount} to ${name}`,
    topUp: (name: string, amount: string) => `${name} topped up ${amount}`,
    bonus: (money: string) => `bonus ${money}`,
    bonusEnded: (money: string) => `bonus ${money} ended`,
    ofItBonus: (balance: string, bonus: string) => `${balance}, of it bonus ${bonus}`,
    settled: (part: string) => `${part} (settled)`,
    settledPart: (part: string, left: string) => `${part} (${left} left)`,
    more: (count: number) => `${grouped(count)} more`,
    against: (parts: string) => parts,
    toCredit: (money: string) => `credit ${money}`,
  },
  voided: (kind: string, id: number, what: string) => `Void: ${kind} ${id}, ${what}`,
  voidedContact: (id: number, what: string) => `Void: contact c${id}, ${what}`,
  fixed: (kind: string, replaces: number, before: string, now: string, id: number) =>
    `${kinds[kind]} ${replaces}: ${before} is now ${now}, no. ${id}`,
  heads: { id: 'no.', on: 'day', customer: 'customer', item: 'item', amount: 'amount', remark: '' },
  /** What a line of purchases has to add. */
  remark: {
    void: 'void',
    settled: 'settled',
    returned: 'return',
    refundOf: (id: number) => `refund of no. ${id}`,
    fault: (fault: string) => `fault: ${fault}`,
    refunded: 'refunded',
    refundedPart: (money: string) => `refunded ${money}`,
  },
  total: (count: number, sum: string) => `${counted(count, 'purchase')}, ${sum}`,
  totalRefunded: (money: string) => `refunded ${money}`,
  newest: (count: number) => `the newest ${plural(count, 'one', grouped(count))} shown`,
  refundIt: (id: number) => `Brought back: regulars refund ${id}`,
  contacts: (count: number) => counted(count, 'contact'),
  campaign: (campaign: string) => `campaign ${campaign}`,
  gift: (gift: string) => `gift: ${gift}`,
  noPurchases: 'No purchases.',
  noContacts: 'No contacts.',
  promised: (day: string) => `again ${day}`,
  till: {
    prompt: 'CUSTOMER AMOUNT [ITEM] as in regulars buy; u takes the last back, Enter ends\n> ',
    promptAgain: '> ',
    line: (number: number, text: string) => `Line ${number}: ${text}`,
    total: (count: number, sum: string) => `${grouped(count)} ${plural(count, 'purchase')}, ${sum}`,
    notEntered: (lines: number) => `${lines} ${plural(lines, 'line')} not entered`,
    unconfirmed: (lines: number) =>
      `${counted(lines, 'line')} not confirmed; see purchases before entering ${plural(lines, 'it', 'them')} again:`,
    takenBack: (id: number) => `taken back: no. ${id}`,
    nothingToTakeBack: 'Nothing of this till to take back.',
  },
}
