import { addDays, type Day, daySerial, serial } from '../day.ts'
import type { Language } from '../vocabulary.ts'
import { foreigners, gifts, givenNames, goods, surnames, talk } from './goods.ts'
import { type RandomSource, randomSource } from './random-source.ts'

/** How somebody comes to the shop: every so many days, until so many days ago. */
interface Rhythm {
  readonly kind: 'regular' | 'steady' | 'seldom' | 'slipping' | 'lost' | 'new' | 'prospect'
  readonly count: number
  readonly gap: readonly [number, number]
  /** Days since the last visit, in gaps of their own. */
  readonly since: readonly [number, number]
  readonly taste: readonly number[]
}

const rhythms: readonly Rhythm[] = [
  { kind: 'regular', count: 18, gap: [5, 11], since: [0, 1], taste: [0, 1, 4, 5, 6] },
  { kind: 'regular', count: 10, gap: [6, 10], since: [0, 1], taste: [9, 9, 9, 2] },
  { kind: 'steady', count: 24, gap: [13, 26], since: [0, 1.2], taste: [0, 1, 2, 3, 7] },
  { kind: 'seldom', count: 22, gap: [32, 60], since: [0, 1.4], taste: [2, 3, 4, 7, 8] },
  { kind: 'slipping', count: 8, gap: [9, 20], since: [2.2, 2.8], taste: [0, 3, 5, 7] },
  { kind: 'lost', count: 16, gap: [12, 34], since: [5, 12], taste: [1, 2, 3, 7] },
  { kind: 'new', count: 12, gap: [6, 12], since: [0, 2.4], taste: [0, 2, 3, 8, 9] },
  { kind: 'prospect', count: 10, gap: [0, 0], since: [0, 0], taste: [] },
]

export interface DemoCustomer {
  readonly name: string
  readonly phone: string | null
  readonly birthday: string | null
  readonly joinedOn: Day
  readonly source: string
  readonly referredBy: number | null
  readonly company: string | null
  readonly channel: 'wechat' | 'call' | 'sms' | null
  readonly hours: string | null
  readonly style: 'analytical' | 'driver' | 'expressive' | 'amiable' | null
  readonly keeper: string
  readonly tags: readonly string[]
  readonly taste: string | null
  readonly purchases: readonly DemoSale[]
  readonly payments: readonly { readonly on: Day; readonly amount: number }[]
  readonly contacts: readonly DemoContact[]
}

/** Amounts in whole currency units: the ledger's own unit is applied when it is written. */
export interface DemoSale {
  readonly on: Day
  readonly amount: number
  readonly cost: number
  readonly item: string
  readonly paid: number
  readonly dueOn: Day | null
  readonly returned: string | null
}

export interface DemoContact {
  readonly on: Day
  readonly outcome: 'reached' | 'sent' | 'no-answer' | 'wants-reply' | 'interested'
  readonly note: string | null
  readonly nextOn: Day | null
}

export interface DemoPlan {
  readonly people: readonly DemoCustomer[]
  readonly walkIns: readonly DemoSale[]
}

const months18 = 548
const keepers = ['li', 'zhou'] as const

/**
 * The made-up shop as it is on a day: 120 people, 18 months of purchases up to it. Pure: the same day and language give
 * the same shop.
 */
export function planShop(today: Day, lang: Language, birthdays: DemoBirthdays): DemoPlan {
  const random = randomSource(20261121)
  const people: DemoCustomer[] = []
  for (const rhythm of rhythms)
    for (let nth = 0; nth < rhythm.count; nth++)
      people.push(person(people.length, nth, rhythm, today, lang, random, birthdays))
  return { people, walkIns: walkIns(today, lang, random) }
}

/** The days about now whose birthdays the shop shall see, as they are kept: `1988-11-23`, `lunar:1964-10-16`. */
export interface DemoBirthdays {
  readonly near: readonly string[]
  any(random: RandomSource): string
}

