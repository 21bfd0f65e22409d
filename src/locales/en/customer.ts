import { grouped } from '../figure.ts'
import { counted, every, plural } from './plural.ts'

const days = (count: number) => `${grouped(count)} ${plural(count, 'day')}`
const times = (count: number) => `${grouped(count)} ${plural(count, 'visit')}`

/** What is said of customers themselves. */
export const customer = {
  /** A birthday as it was given. */
  birthday: (birthday: string) => birthday.replace('lunar:', 'lunar '),
  added: (card: string) => `Added ${card}`,
  alike: (name: string, others: string, count: number) => {
    const are = plural(count, 'is', 'are')
    return `There ${are} already ${others}: tell this ${name} apart with --phone, --code or --birthday.`
  },
  andMore: (names: string) => `${names} …`,
  edited: (who: string) => `${who} changed:`,
  field: (field: string, before: string, now: string) => `  ${field}: ${before} → ${now}`,
  noValue: '-',
  unchanged: (who: string) => `${who}: nothing to change, it stands so already.`,
  tagged: (who: string, tags: readonly string[]) => `${who}  tags: ${tags.join(', ')}`,
  untagged: (who: string) => `${who}  no tags`,
  noted: (who: string, line: string) => `${who}  noted: ${line}`,
  archived: (who: string) => `${who} is archived: no longer in lists, due and reports.`,
  archivedCredit: (who: string, credit: string) => `${who} still has ${credit}; it stays on the books.`,
  unarchived: (who: string) => `${who} is back in lists, due and reports.`,
  unarchiveHint: (type: string) => `Back again: regulars unarchive ${type}`,
  /** Facts the program itself writes, by what they are called. */
  factName: { card: 'card' } as Readonly<Record<string, string>>,
  listedFirst: (count: number) => `${counted(count, 'customer')} shown; there may be more.`,
  listed: (count: number) => `${counted(count, 'customer')}.`,
  oneOf: (id: number) => `One of them: regulars show ${id}`,
  noneFits: 'No customer is like that.',
  /** `type` is the text as one types it. */
  notFound: (text: string, type: string) => `Nothing found for “${text}”.   New: regulars add ${type}`,
  numberNotFound: (text: string, _: string) => `Nothing found for “${text}”.   All customers: regulars list`,
  phoneNotFound: (text: string, type: string) =>
    `Nothing found for “${text}”.   New, by a name: regulars add 'Anna Becker' --phone ${type}`,
  onlyArchived: (text: string, type: string, archived: number) =>
    `Nothing found for “${text}”. ${archived} archived: regulars find ${type} --archived`,
  notEverywhere: 'Purchases and contacts were not looked through: --everywhere does.',
  alsoArchived: (archived: number) => `${archived} more archived: --archived shows them.`,
  head: { id: '#', name: 'name', phone: 'phone', tier: 'tier', stage: 'stage', last: 'last in', balance: 'balance' },
  tierWith: (tier: string, much: string) => `${tier} (${much})`,
  inWindow: (window: number, visits: number, money: string) => `${times(visits)} ${money} in ${days(window)}`,
  notInWindow: (window: number) => `none in ${days(window)}`,
  debt: (owes: string, oldest: string, count: number) => `${owes}, oldest ${oldest} (${days(count)})`,
  overLimit: (limit: string) => `limit ${limit}`,
  doNotContact: 'do not contact',
  isArchived: 'archived',
  snoozed: (day: string) => `put off until ${day}`,
  /** A promise that stands, and by how many days it is late. */
  promisedToday: 'promised for today',
  promised: (day: string, weekday: string) => `promised for ${weekday} ${day}`,
  late: (promised: string, late: number) => `${promised} (${days(late)} late)`,
  birthdayOn: (birthday: string) => `birthday ${birthday}`,
  birthdayNear: (birthday: string, when: string) => `birthday ${birthday} (${when})`,
  isToday: 'today',
  ahead: (count: number) => `in ${days(count)}`,
  ago: (count: number) => `${days(count)} ago`,
  wechat: (id: string) => `wechat ${id}`,
  phone: (phone: string) => phone,
  prefers: (channel: string) => `by ${channel}`,
  prefersAt: (channel: string, hours: string) => `by ${channel}, ${hours}`,
  consent: {
    given: (channels: string) => `may be reached by ${channels}`,
    refused: (channels: string) => `not by ${channels}`,
    both: (given: string, refused: string) => `${given}; ${refused}`,
  },
  rhythm: (gap: string) => `comes ${every(gap)}`,
  visits: (count: number) => `came ${plural(count, 'once', `${count} times`)}`,
  /** In the notes, beside the phone that is theirs. */
  otherPhone: (phone: string) => `other phone ${phone}`,
  neverBought: 'no purchase in the ledger',
  /** What a roster told of the time before the ledger. */
  before: {
    said: (parts: string) => `before this ledger: ${parts}`,
    visits: times,
    last: (day: string) => `last ${day}`,
  },
  lastPurchase: (what: string) => `last ${what}`,
  lastContact: (what: string) => `contact ${what}`,
  neverContacted: 'never contacted',
  tags: (tags: readonly string[]) => `tags ${tags.join(', ')}`,
  referrer: (who: string) => `sent by ${who}`,
  referred: (count: number) => `sent ${grouped(count)} ${plural(count, 'customer')}`,
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
  onAccount: (money: string) => `unpaid ${money}`,
  refunded: (money: string) => `refunded ${money}`,
  paidOut: 'paid out',
  topUp: 'top-up',
  reward: 'for a referral',
  rewardEnded: 'taken back',
  passVisits: (visits: number) => `${visits} ${plural(visits, 'visit')} left on passes`,
  next: {
    buy: (type: string) => `Sold something: regulars buy ${type} 88.50`,
    pay: (type: string, amount: string) => `Paid: regulars pay ${type} ${amount}`,
    done: (type: string) => `Talked: regulars done ${type} -n "…"`,
    why: (type: string) => `Why: regulars why ${type}`,
  },
  nearBirthdays: (ahead: number) => `No birthdays in the next ${days(ahead)} or the last 3.`,
  birthdayRow: {
    lunar: (on: string, birthday: string) => `${on} lunar ${birthday.slice(6).replace(/^\d{4}-/, '')}`,
    age: (age: number) => `turns ${age}`,
    aged: (age: number) => `turned ${age}`,
    next: (id: number) => `Wished them well: regulars done ${id} --about birthday`,
    month: 'A month: regulars birthdays --days 30',
    congratulated: (day: string) => `wished ${day}`,
    notCongratulated: 'no wishes yet',
  },
}
