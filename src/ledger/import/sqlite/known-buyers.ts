import type Database from 'better-sqlite3'
import { fold, nameKey } from '../../identity/spelling.ts'
import { untitled } from '../../identity/titles.ts'
import type { PurchaseColumn } from '../columns.ts'
import { RowFault } from '../outcome.ts'
import { CodeIndex } from './code-index.ts'

/** To look a card up in the ledger takes as long as to read so many of them from it in order (measured). */
const rowsWorth = 8

/** A customer as the ledger has them. */
export interface KnownBuyer {
  readonly id: number
  readonly name: string
  readonly nameKey: string
  readonly codeKey: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly called: string | null
}

export type KnownBuyers = ReturnType<typeof knownBuyers>

/** The customers of the ledger, as the rows of a purchase file of about so many name them: each asked exactly. */
export function knownBuyers(sqlite: Database.Database, rows: number, hasEmails: boolean) {
  // Prepared, not through the builder: a lookup a row, 1.9 x (PACKAGES, measured).
  const person = 'id, name, name_key AS nameKey, code_key AS codeKey, phone, email, called'
  const byId = sqlite
    .prepare('SELECT id FROM customer WHERE id = ? UNION SELECT customer_id FROM alias WHERE former_id = ?')
    .pluck()
  const personById = sqlite.prepare(`SELECT ${person} FROM customer WHERE id = ?`)
  const byCode = sqlite.prepare('SELECT id FROM customer WHERE code_key = ?').pluck()
  const byAlias = sqlite.prepare('SELECT customer_id FROM alias WHERE code_key = ?').pluck()
  const byPhone = sqlite.prepare(`SELECT ${person} FROM customer WHERE phone = ?`)
  const idsByPhone = sqlite.prepare('SELECT id FROM customer WHERE phone = ?').pluck()
  const byFormerPhone = sqlite.prepare(
    `SELECT ${person} FROM customer WHERE id IN (SELECT customer_id FROM alias WHERE phone = ?)`,
  )
  const byFormerName = sqlite.prepare('SELECT DISTINCT customer_id FROM alias WHERE name_key = ? LIMIT 2').pluck()
  const byName = sqlite.prepare(`SELECT ${person} FROM customer WHERE name_key = ? LIMIT 20`)
  const byPayer = sqlite.prepare('SELECT customer_id FROM payer WHERE key = ?').pluck()
  const aliases = sqlite.prepare('SELECT 1 FROM alias LIMIT 1').get() !== undefined
  const cards = () =>
    sqlite.prepare('SELECT 1 FROM customer WHERE code_key IS NOT NULL LIMIT 1').get() !== undefined || aliases
  let coded = cards()
  const many = sqlite.prepare('SELECT coalesce(max(id), 0) FROM customer').pluck().get() as number
  const index = rows * rowsWorth >= many ? CodeIndex.of(sqlite) : null
  let mails = hasEmails ? mailIndex() : null

  function mailIndex(): Map<string, number[]> {
    const found = new Map<string, number[]>()
    for (const row of sqlite.prepare('SELECT email, id FROM customer WHERE email IS NOT NULL').raw().iterate()) {
      const [email, id] = row as [string, number]
      found.set(fold(email), [...(found.get(fold(email)) ?? []), id])
    }
    return found
  }

  const card = (code: string) => {
    if (!coded) return null
    const key = fold(code)
    return (
      (index ? index.get(key) : (byCode.get(key) as number | undefined)) ??
      (aliases ? ((byAlias.get(key) as number | undefined) ?? null) : null)
    )
  }

  function isCalled({ id, nameKey: key, called }: KnownBuyer, given: string): boolean {
    return (
      nameKey(given) === key ||
      untitled(nameKey(given))?.key === key ||
      untitled(key)?.key === nameKey(given) ||
      (aliases && (byFormerName.all(nameKey(given)) as number[]).includes(id)) ||
      (called !== null && nameKey(called) === nameKey(given))
    )
  }

  /** Who has the phone, or had it; of several, who is called so too. `uncoded`: only who has no card. */
  function onPhone(phone: string, name: string, uncoded: boolean): KnownBuyer | null {
    const own = byPhone.all(phone) as KnownBuyer[]
    const sharing = own.length === 0 && aliases ? (byFormerPhone.all(phone) as KnownBuyer[]) : own
    const same = name === '' || sharing.length === 1 ? sharing : sharing.filter((one) => one.nameKey === nameKey(name))
    const fitting = uncoded ? same.filter(({ codeKey }) => codeKey === null) : same
    if (fitting.length > 1) throw new RowFault('row.several', { ids: fitting.map(({ id }) => id) }, 'phone', phone)
    return fitting[0] ?? null
  }

  /** The id of whoever has the phone alone: from the index, as their row takes 2 us more (measured). */
  function ownerOf(phone: string): number | null {
    const [id, another] = idsByPhone.all(phone) as number[]
    return id !== undefined && another === undefined ? id : (onPhone(phone, '', false)?.id ?? null)
  }

  /** Whoever alone is called so; of those, with a phone or an address of mail given, who has none of their own. */
  function called(
    name: string,
    field: PurchaseColumn,
    lacking: { phone: boolean; email: boolean } = { phone: false, email: false },
  ): number | null {
    const alike = (byName.all(nameKey(name)) as KnownBuyer[]).filter(
      (one) => (!lacking.phone || one.phone === null) && (!lacking.email || one.email === null),
    )
    if (alike.length > 1) throw new RowFault('row.several', { ids: alike.map(({ id }) => id) }, field, name)
    if (alike.length === 0 && aliases) {
      const [merged, another] = byFormerName.all(nameKey(name)) as number[]
      return another === undefined ? (merged ?? null) : null
    }
    return alike[0]?.id ?? null
  }

  return {
    byId: (id: number) => byId.get(id, id) as number | undefined,
    person: (id: number) => personById.get(id) as KnownBuyer,
    card,
    isCalled,
    onPhone,
    ownerOf,
    called,
    /** Any one of that name. */
    namesake: (name: string) => byName.get(nameKey(name)) as KnownBuyer | undefined,
    byMail: (email: string): readonly number[] => mails?.get(fold(email)) ?? [],
    byPayer: (key: string) => byPayer.get(key) as number | undefined,
    /** From here on addresses of mail name people too. */
    watchMails(): void {
      mails ??= mailIndex()
    },
    /** Somebody the file brought. */
    add(id: number, codeKey: string | null, email: string | null): void {
      if (email !== null) mails?.set(fold(email), [...(mails.get(fold(email)) ?? []), id])
      if (codeKey === null) return
      coded = true
      index?.add(codeKey, id)
    },
  }
}
