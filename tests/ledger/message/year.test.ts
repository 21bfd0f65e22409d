import { expect, test } from 'vitest'
import { recordPurchase } from '../../../src/ledger/account/purchase.ts'
import { pointsOf } from '../../../src/ledger/benefit/points.ts'
import type { Book } from '../../../src/ledger/book/book.ts'
import { openComplaint } from '../../../src/ledger/care/complaint/open-complaint.ts'
import { resolveComplaint } from '../../../src/ledger/care/complaint/resolve-complaint.ts'
import { recordSurvey } from '../../../src/ledger/care/survey/record-survey.ts'
import { recordArrival, recordWant } from '../../../src/ledger/care/want/record-want.ts'
import { addDays, daysBetween } from '../../../src/ledger/day.ts'
import { contactCustomers } from '../../../src/ledger/followup/done.ts'
import { snooze } from '../../../src/ledger/followup/snooze.ts'
import { logMessages } from '../../../src/ledger/message/log-messages.ts'
import { festivalNear } from '../../../src/ledger/message/near.ts'
import { findTemplate } from '../../../src/ledger/message/templates.ts'
import { en } from '../../../src/locales/en.ts'
import { bookOf } from '../../ledger.ts'
import { server } from '../../postgres/ledger.ts'
import { openShop } from '../../shop.ts'

/** `REGULARS_RUNS` says how many years are gone through; one unless asked. */
const years = Number(process.env['REGULARS_RUNS'] ?? 1)

const first = '2026-01-01'
/** Days that points last, and who earns none. */
const lasting = 60
const staff = 5

interface Person {
  readonly id: number
  readonly line: string
  readonly birthday?: string
  readonly never?: true
  readonly consent?: Readonly<Record<string, boolean>>
}

const people: readonly Person[] = [
  { id: 1, line: 'Ann --phone 13800000001 --birthday 03-10 --consent sms', birthday: '03-10', consent: { sms: true } },
  {
    id: 2,
    line: 'Bob --email b@x.org --channel email --consent email --birthday 07-01',
    birthday: '07-01',
    consent: { email: true },
  },
  { id: 3, line: 'Cid --phone 13800000003 --no-consent wechat', consent: { wechat: false } },
  { id: 4, line: 'Dan --phone 13800000004 --do-not-contact --birthday 03-11', birthday: '03-11', never: true },
  { id: 5, line: 'Eve --phone 13800000005 --kind staff --birthday 03-12', birthday: '03-12', never: true },
  { id: 6, line: 'Fay --phone 13800000006 --relation basic' },
  {
    id: 7,
    line: 'Leaf --kind firm --phone 13800000007 --consent sms --channel sms --birthday 05-20',
    birthday: '05-20',
    consent: { sms: true },
  },
  { id: 8, line: 'Gus --phone 13800000008 --birthday 11-28', birthday: '11-28' },
  { id: 9, line: 'Hal --phone 13800000009 --birthday 09-09', birthday: '09-09' },
  { id: 10, line: 'Ida' },
]

/** New Year of 2026 is past its days; of 2027 it is near at the end. */
const festivals: Readonly<Record<string, string>> = {
  'spring-festival': '2026-02-17',
  'dragon-boat': '2026-06-19',
  'mid-autumn': '2026-09-25',
  'new-year': '2027-01-01',
}
const ofReason = ['birthday', 'wanted', 'welcome', 'thanks', 'after-sale', 'debt', 'slipping', 'restock', 'points']
/** What is said whatever was said in the last days. */
const urgent = ['birthday', 'wanted', 'after-sale', 'debt', 'slipping']
const plain = ['greeting', 'new-arrival']

interface Past {
  readonly id: number
  readonly on: string
  readonly outcome: string
  readonly incoming: boolean
  readonly template: string | null
}

test(
  'a year of a made-up shop in which nobody is written to who should not be',
  async () => {
    const seen = new Map<string, number>()
    for (let year = 0; year < years; year++) await liveThrough(chance(20261124 + year), seen)
    // It was no quiet year: messages of each sort went out.
    for (const name of ['birthday', 'wanted', 'thanks', 'debt', 'greeting', 'new-arrival', 'mid-autumn', 'points'])
      expect(seen.get(name) ?? 0, name).toBeGreaterThan(0)
  },
  120_000 * years,
)

