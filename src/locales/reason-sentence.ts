import { daysBetween } from '../ledger/day.ts'
import type { DueReason } from '../ledger/followup/reasons.ts'
import type { Detail, Reason } from '../ledger/reason/rules.ts'
import type { Words } from './en.ts'
import { tenths } from './figure.ts'
import type { Speech } from './speech.ts'
import type { Timed } from './timed.ts'

/** When a reason holds: from which day, so many days ago, said on which day. */
interface When {
  readonly dueOn: string
  readonly daysOverdue: number
  readonly asOf: string
}

/** Whoever says it: the words of a language, and how days and money are written. */
export interface Teller extends Pick<Speech, 'day' | 'money'> {
  readonly words: Words
}

type Sentence<R extends Reason> = (detail: Detail<R>, when: When, teller: Teller) => string

function timed<Facts extends readonly unknown[]>(say: Timed<Facts>, when: When, { day }: Teller, ...facts: Facts) {
  return isAhead(when) ? say.from(day(when.dueOn), ...facts) : say.now(...facts)
}

const isAhead = ({ dueOn, asOf }: When) => dueOn > asOf

/** How late something is, behind what it is; nothing where it is not. */
function late({ words }: Teller, daysOverdue: number): string {
  return daysOverdue > 0 ? words.due.sentences.late(daysOverdue) : ''
}

/** A greeting is worth most within two days; from the third on it is late. */
function isSoon({ daysOverdue }: When): boolean {
  return daysOverdue < 2
}

/** How far away a day is: today, tomorrow where the language has a word, or in so many days. */
function away({ words }: Teller, days: number): string {
  const { away } = words.due.sentences
  if (days < 0) return away.ago(-days)
  return days === 0 ? away.today : away.in(days)
}

function promised({ madeOn, asked }: Detail<'promise'>, { dueOn, asOf }: When, { words, day }: Teller): string {
  const say = words.due.sentences.promise
  if (asked) return say.asked(day(madeOn))
  return dueOn === asOf ? say.today : say.on(day(dueOn))
}

/** What is to be done about a complaint or a suggestion. */
function complained(
  { kind, what, task, dueOn, openedOn, promisedOn, resolvedOn, handler }: Detail<'complaint'>['complaints'][number],
  { asOf }: When,
  teller: Teller,
): string {
  const { day, words } = teller
  const say = words.due.sentences.complaint
  const about = say.about[kind](what, day(openedOn))
  if (task === 'ask') return about + say.ask(day(resolvedOn ?? dueOn))
  const answer = promisedOn === asOf ? say.answerToday : say.answerOn(day(promisedOn))
  const todo = task === 'acknowledge' ? say.acknowledge[kind] : answer
  return [about, todo, late(teller, daysBetween(dueOn, asOf)), handler === null ? '' : say.by(handler)].join('')
}

const bought = ({ on, amount, item }: { on: string; amount: string; item: string | null }, { day, money }: Teller) =>
  [day(on), item, money(amount)].filter(Boolean).join(' ')

const listed = (texts: readonly string[], { words }: Teller) => texts.join(words.due.sentences.list)

/** The lunar day of a birthday that has one, in words; else nothing. */
const lunar = (birthday: string | null, { words }: Teller) =>
  birthday?.startsWith('lunar:') ? words.due.sentences.birthday.lunar(birthday) : ''

/** A debt whose agreed day is still to come. */
const isYetDue = (dueOn: string | null, when: When) => isAhead(when) && dueOn !== null && dueOn >= when.asOf

/**
 * What a reason says, in the list and in a few words to paste: decided here once for every language. A reason without
 * both does not compile, nor a language without the words for it.
 */
