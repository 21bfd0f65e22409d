import type { Updateable } from 'kysely'
import type { Db } from '../../store/db.ts'
import type { CustomerTable } from '../../store/tables.ts'
import type { Day } from '../day.ts'
import { LedgerError, type Named } from '../errors.ts'
import { withinLength } from '../identity/names.ts'
import { fold, nameKey, spell } from '../identity/spelling.ts'
import type { Minor } from '../money.ts'
import { type Channel, isWalkIn, type Vocabulary } from '../vocabulary.ts'

/** What a person may say of a customer. What is left out stays as it is; null takes it away. */
export interface Details {
  readonly name?: string | undefined
  readonly called?: string | null | undefined
  readonly code?: string | null | undefined
  readonly kind?: Vocabulary['kind'][number] | null | undefined
  /** E.164. */
  readonly phone?: string | null | undefined
  readonly email?: string | null | undefined
  readonly wechat?: string | null | undefined
  readonly company?: string | null | undefined
  readonly address?: string | null | undefined
  /** Canonical: see `birthday.ts`. */
  readonly birthday?: string | null | undefined
  readonly joinedOn?: Day | null | undefined
  readonly source?: string | null | undefined
  readonly referredBy?: number | null | undefined
  /** Replaces the notes; `addNote` adds to them. */
  readonly notes?: string | null | undefined
  readonly style?: Vocabulary['style'][number] | null | undefined
  readonly potential?: number | null | undefined
  readonly walletShare?: number | null | undefined
  readonly channel?: Channel | null | undefined
  readonly hours?: string | null | undefined
  readonly doNotContact?: boolean | undefined
  readonly keeper?: string | null | undefined
  /** How closely the shop keeps in touch; null: as with the tier. */
  readonly relation?: Vocabulary['relation'][number] | null | undefined
  readonly creditLimit?: Minor | null | undefined
  /** Tags to add. */
  readonly tags?: readonly string[] | undefined
  /** The owner's own keys; an empty value takes the key away. */
  readonly facts?: readonly (readonly [string, string])[] | undefined
  readonly consent?: readonly (readonly [Channel, boolean])[] | undefined
  /** The account they begin with: positive when they owe, negative for credit; null or 0 for none. */
  readonly account?: Minor | null | undefined
  /** Lets a family share a phone. */
  readonly samePhone?: boolean | undefined
}

/**
 * A name as the ledger keeps it: one line, no blanks at the ends. Throws usage.empty-name, usage.too-long,
 * customer.walk-in.
 */
export function readName(text: string, command: string): string {
  const name = text.trim().replace(/\s+/g, ' ')
  if (fold(name) === '') throw new LedgerError('usage.empty-name', { command })
  if (isWalkIn(name)) throw new LedgerError('customer.walk-in', { command })
  return withinLength('name', name, 200)
}

/** An e-mail address that could be one. Throws usage.bad-email. */
export function readEmail(text: string): string {
  const email = text.normalize('NFKC').trim()
  if (!/^[^\s@<>(),;]+@[^\s@<>(),;]+\.[^\s@<>(),;.]+$/.test(email)) throw new LedgerError('usage.bad-email', { text })
  return withinLength('text', email, 200)
}

/** `hobby=chess` as a key and a value. Throws usage.bad-fact. */
export function readFact(text: string): readonly [string, string] {
  const found = /^([^=＝]+)[=＝]([\s\S]*)$/.exec(text)
  const key = found?.[1]?.normalize('NFKC').trim() ?? ''
  if (key === '') throw new LedgerError('usage.bad-fact', { text })
  return [withinLength('text', key, 200), withinLength('text', found?.[2]?.trim() ?? '', 2000)]
}

/** `+x -y` as tags to add and to take away; +x,y are two. Throws usage.bad-tag. */
export function readTagging(typed: readonly string[]): { add: string[]; remove: string[] } {
  const read = typed.map((text) => {
    // A word without a sign is a tag to add.
    const [, sign, rest = ''] = /^([+＋\-－−])(.*)$/s.exec(text.trim()) ?? [text, '+', text.trim()]
    const tags = rest
      .split(/[,，、]/)
      .map((tag) => withinLength('text', tag.trim(), 200))
      .filter((tag) => tag !== '')
    if (sign === undefined || tags.length === 0) throw new LedgerError('usage.bad-tag', { text })
    return { plus: /[+＋]/.test(sign), tags }
  })
  const of = (plus: boolean) => read.filter((one) => one.plus === plus).flatMap(({ tags }) => tags)
  return { add: of(true), remove: of(false) }
}

/** The columns of the customer's own row, of those that were said. */
export async function columnsOf(details: Details): Promise<Updateable<CustomerTable>> {
  const { name, code, kind, doNotContact } = details
  const columns: Updateable<CustomerTable> = {
    ...(name === undefined ? {} : { name, ...(await spell(name)) }),
    ...(code === undefined ? {} : { code, code_key: code === null ? null : fold(code) }),
    ...(kind === undefined ? {} : { kind: kind ?? 'person' }),
    ...(doNotContact === undefined ? {} : { do_not_contact: doNotContact ? 1 : 0 }),
    called: details.called,
    phone: details.phone,
    email: details.email,
    wechat: details.wechat,
    company: details.company,
    address: details.address,
    birthday: details.birthday,
    joined_on: details.joinedOn,
    source: details.source,
    referred_by: details.referredBy,
    notes: details.notes,
    style: details.style,
    potential: details.potential,
    wallet_share: details.walletShare,
    channel: details.channel,
    hours: details.hours,
    keeper: details.keeper,
    relation: details.relation,
    credit_limit: details.creditLimit,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

/**
 * Refuses a phone in use (unless it may be shared) and a code in use, a merged customer's old one among them:
 * customer.phone-taken, customer.code-taken.
 */
export async function refuseTaken(db: Db, { phone, code, samePhone }: Details, self: number | null): Promise<void> {
  const others = db
    .selectFrom('customer')
    .select(['id', 'name'])
    .$if(self !== null, (query) => query.where('id', '<>', self ?? 0))
    .orderBy('archived')
    .orderBy('id')
    .limit(1)
  const key = fold(code ?? '')
  const merged = db.selectFrom('alias').select('customer_id').where('code_key', '=', key)
  const [sharing, coded] = await Promise.all([
    phone && !samePhone ? others.where('phone', '=', phone).executeTakeFirst() : null,
    code
      ? others.where((where) => where.or([where('code_key', '=', key), where('id', 'in', merged)])).executeTakeFirst()
      : null,
  ])
  if (phone && sharing) throw new LedgerError('customer.phone-taken', { phone, by: sharing })
  if (code && coded) throw new LedgerError('customer.code-taken', { code, by: coded })
}

/** Who has this full name already, by age in the ledger. */
export async function namesakes(db: Db, name: string): Promise<Named[]> {
  return db
    .selectFrom('customer')
    .select(['id', 'name'])
    .where('name_key', '=', nameKey(name))
    .where('archived', '=', 0)
    .orderBy('id')
    .execute()
}
