import type { CommandHelp } from '../../command-help.ts'

export const care: Record<string, CommandHelp> = {
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
      'The sale is the purchase: its day and amount count. Its number is the number of the pass. regulars ' +
      'refund gives back at most what the unmade visits are worth.',
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
        'what was asked about: goods, service, delivery, price, place, or a word of your own (default: the shop as ' +
        'a whole)',
      '--on': 'the day (default today)',
      '--note': 'what they said',
    },
    more:
      'An answer is a number up to 5, 8/10, 90%, stars, or a word: satisfied. Satisfaction C is what was ' +
      'perceived / what was expected, over the answers of a day; below 0.95 they are due for a word from the next ' +
      'day on (unhappy). All of them: regulars report satisfaction',
  },
  'occasion add': {
    does: 'Notes a day that matters to a customer: they are on the list some days before it.',
    examples: [
      'regulars occasion add wang 2027-03-01 "contract ends" --ahead 30',
      'regulars occasion add 12 2019-05-18 "wedding day" --every year',
      'regulars occasion add 12 01-05 "quarterly stock-taking" --every quarter',
      'regulars occasion add 12 lunar:08-15 "opened their shop"',
    ],
    flags: {
      '--every': 'it comes again: every year or quarter (default once; a lunar day comes every year)',
      '--ahead': 'how many days before it they are due for a word (default policy due.occasion.days)',
    },
    more:
      'Its reason is occasion: due lists it until the day, done --about occasion settles it, message occasion --to due ' +
      'words it.',
  },
  'occasion list': {
    does: 'The days noted for customers, the nearest first.',
    examples: ['regulars occasion list', 'regulars occasion list wang', 'regulars occasion list --all --json'],
    flags: { '--all': 'those that are over too' },
  },
  'occasion remove': {
    does: 'Takes a noted day away from a customer.',
    examples: ['regulars occasion remove wang "contract ends"'],
  },
  'event open': {
    does: 'Opens an event that customers can be invited to.',
    examples: [
      'regulars event open "Tea tasting" 2027-03-08',
      'regulars event open "Tea tasting" friday -n "from two o’clock, bring a friend"',
    ],
    flags: { '--note': 'what invitations say of it' },
    more: 'Invite with message invitation --event NAME; due tells of it in the days before.',
  },
  'event came': {
    does: 'Notes who came to an event.',
    examples: ['regulars event came "Tea tasting" wang 88 wxm', 'regulars event came "Tea tasting" 12 --on yesterday'],
    flags: { '--on': 'the day they came (default the event’s)' },
    more: 'It is a contact: void c31 strikes it out. What they buy within 30 days is in event list.',
  },
  'event list': {
    does: 'Events, the newest first: invited, came, bought within 30 days.',
    examples: ['regulars event list', 'regulars event list --json'],
  },
  referrals: {
    does: 'Who brought whom, as a tree, and what those bought.',
    examples: ['regulars referrals', 'regulars referrals --json', 'regulars edit 12 --referred-by 88'],
    more: 'Who was brought is noted with the customer: add or edit --referred-by.',
  },
}
