import {
  channel,
  choice,
  days,
  type PolicyRule,
  relation,
  reward,
  setting,
  share,
  steps,
  weight,
  words,
} from '../../policy-key.ts'
import { ruleKeys } from '../../reason/rules.ts'
import { segmentKeys } from './segment-ranges.ts'

export const keys = {
  'shop.name': setting('name'),
  'shop.currency': setting('currency'),
  'shop.region': setting('region'),
  'shop.timezone': setting('timezone'),
  'shop.lang': setting('lang'),
  'tier.method': choice('matrix', ['matrix', 'abc', 'rfm', 'scorecard', 'fixed']),
  'tier.windowDays': days(365, 1),
  'tier.margin': share(1),
  'tier.profitShare': share(0.8),
  /** Fixes F*: null means max(2, ceil(mean f over buyers)). */
  'tier.turnover': { kind: 'count', default: null, least: 1, most: 100_000, optional: true },
  /** Fixes P*: null means the 80 % rule. */
  'tier.profit': { kind: 'money', default: null, optional: true },
  /** Method fixed: net spend in the window that makes an A, a B; null is reached by nobody. */
  'tier.fixedA': { kind: 'money', default: null, optional: true, unset: 'none' },
  'tier.fixedB': { kind: 'money', default: null, optional: true, unset: 'none' },
  /** Method abc: by how many percent more each point of potential above 1 lets the spend count. */
  'tier.potential': { kind: 'count', default: 0, least: 0, most: 100 },
  /** Method rfm: points of 3 to 15, the three scores added up, that make an A, a B. */
  'tier.rfm.A': { kind: 'count', default: 12, least: 3, most: 15 },
  'tier.rfm.B': { kind: 'count', default: 9, least: 3, most: 15 },
  /** Method scorecard: points of 0 to 100 that make an A, a B, and how heavily each part weighs. */
  'tier.scorecard.A': { kind: 'count', default: 70, least: 0, most: 100 },
  'tier.scorecard.B': { kind: 'count', default: 45, least: 0, most: 100 },
  'tier.scorecard.spend': weight(30, 100),
  'tier.scorecard.frequency': weight(20, 100),
  'tier.scorecard.recency': weight(20, 100),
  'tier.scorecard.referrals': weight(10, 100),
  'tier.scorecard.satisfaction': weight(10, 100),
  'tier.scorecard.potential': weight(10, 100),
  'cadence.A': days(7, 1),
  'cadence.B': days(15, 1),
  'cadence.C': days(30, 1),
  'cadence.D': days(15, 1),
  'cadence.first': days(3, 1),
  'cadence.lost': days(90, 1),
  /** Days between two questions how satisfied a customer is; 0: nobody is asked. */
  'survey.every.A': days(0),
  'survey.every.B': days(0),
  'survey.every.C': days(0),
  'survey.every.D': days(0),
  /** When an answer to a complaint is promised for unless another day is named. */
  'complaint.days': days(3),
  'due.minGap': days(3, 0),
  'due.capacity': { kind: 'count', default: 12, least: 1, most: 10_000 },
  'due.channel': channel('call'),
  ...ruleKeys,
  'relation.A': relation('proactive'),
  'relation.B': relation('proactive'),
  'relation.C': relation('proactive'),
  'relation.D': relation('proactive'),
  /**
   * How many days before a festival it is told of, and which are kept; auto: the Chinese ones where people keep them.
   */
  'festival.days': days(7),
  'festival.calendar': choice('auto', ['auto', 'chinese', 'new-year', 'none']),
  'festival.own': { kind: 'festivals', default: null, optional: true, unset: 'none' },
  /** Hours of the day between which no message goes out that rings; the same hour twice: none are quiet. */
  'message.quietFrom': { kind: 'count', default: 21, least: 0, most: 24 },
  'message.quietUntil': { kind: 'count', default: 8, least: 0, most: 24 },
  /** Days within which one campaign is written once to a customer, and messages of all campaigns in 30 days. */
  'message.again': days(30, 1),
  'message.most': { kind: 'count', default: 4, least: 1, most: 100 },
  /** Days after a message within which what a customer buys is put down to its campaign. */
  'campaign.days': days(30, 1),
  /** The shop's own cut-offs between the scores 1 to 5; null: by quintiles. */
  'rfm.days': steps('count'),
  'rfm.visits': steps('count'),
  'rfm.money': steps('money'),
  ...segmentKeys,
  /** Which part of a credit is spent first. */
  'credit.bonusFirst': { kind: 'flag', default: false },
  'points.earnPer': { kind: 'count', default: 0, least: 0, most: 10_000 },
  /** From which amount on a purchase earns. */
  'points.minAmount': { kind: 'money', default: null, optional: true, unset: 'any' },
  /** How many percent of the usual a purchase earns: by tier, and on a birthday. */
  'points.rate.A': weight(100),
  'points.rate.B': weight(100),
  'points.rate.C': weight(100),
  'points.rate.D': weight(100),
  'points.rate.birthday': weight(100),
  /** What a point is worth when it is redeemed. */
  'points.worth': { kind: 'money', default: 1 },
  'points.expireDays': { kind: 'count', default: null, least: 1, most: 36_500, optional: true, unset: 'never' },
  /** What customers of a tier have beside the goods, and how many percent off where the owner says --privilege. */
  'tier.A.privilege': words,
  'tier.B.privilege': words,
  'tier.C.privilege': words,
  'tier.D.privilege': words,
  'tier.A.privilegePercent': weight(0, 100),
  'tier.B.privilegePercent': weight(0, 100),
  'tier.C.privilegePercent': weight(0, 100),
  'tier.D.privilegePercent': weight(0, 100),
  'tier.A.birthdayGift': words,
  'tier.B.birthdayGift': words,
  'tier.C.birthdayGift': words,
  'tier.D.birthdayGift': words,
  /** What whoever brought a customer is given, and the new one, at the first purchase of it. */
  'referral.reward': reward,
  'referral.rewardNew': reward,
} as const satisfies Record<string, PolicyRule>
