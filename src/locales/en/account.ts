import { grouped } from '../figure.ts'
import { plural } from './plural.ts'

/** Statements and what is owed. */
export const account = {
  statement: {
    title: (who: string, from: string, to: string) => `${who}   ${from} to ${to}`,
    heads: ['day', 'no.', '', 'charged', 'settled', 'balance'],
    opening: 'brought forward',
    kinds: {
      purchase: 'purchase',
      refund: 'refund',
      payment: 'payment',
      opening: 'brought forward',
    } as Record<string, string>,
    handedBack: 'handed back',
    topUp: 'top-up',
    reward: 'for a referral',
    withBonus: (said: string, bonus: string) => `${said}, bonus ${bonus}`,
    withHandedBack: (said: string, money: string) => `${said}, ${money} handed back`,
    paid: (id: number, owed: string) => `Paid: regulars pay ${id} ${owed}`,
    toSend: (id: number) => `To send to them: regulars statement ${id} --short`,
  },
  /** One line to paste into a message to the customer. */
  letter: {
    fromShop: (name: string, shop: string, said: string) => `Dear ${name}, your account at ${shop}: ${said}.`,
    said: (name: string, said: string) => `Dear ${name}, your account: ${said}.`,
    /** What stood before the first day; `month` where that is the first of this month. */
    before: (day: string, stood: string) => `before ${day} you ${stood}`,
    beforeMonth: (day: string, stood: string) => `before ${day} you ${stood}`,
    owed: (money: string) => `owed ${money}`,
    hadCredit: (money: string) => `had credit ${money}`,
    alreadyOwed: (money: string) => `you already owed ${money}`,
    alreadyHadCredit: (money: string) => `you already had credit ${money}`,
    kinds: { purchase: 'purchase', refund: 'refund', payment: 'payment' } as Record<string, string>,
    handedBack: 'handed back',
    topUp: 'top-up',
    reward: (amount: string) => `for a referral ${amount}`,
    rewardEnded: (amount: string) => `for a referral, ended ${amount}`,
    withBonus: (said: string, bonus: string) => `${said} and bonus ${bonus}`,
    paidThen: (what: string, money: string) => `${what} (${money} paid)`,
    nothingNew: (from: string, to: string) => `nothing new on account from ${from} to ${to}`,
    nothingNewInMonth: (from: string, to: string) => `nothing new on account from ${from} to ${to}`,
    nowOwes: (money: string) => `now you owe ${money}`,
    nowHasCredit: (money: string) => `now you have credit ${money}`,
    nowOwesNothing: 'now you owe nothing',
  },
  balances: {
    nobody: 'Nobody owes anything, nobody has credit.',
    owe: (count: number, money: string) => `${grouped(count)} ${plural(count, 'owes', 'owe')} ${money}`,
    nobodyOwes: 'Nobody owes anything',
    haveCredit: (count: number, money: string) =>
      `${grouped(count)} ${plural(count, 'has', 'have')} credit ${money} (the shop owes them)`,
    phone: 'phone',
    heads: ['', 'total', '0-30 days', '31-60', '61-90', 'over 90', 'reminded'],
    never: 'never',
    credits: 'In credit',
    next: (id: number, owed: string) => [
      `Paid: regulars pay ${id} ${owed}   Account: regulars statement ${id}`,
      `Reminded: regulars done ${id} --about debt`,
    ],
  },
}
