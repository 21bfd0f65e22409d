import type { Entry, Purchase } from '../ledger/account/entries.ts'
import { couponOf } from '../ledger/book/policy/reward.ts'
import type { Customer } from '../ledger/customer/customer.ts'
import type { CustomerProfile } from '../ledger/customer/show.ts'
import { daysBetween, weekday } from '../ledger/day.ts'
import type { Contact } from '../ledger/followup/contacts.ts'
import { isFree } from '../locales/due-said.ts'
import { grouped } from '../locales/figure.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'
import { cut, padEnd, padStart, widthOf, wrap } from '../terminal/width.ts'
import { awayOf } from './birthdays.ts'
import { campaignNamed } from './campaigns.ts'
import { goodTurnsSaid, openComplaintTold, satisfactionSaid } from './complaint-lines.ts'
import { consentOf, customerColumns, who } from './customers.ts'
import { asksLine, habitPieces, loyaltyOf, personLines, shareOf } from './habits.ts'
import { lossTold } from './lost.ts'

/** Customers one after another; JSON has one alone where one was asked for. */
export const showScreen: Screen<{ readonly profiles: readonly CustomerProfile[]; readonly alone: boolean }, Customer> =
  {
    data: ({ profiles, alone }) => (alone ? profiles[0]?.customer : profiles.map(({ customer }) => customer)),
    rows: ({ profiles }) => profiles.map(({ customer }) => customer),
    lines: ({ profiles }, voice) =>
      profiles.flatMap((profile, at) => [...(at > 0 ? [''] : []), ...profileLines(profile, voice.today, voice)]),
    next: ({ profiles }, voice) => (profiles[0] && profiles.length === 1 ? nextLines(profiles[0], voice) : []),
    columns: customerColumns,
    id: ({ id }) => id,
  }

/** Who, what is wrong, how to reach them, their rhythm, who they are, what was last. */
function profileLines(profile: CustomerProfile, today: string, voice: Voice): string[] {
  return [
    head(profile, voice),
    ...alarms(profile, today, voice),
    ...promised(profile, today, voice),
    ...matters(profile, voice),
    ...(profile.snoozedUntil === null ? [] : [voice.words.customer.snoozed(voice.day(profile.snoozedUntil))]),
    ...pieces(reach(profile, voice), voice),
    ...pieces(rhythm(profile, voice), voice, voice.words.marks.clauses),
    ...pieces(privilegePieces(profile, voice), voice, voice.words.marks.clauses),
    ...pieces(habitPieces(profile.habits, voice), voice, voice.words.marks.clauses),
    ...pieces(person(profile, voice), voice),
    ...(profile.customer.tier === null
      ? []
      : wrap(asksLine(profile.customer.tier, voice), voice.width ?? 80, '  ').map(voice.dim)),
    ...personLines(profile.customer, voice),
    ...notes(profile, voice),
    ...recent(profile, voice),
  ]
}

/** What their tier has beside the goods. */
function privilegePieces(
  { privileges: { text, percent, birthdayGift } }: CustomerProfile,
  { words: { coupon } }: Voice,
) {
  return [
    text === null ? '' : coupon.privilege(text),
    percent === 0 ? '' : coupon.percentOf(percent),
    birthdayGift === null ? '' : coupon.birthdayGift(giftOf(birthdayGift, coupon.withIt)),
  ]
}

/** Words as they stand; a coupon by its code. */
function giftOf(gift: string, coupon: (code: string) => string): string {
  const code = couponOf(gift)
  return code === null ? gift : coupon(code)
}

/** The lines that say what to type next. */
function nextLines({ customer, type, debt }: CustomerProfile, voice: Voice): string[] {
  const { next } = voice.words.customer
  return pieces([debt ? next.pay(type, customer.balance) : next.buy(type), next.done(type), next.why(type)], voice)
}

