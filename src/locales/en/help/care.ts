import type { CommandHelp } from '../../command-help.ts'

export const care: Record<string, CommandHelp> = {
  birthdays: {
    does: 'Birthdays of the next days and the last 3, lunar ones on their day this year.',
    examples: ['regulars birthdays', 'regulars birthdays --days 30'],
    flags: { '--days': 'how many days ahead (default 7)' },
  },
  survey: {
    does: 'Notes how satisfied a customer was, out of five.',
    examples: ['regulars survey 12 4', 'regulars survey 12 2 --aspect delivery -n "a day late"', 'regulars survey 12 8/10 --expected 5 --on 2026-11-20'],
    flags: {
      '--expected': 'what they expected, out of five (default 4)',
      '--aspect': 'what was asked about: goods, service, delivery, price, place, or a word of your own (default: the shop as a whole)',
      '--on': 'the day (default today)',
      '--note': 'what they said',
    },
    more: 'An answer is a number up to 5, 8/10, 90%, stars, or a word: satisfied. Satisfaction C is what was perceived / what was expected, over the answers of a day; below 0.95 they are due for a word from the next day on (unhappy). All of them: regulars report satisfaction',
  },
  referrals: {
    does: 'Who brought whom, as a tree, and what those bought.',
    examples: ['regulars referrals', 'regulars referrals --json', 'regulars edit 12 --referred-by 88'],
    more: 'Who was brought is noted with the customer: add or edit --referred-by.',
  },
}
