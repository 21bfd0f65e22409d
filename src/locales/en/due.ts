import type { EventAhead } from '../../ledger/care/event/events.ts'
import { daysBetween, weekday } from '../../ledger/day.ts'
import type { Festival } from '../../ledger/followup/festivals.ts'
import type { Detail, Reason } from '../../ledger/reason/rules.ts'
import { quoted } from '../asked.ts'
import { grouped, tenths } from '../figure.ts'
import type { Speech } from '../speech.ts'
import { type Typed, typedAgain } from '../typed.ts'
import { terms } from './terms.ts'

/** When a reason holds: from which day, so many days ago, said on which day. */
export interface When {
  readonly dueOn: string
  readonly daysOverdue: number
  readonly asOf: string
}

/**
 * What a reason says: in the list, and in a few words to paste. A reason without both in every language does not
 * compile.
 */
export type ReasonSentences = {
  readonly [R in Reason]: {
    readonly full: (detail: Detail<R>, when: When, voice: Speech) => string
    readonly brief: (detail: Detail<R>, when: When, voice: Speech) => string
  }
}

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)
const pointsOf = (count: number) => `${grouped(count)} ${count === 1 ? 'point' : 'points'}`
const late = ({ daysOverdue }: When) => (daysOverdue > 0 ? ` (${days(daysOverdue)} late)` : '')
const ahead = ({ dueOn, asOf }: When) => dueOn > asOf
/** A greeting is worth most within two days; from the third on it is late. */
const soon = ({ daysOverdue }: When) => (daysOverdue < 2 ? 'within two days' : '(late)')
/** Before a reason that is not due yet: from when it is. */
const from = (when: When, { day }: Speech) => (ahead(when) ? `from ${day(when.dueOn)}: ` : '')
const weekdayOf = (day: string) => terms.weekday[weekday(day)] ?? ''
const lunar = (birthday: string | null) =>
  birthday?.startsWith('lunar:') ? `lunar ${birthday.slice(6).replace(/^\d{4}-/, '')}` : ''
const nearDay = ({ text, on, daysAway }: { text: string; on: string; daysAway: number }, { day }: Speech) =>
  `${text} ${weekdayOf(on)} ${day(on)} (${daysAway === 0 ? 'today' : `in ${days(daysAway)}`})`
const bought = ({ on, amount, item }: { on: string; amount: string; item: string | null }, voice: Speech) =>
  [voice.day(on), item, voice.money(amount)].filter(Boolean).join(' ')

/** What is to be done about a complaint or a suggestion. */
const complained = (
  { kind, what, task, dueOn, openedOn, promisedOn, resolvedOn, handler }: Detail<'complaint'>['complaints'][number],
  { asOf }: When,
  { day }: Speech,
) => {
  const about = `${kind} “${what}” (${day(openedOn)})`
  if (task === 'ask') return `${about} settled ${day(resolvedOn ?? dueOn)}: ask how satisfied they are`
  const days = daysBetween(dueOn, asOf)
  const overdue = days > 0 ? ` (${days === 1 ? '1 day' : `${days} days`} late)` : ''
  const by = handler === null ? '' : `, ${handler} sees to it`
  if (task === 'acknowledge')
    return `${about}: ${kind === 'suggestion' ? 'thank them for it' : 'tell them it is heard'}${overdue}${by}`
  return `${about}: answer promised for ${promisedOn === asOf ? 'today' : day(promisedOn)}${overdue}${by}`
}

