import type { PolicyKey } from '../../ledger/book/policy/policy.ts'
import type { StoredValue } from '../../ledger/book/policy/read-value.ts'
import { type SegmentKey, segmentOfKey } from '../../ledger/book/policy/segment-ranges.ts'
import type { Unset } from '../../ledger/policy-key.ts'
import type { Reason } from '../../ledger/reason/rules.ts'
import type { Speech } from '../speech.ts'

/** Whether a reason is raised, and how heavily: said once for all of them. */
type ForEveryReason = `due.${Reason}.on` | `due.${Reason}.weight`
export type Meanings = Readonly<Record<Exclude<PolicyKey, ForEveryReason | SegmentKey>, string>>

const meanings: Meanings = {
  'shop.name': 'what the shop is called',
  'shop.currency': 'the currency; while no money stands in the ledger',
  'shop.region': 'how a phone without a country code is read, and how phones are shown',
  'shop.timezone': 'where the days of the shop begin',
  'shop.lang': 'the language of the ledger: en or zh',
  'tier.method':
    'how customers are sorted: matrix (turnover and profit), abc (share of spend), rfm (scores of recency, visits, ' +
    'spend), scorecard (points of 100), fixed (amounts of your own)',
  'tier.windowDays': 'how many days back sorting looks',
  'tier.margin': 'profit share of a sale whose cost is not known',
  'tier.profitShare': 'matrix: high profit is that of those who together bring this share',
  'tier.turnover': 'matrix: so many purchases in the window are often; auto: the mean, rounded up, at least 2',
  'tier.profit': 'matrix: so much profit in the window is high; auto: by tier.profitShare',
  'tier.fixedA': 'fixed: net spend in the window that makes an A',
  'tier.fixedB': 'fixed: net spend in the window that makes a B',
  'tier.potential': 'abc: by how many percent more each point of potential above 1 lets the spend count; 0: not at all',
  'tier.rfm.A': 'rfm: the three scores of 1 to 5 added up, from which a customer is an A',
  'tier.rfm.B': 'rfm: the same from which a customer is a B; below it C',
  'tier.scorecard.A': 'scorecard: points of 100 from which a customer is an A',
  'tier.scorecard.B': 'scorecard: points of 100 from which a customer is a B; below it C',
  'tier.scorecard.spend': 'scorecard: how heavily net spend in the window weighs (score 1 is 0 points, 5 is 100)',
  'tier.scorecard.frequency': 'scorecard: how heavily purchases in the window weigh, in the same way',
  'tier.scorecard.recency': 'scorecard: how heavily it weighs that they came lately, in the same way',
  'tier.scorecard.referrals': 'scorecard: how heavily buyers they brought weigh (50 points each, 100 at most)',
  'tier.scorecard.satisfaction': 'scorecard: how heavily surveys weigh; what is not known is left out',
  'tier.scorecard.potential':
    'scorecard: how heavily potential weighs (1 is 0 points, 5 is 100); left out where it is not noted',
  'rfm.days': 'scores of recency: so many days at most for 5, 4, 3, 2; auto: a fifth of the buyers each',
  'rfm.visits': 'scores of visits: so many purchases at least for 2, 3, 4, 5; auto: a fifth of the buyers each',
  'rfm.money': 'scores of amount: so much at least for 2, 3, 4, 5; auto: a fifth of the buyers each',
  'cadence.A': 'days between contacts with an A',
  'cadence.B': 'days between contacts with a B',
  'cadence.C': 'days between contacts with a C',
  'cadence.D': 'days between contacts with a D',
  'cadence.first': 'days from joining to the first contact',
  'cadence.lost': 'days between contacts with one who is lost',
  'due.minGap': 'days after a contact that hold back the lighter reasons',
  'due.capacity': 'how many customers a day you can talk to',
  'due.channel': 'how you talk, where a customer has no wish of their own',
  'survey.every.A': 'days between two questions how satisfied an A is; 0: never asked',
  'survey.every.B': 'the same of a B',
  'survey.every.C': 'the same of a C',
  'survey.every.D': 'the same of a D who has bought',
  'complaint.days': 'days in which an answer to a complaint is promised, unless a day is named',
  'due.complaint.days': 'days after a complaint is settled they are asked how satisfied they are',
  'due.complaint.overdue': 'days late from which an open complaint names the keeper and the owner',
  'due.complaint.again': 'days a talk about an open complaint puts it off once its day has come',
  'due.complaint.owner': 'the name of the owner, who is to hear of complaints that are late; auto: the owner',
  'due.promise.days': 'days until one who waits for an answer without a day is due',
  'due.birthday.dayWeight': 'how heavily a birthday weighs on the day itself',
  'due.birthday.days': 'days before the birthday it begins',
  'due.birthday.until': 'days after the birthday it ends',
  'due.unhappy.days': 'days after they were asked it begins',
  'due.unhappy.until': 'days after they were asked it ends',
  'due.welcome.days': 'days after the first purchase it begins',
  'due.welcome.until': 'days after the first purchase it ends',
  'due.thanks.days': 'days after the purchase it begins',
  'due.thanks.until': 'days after the purchase it ends',
  'due.thanks.minAmount': 'from which amount, for after-sale too; auto: the upper tenth of your sales',
  'due.after-sale.days': 'days after the purchase it begins',
  'due.after-sale.until': 'days after the purchase it ends',
  'due.slipping.until': 'days after the lost day it ends',
  'due.debt.days': 'days after the oldest unpaid part it begins',
  'due.debt.again': 'days a payment or a talk about it puts it off',
  'due.cadence.purchases': 'whether a purchase or a payment puts the next contact off too',
  'due.occasion.days': 'days before the day it begins, unless the occasion says otherwise',
  'message.quietFrom':
    'hour from which no message is noted as sent (until message.quietUntil; the same: none are quiet)',
  'message.quietUntil': 'hour from which messages may go out again',
  'message.again': 'days within which a customer has the same campaign once',
  'message.most': 'messages of campaigns to one customer in 30 days at most',
  'campaign.days': 'days after a message within which what they buy counts for its campaign',
  'due.points.days': 'days before some lapse it begins',
  'due.points.again': 'days between two words about them to one customer; 0: each time some lapse',
  'due.coupon.days': 'days before its last day it begins',
  'due.wanted.until': 'days after it came in that it is worth a word',
  'due.welcome-back.days': 'days after the purchase it begins',
  'due.welcome-back.until': 'days after the purchase it ends',
  'due.thanks.again': 'days between two thanks to one customer; 0: for every such purchase',
  'due.after-sale.again': 'days between two such questions to one customer; 0: for every such purchase',
  'due.interested.days': 'days after they showed interest it begins',
  'due.interested.until': 'days after they showed interest it ends',
  'due.restock.days': 'days before it would run out it begins',
  'due.restock.gap': 'what is bought more often than in so many days needs no word',
  'relation.A':
    'how closely to keep an A: basic (promise, complaint, debt), reactive (birthdays, wishes too), accountable ' +
    '(greetings after a purchase too), proactive (all), partner (and a yearly talk)',
  'relation.B': 'the same for a B',
  'relation.C': 'the same for a C',
  'relation.D': 'the same for a D',
  'festival.days': 'days before a festival it is told of',
  'festival.calendar':
    'which festivals: chinese (and New Year), new-year, none; auto: the Chinese ones where people keep them',
  'festival.own': 'festivals of your own: a name and a day each (Anniversary 05-18, Chongyang lunar:09-09)',
  'credit.bonusFirst': 'which part of a credit purchases take first: on the bonus, off what was paid in',
  'points.earnPer': 'points for each whole unit of money; 0: no points',
  'points.minAmount': 'from which amount on a purchase earns points',
  'points.rate.A': 'how many percent of the usual points an A earns',
  'points.rate.B': 'how many percent of the usual points a B earns',
  'points.rate.C': 'how many percent of the usual points a C earns',
  'points.rate.D': 'how many percent of the usual points a D earns',
  'points.rate.birthday': 'how many percent of the usual points a purchase on the birthday earns',
  'points.worth': 'what a point is worth when it is redeemed',
  'points.expireDays': 'after how many days points lapse; none: never',
  'tier.A.privilege': 'what an A has beside the goods: told when they buy',
  'tier.B.privilege': 'what a B has beside the goods',
  'tier.C.privilege': 'what a C has beside the goods',
  'tier.D.privilege': 'what a D has beside the goods',
  'tier.A.privilegePercent': 'how many percent buy --privilege takes off for an A',
  'tier.B.privilegePercent': 'how many percent buy --privilege takes off for a B',
  'tier.C.privilegePercent': 'how many percent buy --privilege takes off for a C',
  'tier.D.privilegePercent': 'how many percent buy --privilege takes off for a D',
  'tier.A.birthdayGift': 'what an A is given on the birthday: words, or coupon:CODE, given with the wish',
  'tier.B.birthdayGift': 'what a B is given on the birthday: words, or coupon:CODE, given with the wish',
  'tier.C.birthdayGift': 'what a C is given on the birthday: words, or coupon:CODE, given with the wish',
  'tier.D.birthdayGift': 'what a D is given on the birthday: words, or coupon:CODE, given with the wish',
  'referral.reward':
    'what whoever brought a customer is given at the first purchase of it: points:50, coupon:CODE or credit:10',
  'referral.rewardNew': 'what a customer who was brought is given at the first purchase, written the same way',
}

