import { quoted } from '../../asked.ts'
import type { CodesOf, ErrorWords, InAnyLanguage } from '../../error-message.ts'
import { grouped } from '../../figure.ts'
import { plural, pointsOf } from '../plural.ts'

const said = {
  'points.overdrawn': ({ customerId }) => ({
    message: `Customer #${customerId} has redeemed points of it since: it cannot be taken back.`,
    hint: `What they did with their points: regulars points show ${customerId}`,
  }),
  'reward.spent': ({ customerId, spent }, voice) => ({
    message:
      `Customer #${customerId} was given credit for the referral and has spent ${voice.money(spent)} of it: ` +
      'taken back, they would owe that.',
    hint:
      'Void it instead, what was spent stays spent: regulars help void   ' +
      `Their account: regulars statement ${customerId}`,
  }),
  'points.too-few': ({ id, name, points, asked }) => ({
    message: `${name} #${id} has ${pointsOf(points)}: ${grouped(asked)} cannot be taken.`,
    hint: `Their points: regulars points show ${id}`,
  }),
  'points.worthless': () => ({
    message: 'Points pay for nothing at the till: a point is worth 0.',
    hint: 'To change it: regulars policy set points.worth 0.01',
  }),
  'points.too-many': ({ asked, most, amount }, voice) => ({
    message: `${pointsOf(asked)} ${plural(asked, 'is', 'are')} worth more than the ${voice.money(amount)} left to pay.`,
    hint: `At most: --redeem ${most}`,
  }),
  'points.walk-in': () => ({
    message: 'A walk-in has no points, coupons or privileges.',
    hint: 'Say who: regulars help buy',
  }),
  'coupon.not-found': {
    message: (asked: string) => `No coupon “${asked}”.`,
    hint: (code: string) =>
      `Those there are: regulars coupon list   To make one: regulars coupon give ${code} --value 10 --to nobody`,
  },
  'coupon.not-given': ({ code, id, name }) => ({
    message: `Coupon ${code} was not given to ${name} #${id}.`,
    hint: `To give it: regulars coupon give ${quoted(code)} --to ${id}`,
  }),
  'coupon.used-up': {
    once: (name: string, code: string) => `${name} has used coupon ${code} already.`,
    often: (name: string, code: string, uses: number) => `${name} has used coupon ${code} already (${uses} times).`,
    hint: 'What is open: regulars coupon list',
  },
  'coupon.over': ({ code, until }) => ({
    message: `Coupon ${code} was good until ${until}.`,
    hint: 'What is open: regulars coupon list',
  }),
  'coupon.too-little': ({ code, least, amount }) => ({ message: `Coupon ${code} needs ${least}; this is ${amount}.` }),
  'coupon.stands': ({ code }) => ({
    message: `There is a coupon ${code} already, with another value.`,
    hint: 'To give that one, leave out its value; what it is: regulars coupon list',
  }),
  'coupon.no-worth': ({ code }) => ({
    message: `What is coupon ${code} good for?`,
    hint: 'So much off, or so many percent: --value 10 or --percent 15. More: regulars help coupon give',
  }),
  'coupon.nobody': ({ code }) => ({
    message: `Nobody to give coupon ${code} to: no customer fits, or all of them have it.`,
    hint: 'To whom: --to NAME, --group, --tier, --tag. More: regulars help coupon give',
  }),
  'privilege.none': ({ tier }) => ({
    message: `Tier ${tier} has no percent off.`,
    hint: `To give one: regulars policy set tier.${tier}.privilegePercent 5`,
  }),
  'pass.none': {
    message: (name: string, id: number) => `${name} #${id} has no pass to use on that day.`,
    sell: 'To sell one: regulars help pass sell',
    theirs: (id: number) => `Their passes: regulars pass list ${id}`,
  },
  'pass.not-found': ({ id, name, pass }) => ({
    message: `${name} #${id} has no pass ${pass}.`,
    hint: `Their passes: regulars pass list ${id}`,
  }),
  'pass.not-open': {
    message: (pass: number, why: string) => `Pass ${pass} ${why}.`,
    'used-up': (visits: number) => `is used up: ${visits} of ${visits}`,
    refunded: 'was refunded',
    over: (until: string) => `was good until ${until}`,
    'not-sold': (on: string) => `was sold on ${on}`,
  },
  'pass.over-when-sold': ({ until, on }) => ({
    message: `The pass would be over (${until}) before it is sold (${on}).`,
  }),
  'pass.visit-is-free': ({ id, command }) => ({
    message: `${command}: entry ${id} is a visit of a pass, nothing was paid for it.`,
    hint: `To give the visit back: regulars void ${id}`,
  }),
  'pass.overdrawn': ({ id, visits, used }) => ({
    message: `That would leave pass ${id} with ${used} visits made of ${visits}, or more refunded than it is worth.`,
    hint: 'The passes: regulars pass list',
  }),
} satisfies ErrorWords<CodesOf<'points' | 'reward' | 'coupon' | 'privilege' | 'pass'>>

/** Points, coupons, passes and rewards that cannot be so. */
export const benefitErrors: InAnyLanguage<typeof said> = said