function person(
  index: number,
  nth: number,
  rhythm: Rhythm,
  today: Day,
  lang: Language,
  random: RandomSource,
  birthdays: DemoBirthdays,
): DemoCustomer {
  const words = talk[lang]
  const gap = random.between(...rhythm.gap)
  const visits = visitsOf(rhythm, gap, today, random)
  const joinedOn = visits[0] ?? addDays(today, -random.between(2, 40))
  const sales = visits.map((on) => sale(on, rhythm, lang, random))
  const account = accountOf(index, nth, rhythm, sales, today)
  return {
    name: nameOf(index),
    phone: random.onceIn(14) ? null : phoneOf(index, random),
    birthday: birthdays.near[(index - 2) / 11] ?? (random.next() < 0.6 ? birthdays.any(random) : null),
    joinedOn,
    source: random.of(words.sources),
    referredBy: index > 30 && random.onceIn(6) ? random.between(0, 19) : null,
    company: index % 29 === 7 ? (words.companies[Math.floor(index / 29)] ?? null) : null,
    channel: random.of(['wechat', 'wechat', 'call', 'sms', null] as const),
    hours: random.onceIn(3) ? random.of(words.hours) : null,
    style: random.onceIn(2) ? random.of(['analytical', 'driver', 'expressive', 'amiable'] as const) : null,
    keeper: random.of(keepers),
    tags: tagsOf(index, rhythm, words.tags, random),
    taste: random.onceIn(4) ? random.of(words.tastes) : null,
    contacts: contactsOf(index, rhythm, joinedOn, today, lang, random),
    ...account,
  }
}

function visitsOf({ kind, since }: Rhythm, gap: number, today: Day, random: RandomSource): Day[] {
  if (kind === 'prospect') return []
  const now = serial(today)
  const last = now - Math.round(gap * (since[0] + random.next() * (since[1] - since[0])))
  const first =
    kind === 'new'
      ? last - gap * random.between(0, 3)
      : now - months18 + random.between(0, kind === 'regular' ? 30 : 200)
  const days: number[] = []
  for (let day = last; day >= first; day -= Math.max(1, Math.round(gap * (0.6 + random.next() * 0.8)))) days.push(day)
  return days.reverse().map(daySerial)
}

function sale(on: Day, { taste }: Pick<Rhythm, 'taste'>, lang: Language, random: RandomSource): DemoSale {
  const good = random.onceIn(25) && !taste.includes(9) ? random.of(gifts) : (goods[random.of(taste)] ?? goods[2])
  const many = good.price < 100 && random.onceIn(3) ? 2 : 1
  const amount = good.price * many - (random.onceIn(9) ? good.price % 10 : 0)
  return {
    on,
    amount,
    cost: Math.round(good.price * many * good.cost),
    item: `${good[lang]}${many > 1 ? ` ×${many}` : ''}`,
    paid: amount,
    dueOn: null,
    returned: random.onceIn(160) ? talk[lang].returned : null,
  }
}

/** A few buy on account and owe for it still; a few paid ahead, and their next purchases are taken from that. */
function accountOf(
  index: number,
  nth: number,
  { kind }: Rhythm,
  sales: readonly DemoSale[],
  today: Day,
): Pick<DemoCustomer, 'purchases' | 'payments'> {
  const none = { purchases: sales, payments: [] }
  if (kind === 'prospect' || kind === 'new') return none
  if (index % 13 === 5) {
    const owing = Math.max(0, sales.length - 1 - (nth % 3))
    return {
      purchases: sales.map((one, at) =>
        at === owing
          ? {
              ...one,
              paid: index % 2 === 0 ? 0 : Math.floor(one.amount / 2),
              dueOn: index % 3 === 0 ? addDays(one.on, 14) : null,
              returned: null,
            }
          : one,
      ),
      payments: [],
    }
  }
  if (index % 9 === 1) {
    const from = Math.max(0, sales.length - 6)
    let left = 100 * (3 + (index % 6))
    const payments = sales[from] ? [{ on: sales[from].on, amount: left }] : []
    const purchases = sales.map((one, at) => {
      if (at < from || one.amount > left || one.on > today) return one
      left -= one.amount
      return { ...one, paid: 0, returned: null }
    })
    return { purchases, payments }
  }
  return none
}

