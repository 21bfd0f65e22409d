import type { Db } from '../../../store/db.ts'
import { fold } from '../../identity/spelling.ts'
import type { StoredCustomer } from '../customer.ts'

/** By what a text names somebody: names, phones, addresses of the net, cards, what pay services know them by. */
export interface Identifiers {
  readonly all: readonly string[]
  /** The keys of pay services among them. */
  readonly payers: readonly string[]
  isNamedIn(text: string): boolean
  /** Whether a text speaks of what is noted of nobody else: their tag, their own key. */
  isAboutIn(text: string): boolean
}

/** Everything the ledger knows a customer by, and the people of a firm. */
export async function identifiersOf(db: Db, customer: StoredCustomer): Promise<Identifiers> {
  const [persons, linked, paid] = await Promise.all([
    db.selectFrom('person').select(['name', 'phone']).where('customer_id', '=', customer.id).execute(),
    db.selectFrom('payer').select('key').where('customer_id', '=', customer.id).execute(),
    db
      .selectFrom('entry')
      .select('payer as key')
      .distinct()
      .where('customer_id', '=', customer.id)
      .where('payer', 'is not', null)
      .execute(),
  ])
  const { name, called, phone, email, wechat, code } = customer
  const keys = [...new Set([...linked, ...paid].map(({ key }) => key as string))]
  const found = [
    name,
    called,
    email,
    wechat,
    code,
    ...phoneForms(phone),
    ...persons.flatMap((person) => [person.name, ...phoneForms(person.phone)]),
    ...keys.flatMap((key) => [key, key.slice(key.indexOf(':') + 1)]),
  ]
  const all = [...new Set(found.filter((text): text is string => text !== null && [...text].length >= 2))]
  const patterns = all.map(patternOf)
  const alone = (await onlyTheirs(db, customer.id)).map(patternOf)
  const speaks = (own: readonly RegExp[], text: string) => own.some((pattern) => pattern.test(fold(text)))
  return {
    all,
    payers: keys,
    isNamedIn: (text) => speaks(patterns, text),
    isAboutIn: (text) => speaks(patterns, text) || speaks(alone, text),
  }
}

/** Tags and values of facts that no other customer has. */
async function onlyTheirs(db: Db, customerId: number): Promise<string[]> {
  const [tags, facts] = await Promise.all([
    db.selectFrom('tag').select(['customer_id as of', 'tag as text']).execute(),
    db.selectFrom('fact').select(['customer_id as of', 'value as text']).execute(),
  ])
  const others = new Set([...tags, ...facts].flatMap(({ of, text }) => (of === customerId ? [] : [text])))
  const own = [...tags, ...facts].flatMap(({ of, text }) => (of === customerId && !others.has(text) ? [text] : []))
  return own.filter((text) => [...text].length >= 2)
}

/** As it is kept, and without the country. */
function phoneForms(phone: string | null): string[] {
  if (phone === null) return []
  return [phone, ...(phone.length > 11 ? [phone.slice(-11), phone.slice(-10)] : [])]
}

/** Letters and digits stand as words of their own; names in Chinese characters anywhere. */
function patternOf(text: string): RegExp {
  const plain = fold(text).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return /\p{Script=Han}/u.test(text)
    ? new RegExp(plain, 'u')
    : new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, 'u')
}
