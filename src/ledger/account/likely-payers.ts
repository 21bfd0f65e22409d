import type { Book } from '../book/book.ts'
import { nameKey, speller } from '../identity/spelling.ts'
import { nameInKey } from './payer-key.ts'

/**
 * How a customer's name is like the payer's: the same, what they are called or their WeChat, the same sound, a masked
 * name that fits, a part of it.
 */
export type NameLikeness = 'same' | 'called' | 'wechat' | 'sound' | 'part' | 'masked'

/**
 * A customer who may be the payer, and what speaks for it: how the names are alike, and how many purchases of theirs
 * have day and amount of the payer's.
 */
export interface LikelyPayer {
  readonly customerId: number
  readonly name: string
  readonly why: { readonly name: NameLikeness | null; readonly samePurchases: number }
}

const most = 3
const weights: Readonly<Record<NameLikeness, number>> = { same: 6, called: 5, wechat: 5, sound: 4, part: 2, masked: 1 }

interface Person {
  readonly id: number
  readonly name: string
  readonly nameKey: string
  readonly pinyin: string
  readonly called: string | null
  readonly wechat: string | null
}

/**
 * For each payer the customers they may be, likeliest first, three at most: by name, sound of the name, and day and
 * amount of known purchases.
 */
export async function likelyPayers(
  { db, today }: Pick<Book, 'db' | 'today'>,
  keys: readonly string[],
): Promise<Map<string, LikelyPayer[]>> {
  if (keys.length === 0) return new Map()
  const [people, same] = await Promise.all([
    db
      .selectFrom('customer')
      .select(['id', 'name', 'name_key as nameKey', 'pinyin', 'called', 'wechat'])
      .where('archived', '=', 0)
      .execute(),
    db
      .selectFrom('entry as open')
      .innerJoin('entry as known', (join) =>
        join.onRef('known.on', '=', 'open.on').onRef('known.amount', '=', 'open.amount'),
      )
      .select(({ fn }) => [
        'open.payer as key',
        'known.customer_id as customerId',
        fn.count<number>('open.id').distinct().as('count'),
      ])
      .where('open.payer', 'is not', null)
      .where('open.customer_id', 'is', null)
      .where('open.kind', '=', 'purchase')
      .where('open.void', '=', 0)
      .where('open.on', '<=', today)
      .where('known.customer_id', 'is not', null)
      .where('known.kind', '=', 'purchase')
      .where('known.void', '=', 0)
      .groupBy(['open.payer', 'known.customer_id'])
      .execute(),
  ])
  const alike = new Map<string, Map<number, number>>()
  for (const { key, customerId, count } of same) {
    const own = alike.get(key as string) ?? new Map<number, number>()
    own.set(customerId as number, count)
    alike.set(key as string, own)
  }
  const likeness = await nameLikeness(people)
  return new Map(keys.map((key) => [key, ranked(people, likeness(nameInKey(key)), alike.get(key) ?? new Map())]))
}

function ranked(
  people: readonly Person[],
  likeness: (person: Person) => NameLikeness | null,
  counts: ReadonlyMap<number, number>,
): LikelyPayer[] {
  const found = people.flatMap(({ id, name, ...rest }) => {
    const like = likeness({ id, name, ...rest })
    const samePurchases = counts.get(id) ?? 0
    // Many have the surname of a masked name, and one purchase of a day and price is soon alike: each speaks only
    // beside the other.
    if (samePurchases < 2 && (like === null || (like === 'masked' && samePurchases === 0))) return []
    return [
      {
        customerId: id,
        name,
        why: { name: like, samePurchases },
        score: (like === null ? 0 : weights[like]) + Math.min(samePurchases, 5),
      },
    ]
  })
  return found
    .sort((one, other) => other.score - one.score || one.customerId - other.customerId)
    .slice(0, most)
    .map(({ score: _, ...one }) => one)
}

/** How each customer's name is like what a payer is called. */
async function nameLikeness(
  people: readonly Person[],
): Promise<(called: string | null) => (person: Person) => NameLikeness | null> {
  const spell = people.length === 0 ? null : await speller()
  const folded = new Map(
    people.map(({ id, called, wechat }) => [id, [called, wechat].map((text) => (text === null ? '' : nameKey(text)))]),
  )
  return (called) => {
    if (called === null || spell === null) return () => null
    const key = nameKey(called)
    const masked = /[*＊某]/u.test(called)
      ? new RegExp(`^${[...key].map((letter) => (/[*某]/u.test(letter) ? '.' : literal(letter))).join('')}$`, 'u')
      : null
    const { pinyin } = spell(called)
    return (person) => {
      const [nick, wechat] = folded.get(person.id) ?? []
      if (masked) return masked.test(person.nameKey) ? 'masked' : null
      if (person.nameKey === key) return 'same'
      if (nick === key) return 'called'
      if (wechat === key) return 'wechat'
      if (pinyin.length > 2 && person.pinyin === pinyin) return 'sound'
      return [person.nameKey, nick ?? ''].some((name) => [...name].length > 1 && key.includes(name)) ? 'part' : null
    }
  }
}

const literal = (letter: string) => letter.replace(/[\\^$.*+?()[\]{}|/-]/u, '\\$&')
