import type { CommandHelp } from '../../command-help.ts'
import { sifting } from './customers.ts'

/** Nobody archived is given a coupon. */
const { '--archived': _, ...whom } = sifting

/** The answers to what is asked of a complaint. */
const answerFlags = {
  '--how': 'how it came about',
  '--goods': 'which goods',
  '--why': 'why they are unhappy',
  '--served': 'who served them',
  '--cause': 'other reasons',
  '--reasonable': 'they are right',
  '--no-reasonable': 'they are not',
  '--wants': 'what they want done',
}

export const care: Record<string, CommandHelp> = {
  'points show': {
    does: 'A customer’s points: how many, what they are worth, when they lapse, what made them.',
    examples: ['regulars points show wang'],
  },
  'points redeem': {
    does: 'Takes points for something that is no purchase; at the till it is buy --redeem.',
    examples: ['regulars points redeem wang 200 -n "tea cup"'],
  },
  'points adjust': {
    does: 'Adds points or takes them, with a reason.',
    examples: [
      'regulars points adjust wang 50 --reason "forgotten on Sunday"',
      'regulars points adjust wang -20 --reason slip',
    ],
    flags: { '--reason': 'why; it stands in their account' },
  },
  'points expire': {
    does: 'Writes down the points that have lapsed (points.expireDays), of all or of one.',
    examples: ['regulars points expire', 'regulars points expire wang'],
    more: 'Lapsed points count nowhere, written or not; every change of an account writes its own.',
  },
  'coupon give': {
    does: 'Gives a coupon to customers, a group or a tier, in one change; a new code needs its value.',
    examples: [
      'regulars coupon give SPRING --value 10 --min 80 --until 2027-05-01 --tier A',
      'regulars coupon give THANKS --percent 15 --to wang',
      'regulars coupon give SPRING --group lapsed',
      'regulars coupon give FRIEND --value 10 --to nobody',
    ],
    flags: {
      ...whom,
      '--to': 'due, customers, or "group NAME"; the flags of list work too; nobody: it is made, for a rule to give',
      '--value': 'so much off',
      '--percent': 'so many percent off',
      '--min': 'from which amount on',
      '--until': 'the last day',
      '--uses': 'how often each may use it (1; 0: as often as they like)',
    },
    more:
      'A rule gives it, too: policy set referral.reward coupon:FRIEND (to who brought a customer, ' +
      'at the first purchase), policy set tier.A.birthdayGift coupon:BDAY (with the wish, once a birthday).',
  },
  'coupon use': {
    does: 'Notes that a coupon was used without a purchase here; at the till it is buy --coupon.',
    examples: ['regulars coupon use SPRING wang'],
  },
  'coupon list': {
    does: 'Every coupon: to how many it was given, how often it was used, what that brought.',
    examples: ['regulars coupon list', 'regulars coupon list --json'],
  },
  'pass sell': {
    does: 'Sells a pass: so many visits paid in advance.',
    examples: [
      'regulars pass sell wang 10 500 haircut',
      'regulars pass sell 12 10 500 haircut --until 2027-05-31 --method card',
      'regulars pass sell 12 5 250 -u',
    ],
    flags: {
      '--until': 'the last day it can be used',
      '--paid': 'paid now; the rest takes from the credit, then stands on account',
      '--unpaid': 'nothing paid now: all on account',
      '--method': 'how it was paid: cash, card …; credit takes it from what the customer paid in',
      '--over-limit': 'let the customer owe more than the credit limit',
    },
    more:
      'The sale is the purchase: its day and amount count. Its number is the number of the pass. ' +
      'regulars refund gives back at most what the unmade visits are worth.',
  },
  'pass use': {
    does: 'Takes a visit off a pass: the oldest that can be used.',
    examples: ['regulars pass use wang', 'regulars pass use 12 --pass 840', 'regulars pass use 12 --on yesterday'],
    flags: { '--pass': 'another pass, by its number' },
    more: 'A visit counts as one: for tier, stage and the time of the next contact. regulars void gives it back.',
  },
  'pass list': {
    does: 'Passes and the visits left on them, of a customer or of everybody.',
    examples: ['regulars pass list', 'regulars pass list wang', 'regulars pass list --json'],
  },
  'complaint open': {
    does: 'Notes a complaint or a suggestion of a customer.',
    examples: [
      'regulars complaint open wang "the tea was damp"',
      'regulars complaint open 12 "the tea was damp" --severity serious --purchase 812 --served Li --wants refund',
      'regulars complaint open 12 "put the price on the tins" --kind suggestion',
    ],
    flags: {
      '--kind': 'complaint (unless said) or suggestion',
      '--on': 'the day (default today)',
      '--severity': 'minor, moderate or serious',
      '--purchase': 'the purchase it is about, by its number',
      ...answerFlags,
      '--handler': 'who sees to it',
      '--promise': 'the day by which an answer is promised (default 3 days later: complaint.days)',
    },
    more:
      'It is due at once until it is acknowledged (step 2 or later, or a talk about it), ' +
      'again on the day promised, and 7 days after it is settled. ' +
      'While a complaint is open the customer is on the list for it, for promises and debts alone: ' +
      'nobody greets them or sells to them. A suggestion has no steps and holds nothing back.',
  },
  'complaint step': {
    does: 'Notes one of the six steps, and shows what to do at the next.',
    examples: [
      'regulars complaint step 3 2 -n "apologised at once"',
      'regulars complaint step 3 3 --how "lid left open" --reasonable --wants "a new tin"',
      'regulars complaint step 3 5 --promise 2d',
    ],
    flags: {
      '--on': 'the day (default today)',
      '--note': 'what was said',
      '--promise': 'another day by which an answer is promised',
      ...answerFlags,
    },
    more:
      'The steps: 1 let them speak, 2 thank and apologise, 3 ask, 4 propose, 5 agree, 6 follow up. ' +
      'Steps may be left out or taken again; the sixth is for after it is settled.',
  },
  'complaint resolve': {
    does: 'Settles a complaint with its remedy, all in one change.',
    examples: [
      'regulars complaint resolve 3 --remedy apology',
      'regulars complaint resolve 3 --refund 812 --amount 60 -n "agreed on half"',
      'regulars complaint resolve 3 --remedy repair --cost 35',
      'regulars complaint resolve 3 --coupon SORRY10 --points 50',
    ],
    flags: {
      '--on': 'the day (default today)',
      '--remedy': 'apology, repair, exchange, refund, compensation or coupon',
      '--cost': 'what it costs the shop (default what is refunded)',
      '--refund': 'refunds a purchase of theirs, by its number',
      '--amount': 'refund so much of it (default all that is left)',
      '--coupon': 'gives them a coupon, by its code',
      '--points': 'gives them so many points',
      '--note': 'what was agreed',
    },
    more: 'regulars undo takes back the whole of it: refund, coupon and points too.',
  },
  'complaint list': {
    does: 'Complaints and suggestions that are open, the longest promised first.',
    examples: ['regulars complaint list', 'regulars complaint list wang --all', 'regulars complaint list --handler Li'],
    flags: {
      '--kind': 'complaints or suggestions alone',
      '--handler': 'those one person sees to',
      '--all': 'those settled too',
    },
  },
  'complaint show': {
    does: 'A complaint whole: nine questions, six steps with what to do at each.',
    examples: ['regulars complaint show 3', 'regulars complaint show 3 --json'],
  },
  birthdays: {
    does: 'Birthdays of the next days and the last 3, lunar ones on their day this year.',
    examples: ['regulars birthdays', 'regulars birthdays --days 30'],
    flags: { '--days': 'how many days ahead (default 7)' },
  },
  survey: {
    does: 'Notes how satisfied a customer was, out of five.',
    examples: [
      'regulars survey 12 4',
      'regulars survey 12 2 --aspect delivery -n "a day late"',
      'regulars survey 12 8/10 --expected 5 --on 2026-11-20',
    ],
    flags: {
      '--expected': 'what they expected, out of five (default 4)',
      '--aspect':
        'what was asked about: goods, service, delivery, price, place, ' +
        'or a word of your own (default: the shop as a whole)',
      '--on': 'the day (default today)',
      '--note': 'what they said',
    },
    more:
      'An answer is a number up to 5, 8/10, 90%, stars, or a word: satisfied. ' +
      'Satisfaction C is what was perceived / what was expected, over the answers of a day; ' +
      'below 0.95 they are due for a word from the next day on (unhappy). All of them: regulars report satisfaction',
  },
  referrals: {
    does: 'Who brought whom, as a tree, and what those bought.',
    examples: ['regulars referrals', 'regulars referrals --json', 'regulars edit 12 --referred-by 88'],
    more:
      'Who was brought is noted with the customer: add or edit --referred-by; no two have brought each other. ' +
      'A reward comes with the first purchase: policy set referral.reward points:50 (or coupon:FRIEND, credit:10), ' +
      'for the new customer referral.rewardNew; it goes when that purchase is void or given back in full.',
  },
}
