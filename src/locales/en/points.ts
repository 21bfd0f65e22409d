import { counted, plural, pointsSaid } from './plural.ts'

/** Points of customers. */
export const points = {
  has: (name: string, id: number, points: string, worth: string) =>
    `${name} #${id}: ${pointsSaid(points)}, worth ${worth}`,
  shortfall: (points: string) => `${points} could not be taken back: what is earned next goes there first`,
  lapsing: (said: string) => `They lapse: ${said}`,
  lapses: (points: string, day: string) => `${points} on ${day}`,
  heads: ['day', 'points', 'why'],
  why: {
    opening: 'brought along',
    earned: 'earned',
    returned: 'come back',
    redeemed: 'redeemed',
    adjusted: 'put right',
    lapsed: 'lapsed',
    reward: 'for a referral',
  },
  takenBack: 'taken back',
  entry: (id: number) => `no. ${id}`,
  next: (id: number) =>
    `At the till: regulars buy ${id} 88 --redeem 100   Put right: regulars points adjust ${id} 50 --reason gift`,
  added: (name: string, id: number, points: string) => `${name} #${id}: ${pointsSaid(points)} added`,
  taken: (name: string, id: number, points: string) => `${name} #${id}: ${pointsSaid(points)} taken`,
  now: (did: string, points: string, worth: string) => `${did}; now ${points}, worth ${worth}`,
  noneLapsed: 'No points have lapsed.',
  lapsed: (customers: number, points: string) =>
    `${pointsSaid(points)} of ${counted(customers, 'customer')} have lapsed.`,
  owed: (day: string, customers: number, points: string, worth: string) =>
    `Points on ${day}: ${counted(customers, 'customer')} with ${points}, worth ${worth}`,
  nobody: 'Nobody has points.',
  soon: (points: string) => `${points} of them lapse within 30 days.`,
  missing: (points: string) => `${points} could not be taken back: they had been redeemed.`,
  reportHeads: ['', 'customer', 'points', 'worth', 'lapse in 30 days'],
  explain: [
    'points: earned, brought along and given, less what was redeemed, taken back and has lapsed',
    'worth: points x points.worth of the policy: what the shop owes if all are redeemed',
  ],
  reportNext: (id: number) => `One of them: regulars points show ${id}   Write what has lapsed: regulars points expire`,
  begin: 'To give points: regulars policy set points.earnPer 1',
  earned: (earned: string, now: string) => `+${pointsSaid(earned)} (now ${now})`,
  held: (points: string, worth: string) => `${pointsSaid(points)} (${worth})`,
}

/** Coupons. */
export const coupon = {
  value: (amount: string) => `${amount} off`,
  percent: (percent: number) => `${percent} % off`,
  min: (amount: string) => `from ${amount}`,
  until: (day: string) => `until ${day}`,
  uses: (uses: number) => `${uses} ${plural(uses, 'time')}`,
  always: 'as often as they like',
  given: (code: string, terms: string, customers: number, type: string) =>
    `Coupon ${code} (${terms}) given to ${counted(customers, 'customer')}. At the till: --coupon ${type}`,
  made: (code: string, terms: string, type: string) =>
    `Coupon ${code} (${terms}) is there; nobody has it yet. To give it: regulars coupon give ${type} --to 12`,
  rewarded: (name: string, id: number, what: string) => `For the referral ${name} #${id} has ${what}`,
  rewardOver: (name: string, id: number, code: string) =>
    `For the referral ${name} #${id} should have coupon ${code}, but it is over: regulars policy show referral.reward`,
  birthdayGiven: (name: string, id: number, code: string) => `Birthday gift: coupon ${code} to ${name} #${id}`,
  rewardPoints: pointsSaid,
  rewardCredit: (amount: string) => `${amount} credit`,
  used: (code: string, name: string, id: number) => `${name} #${id} used coupon ${code}`,
  none: 'No coupon yet: regulars coupon give SPRING --value 10 --tier A',
  heads: ['code', 'good for', 'given', 'used', 'brought'],
  next: 'To whom else: regulars help coupon give',
  withIt: (code: string) => `coupon ${code}`,
  redeemed: (points: string) => `${pointsSaid(points)} redeemed`,
  privilege: (said: string) => `has ${said}`,
  percentOf: (percent: number) => `${percent} % off with buy --privilege`,
  birthdayGift: (gift: string) => `birthday gift: ${gift}`,
}