function head({ customer, window, pointsWorth }: CustomerProfile, voice: Voice): string {
  const { customer: words, terms } = voice.words
  const { tier, stage, code } = customer
  const much =
    window.visits > 0
      ? words.inWindow(window.days, window.visits, voice.money(window.spent))
      : stage === null || stage === 'prospect'
        ? ''
        : words.notInWindow(window.days)
  return [
    voice.strong(who(customer)),
    code === null ? '' : `@${code}`,
    tier === null ? '' : ` ${much === '' ? tier : words.tierWith(tier, much)}`,
    stage === null || isKnownFromBefore(customer) ? '' : ` ${terms.stage[stage] ?? stage}`,
    customer.kind === 'person' ? '' : ` ${terms.kind[customer.kind] ?? customer.kind}`,
    customer.balance.startsWith('-') ? ` ${creditOf(customer, voice)}` : '',
    customer.passVisits > 0 ? ` ${words.passVisits(customer.passVisits)}` : '',
    customer.points > 0 ? ` ${voice.words.points.held(grouped(customer.points), voice.money(pointsWorth))}` : '',
  ]
    .filter((piece) => piece !== '')
    .join('  ')
}

/** Who came in with an account has bought before, though no purchase of theirs stands here. */
function isKnownFromBefore({ stage, balance, points }: Customer): boolean {
  return stage === 'prospect' && (Number(balance) !== 0 || points > 0)
}

function creditOf({ balance, creditBonus }: Customer, voice: Voice): string {
  const credit = voice.balance(balance)
  return Number(creditBonus) > 0 ? voice.words.entry.payment.ofItBonus(credit, voice.money(creditBonus)) : credit
}

function alarms({ customer, debt, promise, loss, complaints }: CustomerProfile, today: string, voice: Voice): string[] {
  const { words } = voice
  const owed =
    debt === null ? '' : words.customer.debt(voice.balance(customer.balance), voice.day(debt.oldestOn), debt.days)
  const over =
    customer.creditLimit !== null && Number(customer.balance) > Number(customer.creditLimit)
      ? words.customer.overLimit(voice.money(customer.creditLimit))
      : ''
  const said = [
    promise !== null && promise.on < today ? promiseOf(promise, today, voice) : '',
    ...complaints
      .filter(({ kind, resolvedOn }) => kind === 'complaint' && resolvedOn === null)
      .map((one) => openComplaintTold(one, voice)),
    [owed, over].filter(Boolean).join(words.marks.clauses),
    loss === null ? '' : lossTold({ ...loss, note: oneLine(loss.note) }, voice),
    customer.doNotContact ? words.customer.doNotContact : '',
    customer.archived ? words.customer.isArchived : '',
  ].filter((piece) => piece !== '')
  return said.length === 0
    ? []
    : pieces(
        said.map((piece) => voice.alarm(`!! ${piece}`)),
        voice,
      )
}

/** Open suggestions, and how many good turns there were since the last complaint was settled. */
function matters({ complaints }: CustomerProfile, voice: Voice): string[] {
  return complaints.flatMap((one) => {
    if (one.resolvedOn === null && one.kind === 'complaint') return []
    const said = one.resolvedOn === null ? openComplaintTold(one, voice) : goodTurnsSaid(one, voice)
    return wrap(said, voice.width ?? 80)
  })
}

function promised({ promise }: CustomerProfile, today: string, voice: Voice): string[] {
  return promise === null || promise.on < today ? [] : wrap(promiseOf(promise, today, voice), voice.width ?? 80)
}

function promiseOf(
  { on, note }: NonNullable<CustomerProfile['promise']>,
  today: string,
  { words, day }: Voice,
): string {
  const { customer, marks, terms } = words
  const late = daysBetween(on, today)
  const said = on === today ? customer.promisedToday : customer.promised(day(on), terms.weekday[weekday(on)] ?? '')
  const overdue = late > 0 ? customer.late(said, late) : said
  return note ? marks.note(overdue, oneLine(note) ?? '') : overdue
}

function reach({ customer, birthdayOn, occasions }: CustomerProfile, voice: Voice): string[] {
  const { customer: words } = voice.words
  return [
    customer.phone === null ? '' : words.phone(voice.phone(customer.phone)),
    customer.wechat === null ? '' : words.wechat(customer.wechat),
    prefers(customer, voice),
    birthdayTold(customer, birthdayOn, voice),
    ...occasionsTold(occasions, voice),
    customer.email ?? '',
    customer.company ?? '',
    customer.address ?? '',
    consentOf(customer, voice),
  ]
}

/** By which channel and at what hours they are best reached. */
function prefers({ channel, hours }: Customer, { words }: Voice): string {
  if (!channel) return hours ?? ''
  const by = words.terms.channel[channel] ?? channel
  return hours ? words.customer.prefersAt(by, hours) : words.customer.prefers(by)
}