/** Numbers below one asked for, the same for the same seed. */
function chance(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

async function liveThrough(upTo: (most: number) => number, seen: Map<string, number>): Promise<void> {
  const shop = await openShop('init --name Teahouse --lang en')
  for (const { line } of people) await shop.json(`add ${line} --today ${first}`)
  await shop.json('policy set due.thanks.minAmount 300')
  await shop.json('policy set points.earnPer 1')
  await shop.json(`policy set points.expireDays ${lasting}`)
  const base = await bookOf(shop, first)
  if (!server) base.store.sqlite.pragma('synchronous = OFF')
  const past: Past[] = []
  const owed = new Map<number, number>()
  /** What each purchase of theirs earned, and the day on which it lapses. */
  const lots: { readonly id: number; readonly points: number; readonly lapseOn: string }[] = []
  /** What each waits for: the day it came in, once it has. */
  const waiting = new Map<number, { arrived: string | null }[]>()
  const told = (id: number) =>
    waiting.set(
      id,
      (waiting.get(id) ?? []).filter(({ arrived }) => arrived === null),
    )
  const snoozed = new Map<number, string>()
  const unhappy = new Map<number, string>()
  /** The number of the complaint each has open. */
  const complains = new Map<number, number>()
  for (let day = first; day < '2027-01-01'; day = addDays(day, 1 + upTo(4))) {
    const book: Book = { ...base, today: day, now: () => new Date(`${day}T03:00:00Z`) }
    await happen(book)
    for (let turn = 0; turn < 2; turn++) await write(book)
  }
  const last = { ...base, today: '2026-12-31' }
  const held = await pointsOf(
    last,
    people.map(({ id }) => id),
  )
  for (const { id } of people)
    expect(held.get(id) ?? 0, `points of #${id}`).toBe(
      lots.reduce((sum, lot) => sum + (lot.id === id && lot.lapseOn > last.today ? lot.points : 0), 0),
    )

  /** Something of what happens in a shop. */
  async function happen(book: Book): Promise<void> {
    const on = book.today
    const id = 1 + upTo(people.length)
    const spoke = async (outcome: 'reached' | 'declined' | 'no-answer' | 'wants-reply', incoming: boolean) => {
      await contactCustomers(book, {
        customerIds: [id],
        on,
        outcome,
        direction: incoming ? 'in' : 'out',
        channel: 'call',
      })
      past.push({ id, on, outcome, incoming, template: null })
      if (outcome !== 'no-answer') {
        unhappy.delete(id)
        told(id)
      }
    }
    switch (upTo(12)) {
      case 0:
      case 1:
      case 2: {
        const unpaid = upTo(4) === 0 && people[id - 1]?.never !== true
        const amount = 1_000 * (1 + upTo(60))
        await recordPurchase(book, { customerId: id, amount, on, item: 'tea', paid: unpaid ? 0 : undefined })
        if (unpaid) owed.set(id, (owed.get(id) ?? 0) + amount)
        if (id !== staff) lots.push({ id, points: amount / 100, lapseOn: addDays(on, lasting) })
        return
      }
      case 3:
      case 9:
      case 10:
        return spoke('reached', false)
      case 4:
        return upTo(3) === 0 ? spoke('declined', false) : spoke('no-answer', false)
      case 5:
        return spoke('wants-reply', true)
      case 6: {
        const until = addDays(on, 5 + upTo(20))
        await snooze(book, id, until)
        snoozed.set(id, until)
        return
      }
      case 11: {
        const [oldest] = complains
        if (oldest && (complains.has(id) || complains.size > 1)) {
          const [who, complaint] = oldest
          await resolveComplaint(book, complaint, {})
          complains.delete(who)
          return
        }
        const { complaint } = await openComplaint(book, { id, name: 'x' }, { what: 'the tea was damp' })
        complains.set(id, complaint.id)
        return
      }
      case 7:
        await sayHowItWas(book, id, 1 + upTo(5))
        return
      default:
        await recordWant(book, id, { text: 'pot' })
        if (!waiting.get(id)?.some(({ arrived }) => arrived === null))
          waiting.set(id, [...(waiting.get(id) ?? []), { arrived: null }])
        if (upTo(2) === 0) {
          await recordArrival(book, 'pot')
          for (const one of [...waiting.values()].flat())
            if (one.arrived === null || one.arrived < addDays(on, -14)) one.arrived = on
        }
    }
  }

  /** An answer of a survey; below 0.95 of what is expected they are unhappy until somebody talks to them. */
  async function sayHowItWas(book: Book, id: number, perceived: number): Promise<void> {
    const { satisfaction } = await recordSurvey(book, id, { perceived })
    if (satisfaction.c < 0.95) unhappy.set(id, book.today)
    else unhappy.delete(id)
  }

  /** The owner has a message written to everybody, or to the list, and says that it was sent. */
  async function write(book: Book): Promise<void> {
    const near = Object.entries(festivals).filter(
      ([, on]) => Math.abs(daysBetween(book.today, on)) <= 7 && book.today <= addDays(on, 3),
    )
    const celebrates = people.some(
      ({ birthday }) => birthday !== undefined && Math.abs(daysBetween(`2026-${birthday}`, book.today) - 1) <= 2,
    )
    const isIn = [...waiting.values()].flat().some(({ arrived }) => arrived !== null)
    // What there is an occasion for is written more often.
    const oftener = [...Array(celebrates ? 12 : 0).fill('birthday'), ...Array(isIn ? 6 : 0).fill('wanted')]
    const names = [
      ...ofReason,
      ...plain,
      ...oftener,
      ...near.flatMap(([name]) => Array.from({ length: 20 }, () => name)),
    ]
    const name = names[upTo(names.length)] as string
    const template = findTemplate(book, name, { own: [], words: en.message.templates })
    const logged = await logMessages(book, {
      template,
      to: upTo(3) === 0 ? 'due' : 'all',
      filter: {},
      channel: null,
      campaign: name,
      event: null,
      festival: festivalNear(book, template),
      holdOut: 0,
      sending: true,
    })
    for (const { customerId: id, channel } of logged.messages) {
      judge(id, channel, name, book.today)
      past.push({ id, on: book.today, outcome: 'sent', incoming: false, template: name })
      if (name === 'wanted') told(id)
      seen.set(name, (seen.get(name) ?? 0) + 1)
    }
  }

  /** Whether one may have had it, by what was noted here alone. */
  function judge(id: number, channel: string, name: string, on: string): void {
    const person = people[id - 1] as Person
    const said = `${on} ${name} to #${id}`
    const own = past.filter((one) => one.id === id)
    const ago = (one: Past) => daysBetween(one.on, on)
    expect(person.never, said).toBeUndefined()
    expect(complains.get(id), `${said}: an open complaint`).toBeUndefined()
    expect(person.id, `${said}: has no address`).not.toBe(10)
    expect(person.consent?.[channel] ?? channel === 'wechat', `${said}: ${channel}`).toBe(true)
    const until = snoozed.get(id)
    expect(until === undefined || until <= on, `${said}: put off until ${until}`).toBe(true)
    const reached = own.filter(({ outcome }) => outcome !== 'no-answer')
    expect(
      reached.filter((one) => ago(one) < (urgent.includes(name) ? 1 : 3)),
      `${said}: too soon`,
    ).toEqual([])
    if (!['debt', 'wanted'].includes(name))
      expect(
        own.filter((one) => one.outcome === 'declined' && ago(one) < 90),
        `${said}: declined`,
      ).toEqual([])
    const messages = own.filter(({ template }) => template !== null)
    if (!urgent.includes(name))
      expect(messages.filter((one) => ago(one) < 30).length, `${said}: enough`).toBeLessThan(4)
    if (plain.includes(name) || name in festivals) {
      expect(id, `${said}: basic`).not.toBe(6)
      const since = unhappy.get(id)
      const still = since !== undefined && on <= addDays(since, 30)
      expect(still, `${said}: not satisfied since ${since}`).toBe(false)
      expect(
        messages.filter((one) => one.template === name && ago(one) < 30),
        `${said}: again`,
      ).toEqual([])
      const asked = own.findLast(({ outcome }) => outcome === 'wants-reply')
      const answered = own.some((one) => asked && past.indexOf(one) > past.indexOf(asked) && one.outcome === 'reached')
      if (
        asked &&
        !answered &&
        !own.some((one) => asked && past.indexOf(one) > past.indexOf(asked) && one.outcome === 'declined')
      )
        expect.fail(`${said}: waits for an answer since ${asked.on}`)
    }
    if (name === 'birthday') {
      const kept = `${on.slice(0, 4)}-${person.birthday}`
      expect(on >= kept && on <= addDays(kept, 3), `${said}: birthday ${person.birthday}`).toBe(true)
      expect(
        messages.filter(({ template }) => template === 'birthday'),
        `${said}: twice`,
      ).toEqual([])
    }
    if (name === 'points') {
      expect(
        lots.some((lot) => lot.id === id && lot.lapseOn > on && lot.lapseOn <= addDays(on, 30)),
        `${said}: nothing of theirs lapses`,
      ).toBe(true)
      expect(
        messages.filter((one) => one.template === 'points' && ago(one) < 14),
        `${said}: again`,
      ).toEqual([])
    }
    if (name === 'debt') expect(owed.get(id) ?? 0, `${said}: owes nothing`).toBeGreaterThan(0)
    if (name === 'wanted')
      expect(
        waiting.get(id)?.some(({ arrived }) => arrived !== null && arrived >= addDays(on, -14)),
        `${said}: waits for nothing`,
      ).toBe(true)
    if (name in festivals) {
      const away = daysBetween(on, festivals[name] as string)
      expect(away <= 7 && away >= -3, `${said}: ${away} days away`).toBe(true)
    }
  }
}
