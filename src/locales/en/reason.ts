import { weekday } from '../../ledger/day.ts'
import { grouped } from '../figure.ts'
import type { Timed } from '../timed.ts'
import { days, every, pointsOf } from './plural.ts'
import { terms } from './terms.ts'

const weekdayOf = (day: string) => terms.weekday[weekday(day)] ?? ''

/** Before a reason that is not due yet: from when it is. */
function timed<Facts extends readonly unknown[]>(now: (...facts: Facts) => string): Timed<Facts> {
  return { now, from: (day, ...facts) => `from ${day}: ${now(...facts)}` }
}

/** Pieces of what a reason says; `reason-sentence.ts` puts them together. */
export const sentences = {
  list: ', ',
  late: (count: number) => ` (${days(count)} late)`,
  away: {
    today: 'today',
    in: (count: number) => `in ${days(count)}`,
    ago: (count: number) => `${days(count)} ago`,
  },
  promise: {
    asked: (day: string) => `asked on ${day}, no answer yet`,
    today: 'promised for today',
    on: (day: string) => `promised for ${day}`,
    noted: (said: string, note: string) => `${said}: “${note}”`,
  },
  complaint: {
    full: timed((said: string) => said),
    about: {
      complaint: (what: string, day: string) => `complaint “${what}” (${day})`,
      suggestion: (what: string, day: string) => `suggestion “${what}” (${day})`,
    },
    ask: (day: string) => ` settled ${day}: ask how satisfied they are`,
    acknowledge: { complaint: ': tell them it is heard', suggestion: ': thank them for it' },
    answerToday: ': answer promised for today',
    answerOn: (day: string) => `: answer promised for ${day}`,
    by: (handler: string) => `, ${handler} sees to it`,
    owner: 'the owner',
    overdue: (bosses: readonly string[]) => `; for ${bosses.join(' and ')} to see to`,
    brief: { ask: 'ask how it went', complaint: 'complaint', suggestion: 'suggestion' },
  },
  birthday: {
    lunar: (birthday: string) => `lunar ${birthday.slice(6).replace(/^\d{4}-/, '')}`,
    full: (day: string, on: string, about: readonly string[]) =>
      `birthday ${weekdayOf(on)} ${day} (${about.join(', ')})`,
    today: 'birthday today',
    on: (day: string) => `birthday ${day}`,
    /** Which lunar day it is, is for the list. */
    lunarBriefly: (_: string) => '',
  },
  unhappy: {
    full: timed((day: string) => `not satisfied when asked ${day}: ask what went wrong`),
    brief: timed(() => 'not satisfied'),
  },
  welcome: {
    full: timed((day: string, soon: string) => `new: first bought ${day}, say welcome ${soon}`),
    brief: timed(() => 'new customer'),
    soon: 'within two days',
    late: '(late)',
  },
  thanks: {
    full: timed((bought: string, soon: string) => `say thanks ${soon} for ${bought}`),
    brief: timed(() => 'say thanks'),
    soon: 'within two days',
    late: '(late)',
  },
  welcomeBack: {
    full: timed((day: string, soon: string) => `back after a long time: bought ${day}, say welcome back ${soon}`),
    brief: timed(() => 'back after a long time'),
    soon: 'within two days',
    late: '(late)',
  },
  wanted: {
    since: (text: string, day: string) => `${text} (waiting since ${day})`,
    full: timed((wishes: string) => `has come in: ${wishes}`),
    brief: timed((wishes: string) => `has come in: ${wishes}`),
  },
  interested: {
    noted: {
      now: (day: string, count: number, note: string) =>
        `interested on ${day}, ${days(count)} ago (“${note}”), has not bought since`,
      from: (from: string, day: string, _: number, note: string) =>
        `from ${from}: interested on ${day} (“${note}”), has not bought since`,
    },
    plain: {
      now: (day: string, count: number) => `interested on ${day}, ${days(count)} ago, has not bought since`,
      from: (from: string, day: string, _: number) => `from ${from}: interested on ${day}, has not bought since`,
    },
    brief: timed((day: string) => `interested on ${day}`),
  },
  restock: {
    item: (item: string, gap: number, day: string, _: number) => `${item} (${every(gap)}, last ${day})`,
    itemNow: (item: string, gap: number, day: string, count: number) =>
      `${item} (${every(gap)}, last ${day}, ${days(count)} ago)`,
    full: timed((items: string) => `restock: ${items}`),
    brief: timed((items: string) => `restock ${items}`),
  },
  occasion: {
    near: (text: string, day: string, on: string, away: string) => `${text} ${weekdayOf(on)} ${day} (${away})`,
    noted: timed((near: string) => near),
    notedBriefly: timed((near: string) => near),
    talk: timed((last: string) => `yearly talk: ${last}`),
    talkBriefly: timed(() => 'yearly talk'),
    never: 'none yet',
    last: (day: string) => `the last was on ${day}`,
  },
  afterSale: {
    bought: timed((day: string, money: string) => `after-sale: how is what they bought of ${day} (${money})?`),
    item: timed((day: string, money: string, item: string) => `after-sale: how is the ${item} of ${day} (${money})?`),
    brief: timed((item: string) => `ask how ${item} is`),
    it: 'it',
  },
  slipping: {
    full: {
      slipping: {
        now: (gap: string, since: number) => `slipping: usually ${every(gap)}, now ${since}`,
        from: (day: string, gap: string, since: number) => `from ${day}: slipping, usually ${every(gap)}, now ${since}`,
      },
      lost: {
        now: (gap: string, since: number) => `may be lost: usually ${every(gap)}, now ${since}`,
        from: (day: string, gap: string, since: number) =>
          `from ${day}: may be lost, usually ${every(gap)}, now ${since}`,
      },
    },
    brief: {
      slipping: {
        now: (since: number) => `slipping (${days(since)})`,
        from: (day: string, _: number) => `from ${day}: slipping`,
      },
      lost: {
        now: (since: number) => `may be lost (${days(since)})`,
        from: (day: string, _: number) => `from ${day}: may be lost`,
      },
    },
  },
  debt: {
    full: (count: number) => `debt: ${days(count)}`,
    due: (day: string) => `, due ${day}`,
    wasDue: (day: string) => `, was due ${day}`,
    remind: (day: string) => `, remind on ${day}`,
    brief: (count: number) => `debt of ${days(count)}`,
    dueBriefly: (day: string) => `debt due ${day}`,
    remindBriefly: (day: string) => `debt to remind on ${day}`,
  },
  cadence: {
    first: { now: () => 'first contact: say hello', from: (day: string) => `first contact: due ${day}` },
    again: { now: () => 'time for a word', from: (day: string) => `time for a word: due ${day}` },
    brief: { now: () => 'time for a word', from: (day: string) => `a word due ${day}` },
  },
  points: {
    tomorrow: 'tomorrow',
    full: timed((points: number, day: string, away: string) => `${pointsOf(points)} lapse ${day} (${away})`),
    more: (all: number) => `, ${grouped(all)} within days`,
    brief: timed((points: number, day: string) => `${pointsOf(points)} lapse ${day}`),
  },
  coupon: {
    today: 'today',
    good: (code: string, day: string, away: string) => `coupon ${code} good until ${day} (${away})`,
    until: (code: string, day: string) => `coupon ${code} until ${day}`,
    full: timed((coupons: string) => coupons),
    brief: timed((coupons: string) => coupons),
  },
  survey: {
    never: timed(() => 'ask how satisfied they are (never asked yet)'),
    last: timed((day: string) => `ask how satisfied they are (last asked ${day})`),
    brief: timed(() => 'ask how satisfied they are'),
  },
}