/** What `policy` says. */
export const policy = {
  meaning: (key: PolicyKey): string => {
    const [, reason = '', name = ''] = key.split('.')
    if (key in meanings) return meanings[key as keyof Meanings]
    const segment = segmentOfKey(key)
    if (segment !== undefined) return `scores of recency, visits, amount that make ${segment}`
    return name === 'on' ? `whether ${reason} is a reason to call` : `how heavily ${reason} weighs`
  },
  /** A value as people read it. */
  value: (key: PolicyKey, value: NonNullable<StoredValue>, { money }: Pick<Speech, 'money'>): string => {
    if (typeof value === 'boolean') return value ? 'on' : 'off'
    if (typeof value === 'string')
      return key.startsWith('shop.') ? value : /^[\d.]+$/.test(value) ? money(value) : value
    return key === 'tier.margin' || key === 'tier.profitShare'
      ? `${Math.round(value * 1_000_000) / 10_000} %`
      : String(value)
  },
  unset: { auto: 'auto', none: 'none', any: 'any', never: 'never' } satisfies Record<Unset | 'auto', string>,
  /** What a value may look like, where there is none to show. */
  sample: {
    text: '"free tasting"',
    reward: 'points:50',
    festivals: '"Anniversary 05-18"',
    steps: '"2 4 8 12"',
    other: '100',
  },
  changed: (standard: string) => `(default ${standard})`,
  next: (key: string, value: string) =>
    `To change one: regulars policy set ${key} ${value}   back: regulars policy reset ${key}`,
  set: (key: string, value: string, was: string) =>
    value === was ? `${key} is ${value} already` : `${key}: ${value} (was ${was === '' ? 'not set' : was})`,
  sortAgain: 'Tiers change with the next regulars classify.',
  resetAll: 'Put every rule back to its default?',
  nothingToReset: 'Every rule asked for is at its default.',
}
