import type { Db } from '../../../store/db.ts'
import { LedgerError } from '../../errors.ts'
import { decimalsOf } from '../../money.ts'
import type { PolicyRule } from '../../policy-key.ts'
import type { Book, Settings } from '../book.ts'
import { type Change, recordChange } from '../change/record.ts'
import { isMoney } from '../new-ledger.ts'
import { keys } from './keys.ts'
import { type PolicyKey, readPolicy } from './policy.ts'
import { publicValue, type StoredValue } from './read-value.ts'

/** A rule of the shop as `policy` shows it. Money in decimals; null: worked out by the program. */
export interface PolicyRow {
  readonly key: PolicyKey
  readonly value: StoredValue
  readonly default: StoredValue
  readonly changed: boolean
}

/** Every rule, or those of one group (`tier`, `due.birthday`) or key. */
export function showPolicy(
  { policy, currency, settled }: Pick<Book, 'policy' | 'currency' | 'settled'>,
  asked?: string,
): PolicyRow[] {
  const wanted = asked?.normalize('NFKC').trim().toLowerCase()
  const all = Object.keys(keys) as PolicyKey[]
  const under = all.filter((key) => wanted === undefined || `${key.toLowerCase()}.`.startsWith(`${wanted}.`))
  // `privilege` alone means those of every tier.
  const names =
    under.length > 0 || !wanted
      ? under
      : all.filter((key) => key.split('.').some((part) => part.toLowerCase().startsWith(wanted)))
  return names.map((key) => {
    const byDefault = defaultOf(key, settled)
    const value = policy[key] ?? byDefault
    return {
      key,
      value: publicValue(key, value, currency),
      default: publicValue(key, byDefault, currency),
      changed: value !== byDefault,
    }
  })
}

/** What stands until the shop says otherwise: of its own facts, what `init` settled. */
function defaultOf(key: PolicyKey, settled: Settings): StoredValue {
  const rule: PolicyRule = keys[key]
  return rule.kind === 'setting' ? settled[rule.of] : rule.default
}

/**
 * Whether tiers come out otherwise once a rule has changed: those of sorting, and the cut-offs of scores where sorting
 * goes by scores.
 */
export function isOfSorting(key: PolicyKey, { 'tier.method': method }: Pick<Book['policy'], 'tier.method'>): boolean {
  const scores = method === 'rfm' || method === 'scorecard'
  // What a tier has beside the goods is not what makes it.
  if (/\.(privilege|privilegePercent|birthdayGift)$/.test(key)) return false
  return key.startsWith('tier.') || (scores && ['rfm.days', 'rfm.visits', 'rfm.money'].includes(key))
}

export interface PolicySet {
  readonly change: number | null
  readonly key: PolicyKey
  readonly value: StoredValue
  readonly was: StoredValue
}

/** Sets a rule to a value read by `readPolicyValue`, as one change. One that is so already changes nothing. */
export async function setPolicy(book: Book, key: PolicyKey, value: StoredValue): Promise<PolicySet> {
  const { value: was, change } = await recordChange(book, 'policy set', async (db, change) => {
    const was = (await readPolicy(db))[key] ?? defaultOf(key, book.settled)
    if (was === value) change.discard()
    else await setPolicyIn(db, change, key, value)
    if (was !== value && key === 'shop.currency' && !isMended(String(was), String(value))) await refuseOtherMoney(db)
    change.facts['key'] = key
    return was
  })
  return { change, key, value: publicValue(key, value, book.currency), was: publicValue(key, was, book.currency) }
}

/** What was no currency gives way to one that counts as many decimals: no amount means another for it. */
function isMended(was: string, value: string): boolean {
  return !isMoney(was) && decimalsOf(was) === decimalsOf(value)
}

/** The same inside a running change: `init --margin` sets its rule so. */
export async function setPolicyIn(db: Db, change: Change, key: PolicyKey, value: StoredValue): Promise<void> {
  const row = await db.selectFrom('policy').select('id').where('key', '=', key).executeTakeFirst()
  const text = JSON.stringify(value)
  if (row) await change.amend('policy', row.id, { value: text })
  else
    await db
      .insertInto('policy')
      .values({ id: change.number('policy'), key, value: text, change_id: change.id })
      .execute()
}

/** Throws policy.money-stands: amounts are counted in the minor units of the currency they were entered in. */
export async function refuseOtherMoney(db: Db): Promise<void> {
  const money = (Object.keys(keys) as PolicyKey[]).filter((key) => isMoneyRule(key))
  const [{ entries }, { limits }, { rules }] = await Promise.all([
    db
      .selectFrom('entry')
      .select(({ fn }) => fn.countAll<number>().as('entries'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('customer')
      .select(({ fn }) => fn.countAll<number>().as('limits'))
      .where((where) => where.or([where('credit_limit', 'is not', null), where('opening_spent', 'is not', null)]))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('policy')
      .select(({ fn }) => fn.countAll<number>().as('rules'))
      .where((where) =>
        where.or([
          where.and([where('key', 'in', money), where('value', '<>', 'null')]),
          where.and([where('key', 'like', 'referral.%'), where('value', 'like', '"credit:%')]),
        ]),
      )
      .executeTakeFirstOrThrow(),
  ])
  if (entries + limits + rules > 0) throw new LedgerError('policy.money-stands', { entries, customers: limits, rules })
}

function isMoneyRule(key: PolicyKey): boolean {
  const rule: PolicyRule = keys[key]
  return rule.kind === 'money' || (rule.kind === 'steps' && rule.of === 'money')
}

export interface PolicyReset {
  readonly change: number | null
  readonly reset: readonly { readonly key: PolicyKey; readonly value: StoredValue; readonly was: StoredValue }[]
}

/**
 * Puts rules back to what they were before the shop said anything, as one change: those named, or all; the facts of the
 * shop only by name.
 */
export async function resetPolicy(book: Book, only: readonly PolicyKey[] | null): Promise<PolicyReset> {
  const { value, change } = await recordChange(book, 'policy reset', async (db, change) => {
    const policy = await readPolicy(db)
    const rows = (await db.selectFrom('policy').select(['id', 'key']).orderBy('id').execute()).filter(({ key }) =>
      only ? only.includes(key as PolicyKey) : !key.startsWith('shop.'),
    )
    if (only?.includes('shop.currency') && (policy['shop.currency'] ?? book.settled.currency) !== book.settled.currency)
      await refuseOtherMoney(db)
    for (const { id } of rows) await change.remove('policy', id)
    if (rows.length === 0) change.discard()
    Object.assign(change.facts, only?.length === 1 ? { key: only[0] } : { count: rows.length })
    // A row of a key this program no longer knows goes too, and is not listed.
    return rows
      .map(({ key }) => key as PolicyKey)
      .filter((key) => key in keys)
      .map((key) => ({ key, was: policy[key] ?? defaultOf(key, book.settled) }))
  })
  const reset = value.map(({ key, was }) => ({
    key,
    value: publicValue(key, defaultOf(key, book.settled), book.currency),
    was: publicValue(key, was, book.currency),
  }))
  return { change, reset }
}
