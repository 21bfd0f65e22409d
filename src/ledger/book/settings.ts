import type { Db } from '../../store/db.ts'
import { atomically } from '../../store/transaction.ts'
import { isLanguage } from '../vocabulary.ts'
import type { Book, Settings } from './book.ts'
import type { Policy } from './policy/policy.ts'

/** What the ledger said of itself when it was settled, or null when a start was cut off before it could say. */
export async function readSettings(db: Db): Promise<Settings | null> {
  const rows = await db.selectFrom('ledger').select(['key', 'value']).execute()
  const values = Object.fromEntries(rows.map((row) => [row.key, row.value]))
  if (!values['uuid']) return null
  return {
    uuid: values['uuid'],
    name: values['name'] ?? '',
    currency: values['currency'] ?? 'CNY',
    region: values['region'] ?? 'CN',
    timezone: values['timezone'] ?? 'UTC',
    lang: isLanguage(values['lang']) ? values['lang'] : 'en',
  }
}

/** What stands: what was settled, but for what the rules of the shop have changed since. */
export function standingSettings(settled: Settings, policy: Policy): Settings {
  return {
    ...settled,
    name: policy['shop.name'] ?? settled.name,
    currency: policy['shop.currency'] ?? settled.currency,
    region: policy['shop.region'] ?? settled.region,
    timezone: policy['shop.timezone'] ?? settled.timezone,
    lang: isLanguage(policy['shop.lang']) ? policy['shop.lang'] : settled.lang,
  }
}

/** Founds the ledger: writes its settings unless another process did so first, and returns those that stand. */
export async function foundLedger(
  db: Db,
  wanted: Omit<Settings, 'uuid'>,
): Promise<{ settings: Settings; founded: boolean }> {
  return atomically(db, async (tx) => {
    const standing = await readSettings(tx)
    if (standing) return { settings: standing, founded: false }
    const settings: Settings = { uuid: crypto.randomUUID(), ...wanted }
    await tx
      .insertInto('ledger')
      .values(Object.entries(settings).map(([key, value]) => ({ key, value })))
      .execute()
    return { settings, founded: true }
  })
}

/** Puts what the ledger says of itself in the place of what it said. */
export async function replaceSettings(db: Db, settings: Settings): Promise<void> {
  for (const [key, value] of Object.entries(settings)) await noteInLedger(db, key, value)
}

/** Settles an empty ledger again, its facts as they are typed now. It keeps its uuid. */
export async function settleAnew(
  book: Pick<Book, 'db' | 'uuid' | 'dryRun'>,
  wanted: Omit<Settings, 'uuid'>,
): Promise<void> {
  if (book.dryRun) return
  await atomically(book.db, async (db) => {
    await replaceSettings(db, { uuid: book.uuid, ...wanted })
    // What the rules had changed of the facts stood over what was settled before.
    await db.deleteFrom('policy').where('key', 'like', 'shop.%').execute()
  })
}

/** A note the ledger keeps about itself outside any change: the last backup, say. */
export async function noteInLedger(db: Db, key: string, value: string): Promise<void> {
  await db
    .insertInto('ledger')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** What the ledger noted of itself under a word, no part of any change; null where nothing. */
export async function ledgerNote(db: Db, key: string): Promise<string | null> {
  const row = await db.selectFrom('ledger').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value ?? null
}
