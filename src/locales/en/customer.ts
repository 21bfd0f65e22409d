import { weekday } from '../../ledger/day.ts'
import type { Named } from '../../ledger/errors.ts'
import { quoted } from '../asked.ts'
import { terms } from './terms.ts'

const weekdayOf = (day: string) => terms.weekday[weekday(day)] ?? ''
const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)
const times = (count: number) => (count === 1 ? '1 visit' : `${count} visits`)
const away = (count: number) => (count === 0 ? 'today' : count > 0 ? `in ${days(count)}` : `${days(-count)} ago`)

/** What is said of customers themselves. */
export const customer = {
  /** A birthday as it was given. */
  birthday: (birthday: string) => birthday.replace('lunar:', 'lunar '),
  added: (card: string) => `Added ${card}`,
  alike: (name: string, others: readonly Named[]) =>
    `There ${others.length === 1 ? 'is' : 'are'} already ${others
      .slice(0, 6)
      .map((one) => `${one.name} #${one.id}`)
      .join(', ')}${others.length > 6 ? ' …' : ''}: tell this ${name} apart with --phone, --code or --birthday.`,
  edited: (who: string) => `${who} changed:`,
  field: (field: string, before: string, now: string) => `  ${field}: ${before || '-'} → ${now || '-'}`,
  unchanged: (who: string) => `${who}: nothing to change, it stands so already.`,
  tagged: (who: string, tags: readonly string[]) => `${who}  ${tags.length > 0 ? `tags: ${tags.join(', ')}` : 'no tags'}`,
  noted: (who: string, line: string) => `${who}  noted: ${line}`,
  archived: (who: string) => `${who} is archived: no longer in lists, due and reports.`,
  archivedCredit: (who: string, credit: string) => `${who} still has ${credit}; it stays on the books.`,
  unarchived: (who: string) => `${who} is back in lists, due and reports.`,
  unarchiveHint: (type: string) => `Back again: regulars unarchive ${type}`,
  noneFits: 'No customer is like that.',
  notFound: (text: string, archived: number) =>
    `Nothing found for “${text}”.${archived > 0 ? ` ${archived} archived: regulars find ${quoted(text)} --archived` : `   New: regulars add ${quoted(text)}`}`,
  alsoArchived: (archived: number) => `${archived} more archived: --archived shows them.`,
  head: { id: '#', name: 'name', phone: 'phone', tier: 'tier', stage: 'stage', last: 'last in', balance: 'balance' },
  tier: (tier: string, much: string) => (much === '' ? tier : `${tier} (${much})`),
  inWindow: (window: number, visits: number, money: string) => `${times(visits)} ${money} in ${days(window)}`,
  notInWindow: (window: number) => `none in ${days(window)}`,
  debt: (owes: string, oldest: string, count: number) => `${owes}, oldest ${oldest} (${days(count)})`,
  overLimit: (limit: string) => `limit ${limit}`,
  doNotContact: 'do not contact',
  isArchived: 'archived',
  snoozed: (day: string) => `put off until ${day}`,
  /** A promise that stands: `day` is null today; so many days late. */
  promised: (on: string, day: string | null, late: number, note: string | null) =>
    `promised for ${day === null ? 'today' : `${weekdayOf(on)} ${day}`}${late > 0 ? ` (${days(late)} late)` : ''}${note ? `: “${note}”` : ''}`,
  birthdayOn: (birthday: string, day: string | null, count: number) =>
    `birthday ${birthday}${day === null ? '' : ` (${count === 0 ? 'today' : `${day}, ${away(count)}`})`}`,
  wechat: (id: string) => `wechat ${id}`,
  phone: (phone: string) => phone,
  prefers: (hours: string | null, channel: string | null) => [channel && `by ${channel}`, hours].filter(Boolean).join(', '),
  consent: (given: readonly string[], refused: readonly string[]) =>
    [given.length > 0 && `may be reached by ${given.join(', ')}`, refused.length > 0 && `not by ${refused.join(', ')}`].filter(Boolean).join('; '),
  rhythm: (gap: string) => `comes every ${gap} days`,
  visits: (count: number) => (count === 1 ? 'came once' : `came ${count} times`),
  neverBought: 'never bought',
  before: (visits: number | null, spent: string | null, last: string | null) =>
    `before this ledger: ${[visits !== null && times(visits), spent, last && `last ${last}`].filter(Boolean).join(', ')}`,
  lastPurchase: (day: string, item: string | null, money: string | null) => `last ${[day, item, money].filter(Boolean).join(' ')}`,
  lastContact: (day: string, channel: string, note: string | null) => `contact ${day} ${channel}${note ? ` “${note}”` : ''}`,
  neverContacted: 'never contacted',
  tags: (tags: readonly string[]) => `tags ${tags.join(', ')}`,
  referrer: (who: string) => `sent by ${who}`,
  referred: (count: number) => `sent ${count} ${count === 1 ? 'customer' : 'customers'}`,
  source: (source: string) => `from ${source}`,
  relation: (relation: string) => `kept in touch with: ${relation}`,
  keeper: (keeper: string) => `looked after by ${keeper}`,
  joined: (day: string) => `joined ${day}`,
  potential: (potential: number) => `potential ${potential}/5`,
  share: (share: number) => `buys ${share} % of it here`,
  creditLimit: (limit: string) => `credit limit ${limit}`,
  called: (called: string) => `called ${called}`,
  notes: 'notes',
  recent: 'recent',
  between: '; ',
  onAccount: (money: string) => `unpaid ${money}`,
  refunded: (money: string) => `refunded ${money}`,
  paidOut: 'paid out',
  next: {
    buy: (type: string) => `Sold something: regulars buy ${type} 88.50`,
    pay: (type: string, amount: string) => `Paid: regulars pay ${type} ${amount}`,
    done: (type: string) => `Talked: regulars done ${type} -n "…"`,
    why: (type: string) => `Why: regulars why ${type}`,
  },
  nearBirthdays: (ahead: number) => `No birthdays in the next ${days(ahead)} or the last 3.`,
  birthdayRow: {
    on: (day: string, weekday: string, birthday: string) =>
      `${day} ${weekday}${birthday.startsWith('lunar:') ? ` lunar ${birthday.slice(6).replace(/^\d{4}-/, '')}` : ''}`,
    away,
    age: (age: number | null) => (age === null || age <= 0 ? '' : `turns ${age}`),
    next: (id: number) => `Wished them well: regulars done ${id} --about birthday   a month: birthdays --days 30`,
    congratulated: (day: string | null) => (day === null ? 'no wishes yet' : `wished ${day}`),
  },
}
