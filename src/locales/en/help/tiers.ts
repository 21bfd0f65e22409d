import type { CommandHelp } from '../../command-help.ts'

export const tiers: Record<string, CommandHelp> = {
  classify: {
    does: 'Sorts every customer into A, B, C or D, as of today, and lists who moved.',
    examples: [
      'regulars classify',
      'regulars classify --today 2026-06-30 --json',
      'regulars classify --quiet; regulars due --short',
    ],
    more:
      'matrix, as it comes: A often and high, B often, C neither, D high but seldom, or never bought.\nOther ways: ' +
      'regulars policy set tier.method abc (share of spend), rfm (scores of recency, visits and spend), ' +
      'scorecard (points of 100) or fixed (amounts of your own).\nIt is taken back by number: regulars undo N.',
  },
  why: {
    does: 'Explains a customer: why this tier, why this stage, and each reason they are due.',
    examples: ['regulars why wxm', 'regulars why 12 --json'],
  },
  pin: {
    does: 'Puts a customer in a tier by hand, whatever classify says.',
    examples: ['regulars pin wxm A --reason "mayor\'s office"', 'regulars pin 12 B --until 2026-12-31'],
    flags: { '--reason': 'why, in your words', '--until': 'the last day it holds (default until unpin)' },
  },
  unpin: { does: 'Takes a pin off: the tier is again what classify says.', examples: ['regulars unpin wxm'] },
  'policy show': {
    does: 'Shows the rules of the shop: each key, its value and what it means. Changed ones are marked with *.',
    examples: [
      'regulars policy show',
      'regulars policy show cadence',
      'regulars policy show due.birthday',
      'regulars policy show --json',
    ],
  },
  'policy set': {
    does: 'Changes one rule of the shop.',
    examples: [
      'regulars policy set cadence.A 10',
      'regulars policy set tier.margin 35%',
      'regulars policy set due.thanks.minAmount 500',
      'regulars policy set due.birthday.on off',
      'regulars policy set tier.method rfm',
      'regulars policy set rfm.days 14 30 90 180',
    ],
    more: 'auto, where the program can work it out itself, gives that back to it.',
  },
  'policy reset': {
    does: 'Puts rules back to their defaults: those named, or all of them.',
    examples: ['regulars policy reset cadence.A', 'regulars policy reset --yes'],
  },
}
