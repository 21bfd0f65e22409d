import type { CodesOf, ErrorMessage, ErrorWords, InAnyLanguage } from '../../error-message.ts'
import { grouped } from '../../figure.ts'
import { plural } from '../plural.ts'

/** What a whole column may have wrong is said with files taken in. */
type OfColumns = 'phone.spreadsheet' | 'day.mixed' | 'money.mixed'

const said = {
  'policy.money-stands': {
    message: (what: readonly string[]) =>
      `The currency cannot be changed while money stands in the ledger: ${what.join(', ')}.`,
    entries: (count: number) => `${grouped(count)} ${plural(count, 'entry', 'entries')}`,
    customers: (count: number) => `${grouped(count)} ${plural(count, 'customer')} with amounts`,
    rules: (count: number) => `${grouped(count)} ${plural(count, 'rule')}`,
    hint: 'A ledger in another currency: regulars help init',
  },
  'money.unreadable': ({ text }) => ({
    message: `Not an amount: “${text}”.`,
    hint: 'Examples: 128   88.5   12,50   128+60-8   128*2   1,288.00',
  }),
  'money.too-precise': ({ text, currency, digits }) => ({
    message: `Too many decimals: “${text}”; ${currency} has ${digits}.`,
  }),
  'money.negative': ({ text }) => ({
    message: `An amount below nothing makes no sense here: “${text}”.`,
    hint: 'Goods come back: regulars refund   Money goes out: regulars pay --out',
  }),
  'money.ambiguous': {
    message: (text: string, one: string, other: string) => `“${text}” can be ${one} or ${other}.`,
    either: (thousands: string, decimals: string) => `Write ${thousands}, or ${decimals}.`,
    fewer: (thousands: string, currency: string) =>
      `Write ${thousands}, or fewer decimals: ${currency} has not so many.`,
  },
  'money.too-large': ({ text, most }, voice) => ({
    message: `Too large an amount: “${text}”; the most there can be is ${voice.money(most)}.`,
  }),
  'day.unreadable': {
    message: (text: string) => `Not a day: “${text}”.`,
    ahead: 'Examples: 2026-12-31   12-31   Dec 31   tomorrow   3d   friday   end of month',
    month: (first: string, last: string) => `One of its days: ${first} … ${last}`,
    back: 'Examples: 2026-11-21   11-21   Nov 21   yesterday   3d   friday',
  },
  'day.year-last': ({ text }) => ({ message: `Not a day: “${text}”.`, hint: 'Year first: 2026-12-31' }),
  'day.impossible': ({ text }) => ({
    message: `The calendar has no such day: “${text}”.`,
    hint: 'How days can be typed: regulars help days',
  }),
  'day.future': ({ day, today }) => ({
    message: `${day} has not come yet (today is ${today}).`,
    hint: 'Year first, month, day: 2026-11-21   or: yesterday',
  }),
  'day.next-first': ({ next, on }) => ({
    message: `The next contact cannot be before this one: ${next} is before ${on}.`,
    hint: 'Examples: --next 3d   --next friday   --next 2026-12-31',
  }),
  'day.snooze-past': ({ day, today }) => ({
    message: `A snooze ends on a day to come: ${day} is not after ${today}.`,
    hint: 'Examples: 3d   monday   2026-12-31   off',
  }),
  'day.past': ({ day, today }) => ({
    message: `${day} is over (today is ${today}).`,
    hint: 'Examples: 2026-12-31, 30d',
  }),
  'day.reversed': ({ from, to }) => ({ message: `The period ends before it begins: ${from} to ${to}.` }),
  'phone.unreadable': ({ text, region }) => ({
    message: `Not a phone of region ${region}: “${text}”.`,
    hint: 'From elsewhere, write the country: +44 20 7946 0000',
  }),
  'birthday.unreadable': {
    either: (text: string, lunar: string, solar: string): ErrorMessage => ({
      message: `“${text}” may be lunar or solar.`,
      hint: `Lunar: ${lunar}   Solar: ${solar}`,
    }),
    neither: (text: string): ErrorMessage => ({
      message: `Not a birthday: “${text}”.`,
      hint: 'Examples: 1988-05-06   05-06   lunar:1988-04-18   lunar:04-18   农历四月十八',
    }),
  },
  'birthday.future': ({ text, today }) => ({
    message: `That birthday has not come yet: “${text}” (today is ${today}).`,
    hint: 'Year first: 1988-05-06',
  }),
  'survey.unreadable': ({ text }) => ({
    message: `Not an answer: “${text}”.`,
    hint: 'Examples: 4   4.5   8/10   90%   ★★★★   satisfied',
  }),
  'survey.too-high': ({ text, most }) => ({
    message: `“${text}” is more than ${most}.`,
    hint: 'Out of something else: 8/10   80%   in a file: --scale 10',
  }),
  'survey.expected-nothing': ({ text }) => ({
    message: `“${text}”: nobody expects nothing.`,
    hint: 'Examples: --expected 4   --expected 5',
  }),
  'money.zero': ({ text }) => ({ message: `An amount of nothing makes no sense here: “${text}”.` }),
  'money.over-paid': ({ paid, amount }, voice) => ({
    message: `Paid ${voice.money(paid)} is more than the ${voice.money(amount)} to pay.`,
    hint: 'What is over can be kept as credit: regulars help pay',
  }),
  'day.due-first': ({ due, on }) => ({ message: `Due on ${due}, before the day of the purchase (${on}).` }),
} satisfies ErrorWords<Exclude<CodesOf<'money' | 'day' | 'phone' | 'birthday' | 'survey' | 'policy'>, OfColumns>>

/** Amounts, days, phones, answers and rules that cannot be read or do not fit. */
export const valueErrors: InAnyLanguage<typeof said> = said