const sentences: { readonly [R in Reason]: { readonly full: Sentence<R>; readonly brief: Sentence<R> } } = {
  promise: {
    full: (detail, when, teller) => {
      const said = promised(detail, when, teller) + (detail.asked ? '' : late(teller, when.daysOverdue))
      return detail.note ? teller.words.due.sentences.promise.noted(said, detail.note) : said
    },
    brief: promised,
  },
  complaint: {
    full: ({ complaints, overdue }, when, teller) => {
      const say = teller.words.due.sentences.complaint
      const said = complaints.map((one) => complained(one, when, teller))
      const bosses = overdue === null ? [] : [overdue.keeper, overdue.owner ?? say.owner].filter((who) => who !== null)
      return timed(say.full, when, teller, listed(said, teller)) + (overdue === null ? '' : say.overdue(bosses))
    },
    brief: ({ complaints: [one], overdue }, when, teller) => {
      const say = teller.words.due.sentences.complaint
      const said = one?.task === 'ask' ? say.brief.ask : say.brief[one?.kind ?? 'complaint']
      return timed(say.full, when, teller, said) + (overdue === null ? '' : late(teller, when.daysOverdue))
    },
  },
  birthday: {
    full: ({ birthday, on, daysAway }, _, teller) => {
      const about = [lunar(birthday, teller), away(teller, daysAway)].filter((text) => text !== '')
      return teller.words.due.sentences.birthday.full(teller.day(on), on, about)
    },
    brief: ({ birthday, on, daysAway }, _, teller) => {
      const say = teller.words.due.sentences.birthday
      const day = lunar(birthday, teller)
      const said = daysAway === 0 ? say.today : say.on(teller.day(on))
      return day === '' ? said : said + say.lunarBriefly(day)
    },
  },
  unhappy: {
    full: ({ on }, when, teller) => timed(teller.words.due.sentences.unhappy.full, when, teller, teller.day(on)),
    brief: (_, when, teller) => timed(teller.words.due.sentences.unhappy.brief, when, teller),
  },
  welcome: {
    full: ({ firstOn }, when, teller) => {
      const say = teller.words.due.sentences.welcome
      return timed(say.full, when, teller, teller.day(firstOn), isSoon(when) ? say.soon : say.late)
    },
    brief: (_, when, teller) => timed(teller.words.due.sentences.welcome.brief, when, teller),
  },
  thanks: {
    full: (detail, when, teller) => {
      const say = teller.words.due.sentences.thanks
      return timed(say.full, when, teller, bought(detail, teller), isSoon(when) ? say.soon : say.late)
    },
    brief: (_, when, teller) => timed(teller.words.due.sentences.thanks.brief, when, teller),
  },
  'welcome-back': {
    full: ({ on }, when, teller) => {
      const say = teller.words.due.sentences.welcomeBack
      return timed(say.full, when, teller, teller.day(on), isSoon(when) ? say.soon : say.late)
    },
    brief: (_, when, teller) => timed(teller.words.due.sentences.welcomeBack.brief, when, teller),
  },
  wanted: {
    full: ({ wishes }, when, teller) => {
      const say = teller.words.due.sentences.wanted
      const said = wishes.map(({ text, since }) => say.since(text, teller.day(since)))
      return timed(say.full, when, teller, listed(said, teller))
    },
    brief: ({ wishes }, when, teller) => {
      const said = wishes.map(({ text }) => text)
      return timed(teller.words.due.sentences.wanted.brief, when, teller, listed(said, teller))
    },
  },
  interested: {
    full: ({ on, note }, when, teller) => {
      const { noted, plain } = teller.words.due.sentences.interested
      const [day, days] = [teller.day(on), daysBetween(on, when.asOf)]
      return note ? timed(noted, when, teller, day, days, note) : timed(plain, when, teller, day, days)
    },
    brief: ({ on }, when, teller) => timed(teller.words.due.sentences.interested.brief, when, teller, teller.day(on)),
  },
  restock: {
    full: ({ items }, when, teller) => {
      const say = teller.words.due.sentences.restock
      const said = items.map(({ item, gap, lastOn }) => {
        const days = daysBetween(lastOn, when.asOf)
        return (isAhead(when) ? say.item : say.itemNow)(item, Math.round(gap), teller.day(lastOn), days)
      })
      return timed(say.full, when, teller, listed(said, teller))
    },
    brief: ({ items }, when, teller) => {
      const said = items.map(({ item }) => item)
      return timed(teller.words.due.sentences.restock.brief, when, teller, listed(said, teller))
    },
  },
  occasion: {
    full: ({ occasion, lastOn, days }, when, teller) => {
      const say = teller.words.due.sentences.occasion
      if (occasion !== 'noted')
        return timed(say.talk, when, teller, lastOn === null ? say.never : say.last(teller.day(lastOn)))
      const said = days.map(({ text, on, daysAway }) => say.near(text, teller.day(on), on, away(teller, daysAway)))
      return timed(say.noted, when, teller, listed(said, teller))
    },
    brief: ({ occasion, days }, when, teller) => {
      const say = teller.words.due.sentences.occasion
      if (occasion !== 'noted') return timed(say.talkBriefly, when, teller)
      const said = days.map(({ text, on }) => `${text} ${teller.day(on)}`)
      return timed(say.notedBriefly, when, teller, listed(said, teller))
    },
  },
  'after-sale': {
    full: ({ on, amount, item }, when, teller) => {
      const say = teller.words.due.sentences.afterSale
      const [day, money] = [teller.day(on), teller.money(amount)]
      return item === null
        ? timed(say.bought, when, teller, day, money)
        : timed(say.item, when, teller, day, money, item)
    },
    brief: ({ item }, when, teller) => {
      const say = teller.words.due.sentences.afterSale
      return timed(say.brief, when, teller, item ?? say.it)
    },
  },
  slipping: {
    full: ({ gap, since, lost }, when, teller) => {
      const { full } = teller.words.due.sentences.slipping
      return timed(lost ? full.lost : full.slipping, when, teller, tenths(gap), since)
    },
    brief: ({ since, lost }, when, teller) => {
      const { brief } = teller.words.due.sentences.slipping
      return timed(lost ? brief.lost : brief.slipping, when, teller, since)
    },
  },
  debt: {
    full: ({ days, dueOn }, when, teller) => {
      const say = teller.words.due.sentences.debt
      const isYet = isYetDue(dueOn, when)
      const agreed = dueOn === null ? '' : (isYet ? say.due : say.wasDue)(teller.day(dueOn))
      return say.full(days) + agreed + (isAhead(when) && !isYet ? say.remind(teller.day(when.dueOn)) : '')
    },
    brief: ({ days, dueOn }, when, teller) => {
      const say = teller.words.due.sentences.debt
      if (!isAhead(when)) return say.brief(days)
      return dueOn !== null && isYetDue(dueOn, when)
        ? say.dueBriefly(teller.day(dueOn))
        : say.remindBriefly(teller.day(when.dueOn))
    },
  },
  cadence: {
    full: ({ lastContactOn, lastPurchaseOn }, when, teller) => {
      const say = teller.words.due.sentences.cadence
      // Nobody was late with somebody the ledger has only just heard of.
      const isFirst = lastContactOn === null && lastPurchaseOn === null
      if (isAhead(when)) return (isFirst ? say.first : say.again).from(when.dueOn.slice(5))
      return isFirst ? say.first.now() : say.again.now() + late(teller, when.daysOverdue)
    },
    brief: (_, when, teller) => timed(teller.words.due.sentences.cadence.brief, when, teller),
  },
  points: {
    full: ({ points, on, daysAway, soon }, when, teller) => {
      const say = teller.words.due.sentences.points
      const far = daysAway === 1 ? say.tomorrow : teller.words.due.sentences.away.in(daysAway)
      const said = timed(say.full, when, teller, points, teller.day(on), far)
      return soon > points ? said + say.more(soon) : said
    },
    brief: ({ points, on }, when, teller) =>
      timed(teller.words.due.sentences.points.brief, when, teller, points, teller.day(on)),
  },
  coupon: {
    full: ({ coupons }, when, teller) => {
      const say = teller.words.due.sentences.coupon
      const far = (days: number) => (days === 0 ? say.today : teller.words.due.sentences.away.in(days))
      const said = coupons.map(({ code, until, daysAway }) => say.good(code, teller.day(until), far(daysAway)))
      return timed(say.full, when, teller, listed(said, teller))
    },
    brief: ({ coupons }, when, teller) => {
      const say = teller.words.due.sentences.coupon
      const said = coupons.map(({ code, until }) => say.until(code, teller.day(until)))
      return timed(say.brief, when, teller, listed(said, teller))
    },
  },
  survey: {
    full: ({ lastOn }, when, teller) => {
      const say = teller.words.due.sentences.survey
      return lastOn === null ? timed(say.never, when, teller) : timed(say.last, when, teller, teller.day(lastOn))
    },
    brief: (_, when, teller) => timed(teller.words.due.sentences.survey.brief, when, teller),
  },
}

/** Why a customer is due, whole or in a few words. */
export function reasonSentence(
  { reason, detail, ...when }: DueReason,
  asOf: string,
  teller: Teller,
  length: 'full' | 'brief',
): string {
  // The sentences are typed by their reason; which one this is, only the value knows.
  const say = sentences[reason][length] as (detail: object, when: When, teller: Teller) => string
  return say(detail, { ...when, asOf }, teller)
}