const reason: ReasonSentences = {
  promise: {
    full: ({ madeOn, asked, note }, when, { day }) =>
      `${asked ? `asked on ${day(madeOn)}, no answer yet` : `promised for ${when.dueOn === when.asOf ? 'today' : day(when.dueOn)}${late(when)}`}${note ? `: “${note}”` : ''}`,
    brief: ({ madeOn, asked }, when, { day }) =>
      asked
        ? `asked on ${day(madeOn)}, no answer yet`
        : `promised for ${when.dueOn === when.asOf ? 'today' : day(when.dueOn)}`,
  },
  complaint: {
    full: ({ complaints, overdue }, when, voice) =>
      `${from(when, voice)}${complaints.map((one) => complained(one, when, voice)).join(', ')}${overdue === null ? '' : `; for ${[overdue.keeper, overdue.owner ?? 'the owner'].filter(Boolean).join(' and ')} to see to`}`,
    brief: ({ complaints, overdue }, when, voice) => {
      const [one] = complaints
      const said = one?.task === 'ask' ? 'ask how it went' : (one?.kind ?? 'complaint')
      return `${from(when, voice)}${said}${overdue === null ? '' : late(when)}`
    },
  },
  birthday: {
    full: ({ birthday, on, daysAway }, _, { day }) => {
      const away = daysAway === 0 ? 'today' : daysAway > 0 ? `in ${days(daysAway)}` : `${days(-daysAway)} ago`
      return `birthday ${weekdayOf(on)} ${day(on)} (${[lunar(birthday), away].filter(Boolean).join(', ')})`
    },
    brief: ({ on, daysAway }, _, { day }) => (daysAway === 0 ? 'birthday today' : `birthday ${day(on)}`),
  },
  unhappy: {
    full: ({ on }, when, voice) => `${from(when, voice)}not satisfied when asked ${voice.day(on)}: ask what went wrong`,
    brief: (_, when, voice) => `${from(when, voice)}not satisfied`,
  },
  welcome: {
    full: ({ firstOn }, when, voice) =>
      `${from(when, voice)}new: first bought ${voice.day(firstOn)}, say welcome ${soon(when)}`,
    brief: (_, when, voice) => `${from(when, voice)}new customer`,
  },
  thanks: {
    full: (detail, when, voice) => `${from(when, voice)}say thanks ${soon(when)} for ${bought(detail, voice)}`,
    brief: (_, when, voice) => `${from(when, voice)}say thanks`,
  },
  'welcome-back': {
    full: ({ on }, when, voice) =>
      `${from(when, voice)}back after a long time: bought ${voice.day(on)}, say welcome back ${soon(when)}`,
    brief: (_, when, voice) => `${from(when, voice)}back after a long time`,
  },
  wanted: {
    full: ({ wishes }, when, voice) =>
      `${from(when, voice)}has come in what they wait for: ${wishes.map(({ text, since }) => `${text} (since ${voice.day(since)})`).join(', ')}`,
    brief: ({ wishes }, when, voice) => `${from(when, voice)}has come in: ${wishes.map(({ text }) => text).join(', ')}`,
  },
  interested: {
    full: ({ on, note }, when, voice) =>
      `${from(when, voice)}interested on ${voice.day(on)}${ahead(when) ? '' : `, ${days(daysBetween(on, when.asOf))} ago`}${note ? ` (“${note}”)` : ''}, has not bought since`,
    brief: ({ on }, when, voice) => `${from(when, voice)}interested on ${voice.day(on)}`,
  },
  restock: {
    full: ({ items }, when, voice) =>
      `${from(when, voice)}restock: ${items.map(({ item, gap, lastOn }) => `${item} (every ${Math.round(gap)} days, last ${voice.day(lastOn)}${ahead(when) ? '' : `, ${days(daysBetween(lastOn, when.asOf))} ago`})`).join(', ')}`,
    brief: ({ items }, when, voice) => `${from(when, voice)}restock ${items.map(({ item }) => item).join(', ')}`,
  },
  occasion: {
    full: ({ occasion, lastOn, days: near }, when, voice) =>
      occasion === 'noted'
        ? from(when, voice) + near.map((one) => nearDay(one, voice)).join(', ')
        : `${from(when, voice)}yearly talk: ${lastOn === null ? 'none yet' : `the last was on ${voice.day(lastOn)}`}`,
    brief: ({ occasion, days: near }, when, voice) =>
      `${from(when, voice)}${occasion === 'noted' ? near.map(({ text, on }) => `${text} ${voice.day(on)}`).join(', ') : 'yearly talk'}`,
  },
  'after-sale': {
    full: (detail, when, voice) =>
      `${from(when, voice)}after-sale: how is ${detail.item === null ? 'what they bought' : `the ${detail.item}`} of ${voice.day(detail.on)} (${voice.money(detail.amount)})?`,
    brief: ({ item }, when, voice) => `${from(when, voice)}ask how ${item ?? 'it'} is`,
  },
  slipping: {
    full: ({ gap, since, lost }, when, voice) =>
      `${from(when, voice)}${lost ? 'may be lost' : 'slipping'}${ahead(when) ? ',' : ':'} usually every ${tenths(gap)} days, now ${since}`,
    brief: ({ since, lost }, when, voice) =>
      `${from(when, voice)}${lost ? 'may be lost' : 'slipping'}${ahead(when) ? '' : ` (${days(since)})`}`,
  },
  debt: {
    full: ({ days: open, dueOn }, when, { day }) => {
      if (ahead(when) && dueOn !== null && dueOn >= when.asOf) return `debt: ${days(open)}, due ${day(dueOn)}`
      return `debt: ${days(open)}${dueOn === null ? '' : `, was due ${day(dueOn)}`}${ahead(when) ? `, remind on ${day(when.dueOn)}` : ''}`
    },
    brief: ({ days: open, dueOn }, when, { day }) =>
      ahead(when)
        ? dueOn !== null && dueOn >= when.asOf
          ? `debt due ${day(dueOn)}`
          : `debt to remind on ${day(when.dueOn)}`
        : `debt of ${days(open)}`,
  },
  cadence: {
    full: ({ lastContactOn, lastPurchaseOn }, when) => {
      const isFirst = lastContactOn === null && lastPurchaseOn === null
      if (ahead(when)) return `${isFirst ? 'first contact' : 'time for a word'}: due ${when.dueOn.slice(5)}`
      // Nobody was late with somebody the ledger has only just heard of.
      return isFirst ? 'first contact: say hello' : `time for a word${late(when)}`
    },
    brief: (_, when, { day }) => (ahead(when) ? `a word due ${day(when.dueOn)}` : 'time for a word'),
  },
  points: {
    full: ({ points, on, daysAway, soon: all }, when, voice) =>
      `${from(when, voice)}${pointsOf(points)} lapse ${voice.day(on)} (${daysAway === 1 ? 'tomorrow' : `in ${days(daysAway)}`})${all > points ? `, ${grouped(all)} within days` : ''}`,
    brief: ({ points, on }, when, voice) => `${from(when, voice)}${pointsOf(points)} lapse ${voice.day(on)}`,
  },
  coupon: {
    full: ({ coupons }, when, voice) =>
      `${from(when, voice)}${coupons.map(({ code, until, daysAway }) => `coupon ${code} good until ${voice.day(until)} (${daysAway === 0 ? 'today' : `in ${days(daysAway)}`})`).join(', ')}`,
    brief: ({ coupons }, when, voice) =>
      `${from(when, voice)}${coupons.map(({ code, until }) => `coupon ${code} until ${voice.day(until)}`).join(', ')}`,
  },
  survey: {
    full: ({ lastOn }, when, voice) =>
      `${from(when, voice)}ask how satisfied they are (${lastOn === null ? 'never asked yet' : `last asked ${voice.day(lastOn)}`})`,
    brief: (_, when, voice) => `${from(when, voice)}ask how satisfied they are`,
  },
}