/** The days noted for them; of one that is near, also how near. */
export function occasionsTold(occasions: CustomerProfile['occasions'], voice: Voice): string[] {
  return occasions.flatMap(({ text, next, daysAway }) => {
    if (next === null || daysAway === null) return []
    const said = voice.words.occasion.told(text, voice.day(next))
    return daysAway > 30 ? said : voice.words.occasion.near(said, awayOf(daysAway, voice))
  })
}

/** The birthday; where it is near, also how near. */
export function birthdayTold({ birthday }: Customer, on: string | null, voice: Voice): string {
  if (birthday === null) return ''
  const { customer, marks } = voice.words
  const said = customer.birthday(birthday)
  const away = on === null ? Number.POSITIVE_INFINITY : daysBetween(voice.today, on)
  if (on === null || away > 30) return customer.birthdayOn(said)
  const near = awayOf(away, voice)
  // A lunar day is told with the day it falls on; any other is that day.
  const told = away === 0 || !birthday.startsWith('lunar:') ? near : [voice.day(on), near].join(marks.parts)
  return customer.birthdayNear(said, told)
}

function rhythm({ customer, gap, lastPurchase, lastContact }: CustomerProfile, voice: Voice): string[] {
  const { customer: words } = voice.words
  const { opening } = customer
  return [
    customer.purchases === 0 && opening === null
      ? words.neverBought
      : gap === null
        ? customer.purchases > 0
          ? words.visits(customer.purchases)
          : ''
        : words.rhythm(String(Math.round(gap * 10) / 10)),
    lastPurchase?.kind === 'purchase' ? words.lastPurchase(purchaseTold(lastPurchase, voice)) : '',
    opening === null ? '' : before(opening, voice),
    lastContact === null ? words.neverContacted : words.lastContact(contactTold(lastContact, voice)),
  ]
}

function purchaseTold({ on, item, amount }: Purchase, { day, money }: Voice): string {
  return [day(on), item, isFree(item, amount) ? null : money(amount)].filter(Boolean).join(' ')
}

function before({ visits, spent, lastOn }: NonNullable<Customer['opening']>, { words, money, day }: Voice): string {
  const { before } = words.customer
  const parts = [visits !== null && before.visits(visits), spent && money(spent), lastOn && before.last(day(lastOn))]
  return before.said(parts.filter(Boolean).join(words.marks.parts))
}

function contactTold(contact: Contact, voice: Voice): string {
  const note = oneLine(contact.note)
  return [voice.day(contact.on), said(contact, voice), note ? `“${note}”` : ''].filter(Boolean).join(' ')
}

/** How, and what came of it; that they were reached goes without saying. */
function said({ channel, outcome }: Contact, { words: { terms } }: Voice): string {
  const came = outcome === 'reached' ? '' : (terms.outcome[outcome] ?? outcome)
  return [terms.channel[channel] ?? channel, came].filter(Boolean).join(' ')
}

function person({ customer, referrer, referred, shares, satisfaction }: CustomerProfile, voice: Voice): string[] {
  const { customer: words, due } = voice.words
  return [
    customer.called === null ? '' : words.called(customer.called),
    customer.tags.length > 0 ? words.tags(customer.tags) : '',
    referrer === null ? '' : words.referrer(who(referrer)),
    referred > 0 ? words.referred(referred) : '',
    customer.style === null ? '' : (due.style[customer.style] ?? customer.style),
    ...Object.entries(customer.facts).map(([key, value]) => `${words.factName[key] ?? key} ${oneLine(value)}`),
    customer.source === null ? '' : words.source(customer.source),
    customer.keeper === null ? '' : words.keeper(customer.keeper),
    customer.relation === null
      ? ''
      : words.relation(voice.words.terms.relation[customer.relation] ?? customer.relation),
    customer.potential === null ? '' : words.potential(customer.potential),
    shareOf(customer, shares, voice),
    loyaltyOf(customer, voice),
    satisfactionSaid(satisfaction, voice),
    customer.creditLimit === null ? '' : words.creditLimit(voice.money(customer.creditLimit)),
    customer.joinedOn === null ? '' : words.joined(voice.day(customer.joinedOn)),
  ]
}

