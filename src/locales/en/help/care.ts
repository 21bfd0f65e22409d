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
  referrals: {
    does: 'Who brought whom, as a tree, and what those bought.',
    examples: ['regulars referrals', 'regulars referrals --json', 'regulars edit 12 --referred-by 88'],
    more: 'Who was brought is noted with the customer: add or edit --referred-by.',
  },
}