function contactsOf(
  index: number,
  { kind }: Rhythm,
  joinedOn: Day,
  today: Day,
  lang: Language,
  random: RandomSource,
): DemoContact[] {
  const { notes, promises, wish } = talk[lang]
  // Half of those who are new have not been greeted yet.
  if (kind === 'new' && index % 2 === 0) return []
  const contact = (
    on: Day,
    outcome: DemoContact['outcome'],
    note: string | null,
    nextOn: Day | null = null,
  ): DemoContact => ({ on, outcome, note, nextOn })
  const every = { regular: 9, steady: 18, seldom: 34, slipping: 30, lost: 70, new: 9, prospect: 12 }[kind]
  const until = serial(today) - (random.onceIn(5) ? every + random.between(1, 12) : random.between(1, every))
  const contacts: DemoContact[] = []
  for (let day = until; day > Math.max(serial(joinedOn), until - 200); day -= every + random.between(-2, 6)) {
    const outcome = random.onceIn(6)
      ? 'no-answer'
      : random.onceIn(5)
        ? 'sent'
        : random.onceIn(7)
          ? 'interested'
          : 'reached'
    contacts.push(contact(daySerial(day), outcome, outcome === 'reached' && random.onceIn(2) ? random.of(notes) : null))
  }
  if (index % 20 === 3 && kind !== 'prospect')
    contacts.unshift(
      contact(
        addDays(today, -7),
        'reached',
        promises[(index / 20) | 0] ?? promises[0],
        addDays(today, (((index / 20) | 0) % 3) - 1),
      ),
    )
  if (index === 46) contacts.unshift(contact(addDays(today, -4), 'wants-reply', wish))
  return contacts.filter(({ on }) => on >= joinedOn).reverse()
}

function tagsOf(
  index: number,
  { kind, taste }: Rhythm,
  tags: Record<'old' | 'gifts' | 'green' | 'puer' | 'office', string>,
  random: RandomSource,
): string[] {
  const all = [
    kind === 'regular' && random.onceIn(2) ? tags.old : '',
    taste.includes(0) && random.onceIn(3) ? tags.green : '',
    taste.includes(4) && random.onceIn(3) ? tags.puer : '',
    random.onceIn(9) ? tags.gifts : '',
    index % 29 === 7 ? tags.office : '',
  ]
  return all.filter((tag) => tag !== '')
}

function nameOf(index: number): string {
  const foreign = index % 8 === 4 ? foreigners[(index - 4) / 8] : undefined
  if (foreign) return foreign
  // A prime step through the names gives everybody their own, and now and then the same surname.
  const given = givenNames[(index * 11 + Math.floor(index / 30)) % givenNames.length]
  return `${surnames[(index * 7) % surnames.length]}${given}`
}

// Numbers no network gives out: the 0000 in the middle.
function phoneOf(index: number, random: RandomSource): string {
  const own = String(1000 + ((index * 71 + 13) % 9000)).padStart(4, '0')
  return `+86${random.of(['138', '139', '136', '137', '150', '186'])}0000${own}`
}

function walkIns(today: Day, lang: Language, random: RandomSource): DemoSale[] {
  const sales: DemoSale[] = []
  for (let day = serial(today) - months18; day <= serial(today); day++) {
    for (let many = random.between(0, 4); many > 0; many--)
      sales.push({ ...sale(daySerial(day), { taste: [2, 8, 9, 9, 7] }, lang, random), returned: null })
  }
  return sales
}