function notes({ customer }: CustomerProfile, voice: Voice): string[] {
  if (customer.notes === null) return []
  const label = `${voice.words.customer.notes}  `
  const indent = ' '.repeat(widthOf(label))
  const lines = customer.notes.split('\n').flatMap((line) => wrap(line, (voice.width ?? 80) - indent.length))
  return lines.map((line, at) => (at === 0 ? label : indent) + line)
}

function recent({ recent, open, topUps }: CustomerProfile, voice: Voice): string[] {
  const label = `${voice.words.customer.recent}  `
  const rows = recent.map((one) =>
    'kind' in one
      ? entryRow(one, { open: open[one.id] ?? null, topUp: topUps.includes(one.id) }, voice)
      : contactRow(one, voice),
  )
  const widths = [0, 1, 2].map((column) =>
    Math.max(0, ...rows.map((row) => (row.length > 3 ? widthOf(row[column] ?? '') : 0))),
  )
  const [days = 0, what = 0, item = 0] = widths
  const money = Math.max(0, ...rows.map((row) => widthOf(row[3] ?? '')))
  return rows.map((row, at) => {
    const [day = '', kind = '', text = '', amount, note = ''] = row
    const lead = (at === 0 ? label : ' '.repeat(widthOf(label))) + padEnd(day, days)
    const rest =
      amount === undefined ? [kind, text] : [padEnd(kind, what), padEnd(text, item), padStart(amount, money), note]
    const line = [lead, ...rest].join('  ').trimEnd()
    return voice.width === null ? line : cut(line, voice.width)
  })
}

function entryRow(
  entry: Entry,
  { open, topUp }: { readonly open: string | null; readonly topUp: boolean },
  voice: Voice,
): string[] {
  const { customer: words, terms } = voice.words
  const isReward = entry.kind === 'payment' && entry.reward
  const what = isReward ? words.reward : topUp ? words.topUp : (terms.entry[entry.kind] ?? entry.kind)
  const kind = `${what} ${entry.id}`
  const note =
    entry.kind === 'purchase'
      ? [
          open !== null && words.onAccount(voice.money(open)),
          Number(entry.refunded) > 0 && words.refunded(voice.money(entry.refunded)),
          entry.note && `“${oneLine(entry.note)}”`,
        ]
      : entry.kind === 'opening'
        ? [entry.out ? terms.owes('') : terms.credit('')]
        : entry.kind === 'payment' && entry.out
          ? [isReward ? words.rewardEnded : words.paidOut]
          : entry.kind === 'payment' && !isReward && Number(entry.bonus) > 0
            ? [voice.words.entry.payment.bonus(voice.money(entry.bonus))]
            : entry.kind === 'refund'
              ? [entry.item ? entry.reason : '', entry.fault && voice.words.entry.remark.fault(entry.fault)]
              : []
  const text =
    entry.kind === 'purchase' || entry.kind === 'refund'
      ? (entry.item ?? (entry.kind === 'refund' ? entry.reason : ''))
      : entry.note
  return [
    voice.day(entry.on),
    kind,
    cut(oneLine(text) ?? '', 28),
    voice.money(isReward ? entry.bonus : entry.amount),
    note.filter(Boolean).join(' '),
  ]
}

function contactRow(contact: Contact, voice: Voice): string[] {
  const { terms } = voice.words
  const note = oneLine(contact.note)
  return [
    voice.day(contact.on),
    [terms.channel[contact.channel] ?? contact.channel, terms.outcome[contact.outcome] ?? contact.outcome].join(' '),
    [
      note ? `“${note}”` : '',
      contact.campaign && voice.words.entry.campaign(campaignNamed(contact.campaign, voice)),
      contact.gift && voice.words.entry.gift(contact.gift),
    ]
      .filter(Boolean)
      .join(' '),
  ]
}

function oneLine(text: string | null): string | null {
  return text === null ? null : text.replace(/\s*\n\s*/g, ' ')
}

/** Pieces side by side in as few lines as the screen is wide. */
function pieces(all: readonly string[], voice: Voice, between = '   '): string[] {
  const lines: string[] = []
  for (const piece of all.filter((one) => one !== '')) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(last + between + piece) <= (voice.width ?? 80))
      lines[lines.length - 1] = last + between + piece
    else lines.push(piece)
  }
  return lines
}
