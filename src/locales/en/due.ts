import type { EventAhead } from '../../ledger/care/event/events.ts'
import { weekday } from '../../ledger/day.ts'
import type { Festival } from '../../ledger/followup/festivals.ts'
import type { Reason } from '../../ledger/reason/rules.ts'
import { quoted } from '../asked.ts'
import { grouped } from '../figure.ts'
import type { Speech } from '../speech.ts'
import { type Typed, typedAgain } from '../typed.ts'
import { days } from './plural.ts'
import { sentences } from './reason.ts'
import { terms } from './terms.ts'

const weekdayOf = (day: string) => terms.weekday[weekday(day)] ?? ''

/** What `due`, `done` and `snooze` say. */
export const due = {
  sentences,
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
  } satisfies Record<Reason, string> as Readonly<Record<Reason, string>>,
  /** A festival that is near: whom it concerns, and what to type to see them. */
  festival: ({ festival, on, tiers, customers, greeted }: Festival, { day }: Speech) =>
    `${terms.festivalName[festival] ?? festival} ${day(on)} ${weekdayOf(on)}: ` +
    `${tiers.join(', ')} ${grouped(customers - greeted)} not yet greeted -> regulars message ` +
    `${quoted(festival)} --tier ${tiers.join(',')}`,
  /** An event that is near, and what to type to invite. */
  event: ({ event, on }: EventAhead, invited: string, { day }: Speech) =>
    `${event} ${day(on)} ${weekdayOf(on)}: ${invited} -> ` +
    `regulars message invitation --event ${quoted(event)} --tier A,B`,
  nobodyInvited: 'nobody invited yet',
  invited: (customers: number) => `${grouped(customers)} invited`,
  shopOnly: 'in the shop only',
  adviceBetween: '   ',
  /** Between pieces of a line, and between reasons. */
  between: '; ',
  shortBetween: '; ',
  head: (day: string, counts: string) => `${weekdayOf(day)} ${day}: ${counts}`,
  headAhead: (day: string, until: string, counts: string) =>
    `${weekdayOf(day)} ${day} to ${weekdayOf(until)} ${until.slice(5)}: ${counts}`,
  shown: (customers: number) => `${customers} to contact`,
  nothing: 'nothing due',
  waiting: (customers: number) => `${customers} can wait`,
  snoozed: (customers: number) => `${customers} snoozed`,
  /** Between the way they are talked to and the hours they like. */
  reachBetween: ', ',
  bought: (what: string) => `bought ${what}`,
  neverBought: 'no purchase in the ledger',
  contact: (what: string) => `contact ${what}`,
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
  unsorted: 'Tiers never sorted: regulars classify',
  tiersAge: (age: number) => `Tiers are ${days(age)} old: regulars classify`,
  noBackup: 'no backup yet: regulars backup',
  backupToday: 'backup: today',
  backupAge: (age: number) => `backup: ${days(age)} ago`,
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
    wasNot: (name: string, id: number) => `${name} #${id} was not put off`,
    missed: { birthday: 'their birthday', complaint: 'a complaint', promise: 'a promise' },
    passes: (what: string, day: string, who: string) =>
      `This passes ${what} (${day}). To take it back: regulars snooze ${who} off`,
  },
}