/** What `due`, `done` and `snooze` say. */
export const due = {
  reason,
  names: {
    promise: 'promise',
    complaint: 'complaint',
    unhappy: 'unhappy',
    birthday: 'birthday',
    wanted: 'wanted',
    welcome: 'welcome',
    'welcome-back': 'welcome back',
    thanks: 'thanks',
    'after-sale': 'after-sale',
    occasion: 'occasion',
    interested: 'interested',
    restock: 'restock',
    slipping: 'slipping',
    debt: 'debt',
    cadence: 'cadence',
    points: 'points',
    coupon: 'coupon',
    survey: 'survey',
  } as Readonly<Record<Reason, string>>,
  /** A festival that is near: whom it concerns, and what to type to see them. */
  festival: ({ festival, on, tiers, customers, greeted }: Festival, { day }: Speech) =>
    `${terms.festivalName[festival] ?? festival} ${day(on)} ${weekdayOf(on)}: ${tiers.join(', ')} ${grouped(customers - greeted)} not yet greeted -> regulars message ${quoted(festival)} --tier ${tiers.join(',')}`,
  /** An event that is near, and what to type to invite. */
  event: ({ event, on, invited }: EventAhead, { day }: Speech) =>
    `${event} ${day(on)} ${weekdayOf(on)}: ${invited === 0 ? 'nobody invited yet' : `${grouped(invited)} invited`} -> regulars message invitation --event ${quoted(event)} --tier A,B`,
  shopOnly: 'in the shop only',
  adviceBetween: '   ',
  /** Between pieces of a line, and between reasons. */
  between: '; ',
  shortBetween: '; ',
  head: ({ asOf, shown, waiting, snoozed }: { asOf: string; shown: number; waiting: number; snoozed: number }) =>
    `${weekdayOf(asOf)} ${asOf}: ${[shown > 0 ? `${shown} to contact` : 'nothing due', waiting > 0 && `${waiting} can wait`, snoozed > 0 && `${snoozed} snoozed`].filter(Boolean).join(', ')}`,
  headAhead: (
    { asOf, shown, waiting, snoozed }: { asOf: string; shown: number; waiting: number; snoozed: number },
    until: string,
  ) =>
    `${weekdayOf(asOf)} ${asOf} to ${weekdayOf(until)} ${until.slice(5)}: ${[shown > 0 ? `${shown} to contact` : 'nothing due', waiting > 0 && `${waiting} can wait`, snoozed > 0 && `${snoozed} snoozed`].filter(Boolean).join(', ')}`,
  reach: (channel: string | null, hours: string | null) => [channel, hours].filter(Boolean).join(', '),
  lastPurchase: (day: string, item: string | null, money: string | null) =>
    ['bought', day, item, money].filter(Boolean).join(' '),
  neverBought: 'no purchase in the ledger',
  lastContact: (day: string, channel: string, outcome: string | null, note: string | null) =>
    `contact ${[day, channel, outcome].filter(Boolean).join(' ')}${note ? ` “${note}”` : ''}`,
  neverContacted: 'never contacted',
  tags: (tags: readonly string[]) => `tags ${tags.join(', ')}`,
  /** What to do with the tier, and how to speak with the style. */
  tier: {
    A: 'A: stay close, make them your example',
    B: 'B: reassure, show them how to get more from it',
    C: 'C: be in touch more, settle what was left open',
    D: 'D: develop quickly, point to the next season or offer',
  } as Readonly<Record<string, string>>,
  style: {
    analytical: 'analytical: in writing and exact, with numbers and time; no hurry',
    driver: 'driver: to the point and punctual, choices and results; no quarrel',
    expressive: 'expressive: chat about anything, pictures, who else uses it; be quick, praise',
    amiable: 'amiable: no pressure, patience, a guarantee, what others say of it',
  } as Readonly<Record<string, string>>,
  next: {
    done: (who: string) => `Talked: regulars done ${who} -n "comes Wed"`,
    noAnswer: (who: string) => `no answer: regulars done ${who} -o no-answer`,
    snooze: (who: string) => `Put off: regulars snooze ${who} 3d`,
    all: (waiting: number, filters: Typed) => `the other ${waiting}: regulars due ${typedAgain(filters)}--all`,
  },
  tiersAge: (age: number | null) =>
    age === null ? 'Tiers never sorted: regulars classify' : `Tiers are ${days(age)} old: regulars classify`,
  backupAge: (age: number | null) =>
    age === null ? 'no backup yet: regulars backup' : age === 0 ? 'backup: today' : `backup: ${days(age)} ago`,
  done: {
    recorded: (name: string, id: number, what: string) => `${name} #${id}: ${what}`,
    settled: (reasons: readonly string[]) => `settled: ${reasons.join(', ')}`,
    again: (name: string, day: string) => `${name} (again ${day})`,
    open: (reasons: readonly string[]) => `still open: ${reasons.join(', ')}`,
    hidden: 'hidden for today, back tomorrow',
    promised: (day: string) => `promised for ${day}`,
    nothing: 'nothing was due',
  },
  snooze: {
    until: (name: string, id: number, day: string) => `${name} #${id}: put off until ${day}`,
    off: (name: string, id: number) => `${name} #${id}: no longer put off`,
    passes: (reason: Reason, day: string, who: string) =>
      `This passes ${reason === 'birthday' ? 'their birthday' : 'a promise'} (${day}). To take it back: regulars snooze ${who} off`,
  },
}
