import type Database from 'better-sqlite3'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change/record.ts'
import { decimal } from '../../money.ts'
import type { ImportPlan } from '../import-plan.ts'
import type { ImportOutcome } from '../outcome.ts'
import { type CustomerRow, filled, filledBy, placeOf } from '../row/customer.ts'
import { BatchInsert } from '../sqlite/batch-insert.ts'
import { beforeImages } from '../sqlite/before-images.ts'
import type { KnownCustomer } from './match.ts'

/**
 * The statements of the hot loop, prepared once: the query builder takes 8.7 x as long for one insert at a time
 * (PACKAGES, measured).
 */
export function customerWriter(
  book: Book,
  change: Change,
  sqlite: Database.Database,
  plan: ImportPlan,
  wordPhone: (phone: string) => string,
) {
  const images = beforeImages(sqlite, change.id)
  // Only what the file can hold: each value bound costs, and a roster has six columns of twenty-six (measured).
  const used = filledBy(plan)
  const places = used.map((column) => placeOf[column])
  const customers = new BatchInsert(sqlite, 'customer', used, { entered_on: book.today, change_id: change.id })
  const parent = sqlite.pragma('foreign_keys', { simple: true }) === 1 ? customers : null
  const tags = new BatchInsert(sqlite, 'tag', ['customer_id', 'tag'], { change_id: change.id }, parent)
  const facts = new BatchInsert(sqlite, 'fact', ['customer_id', 'key', 'value'], { change_id: change.id }, parent)
  const consents = new BatchInsert(
    sqlite,
    'consent',
    ['customer_id', 'channel', 'given'],
    { change_id: change.id },
    parent,
  )
  const payers = new BatchInsert(sqlite, 'payer', ['key', 'customer_id'], { change_id: change.id }, parent)
  const findPayer = sqlite.prepare('SELECT 1 FROM payer WHERE key = ?')
  const opening = { kind: 'opening', '"on"': plan.options.asOf ?? book.today, by: book.by, change_id: change.id }
  const openings = new BatchInsert(sqlite, 'entry', ['customer_id', 'amount', 'owed'], opening, parent)
  const brought = { '"on"': plan.options.asOf ?? book.today, why: 'opening', change_id: change.id }
  const points = new BatchInsert(sqlite, 'point_entry', ['customer_id', 'points'], brought, parent)
  const pointsHeld = sqlite.prepare(
    'SELECT coalesce(sum(points), 0) AS points, count(*) AS entries FROM point_entry WHERE customer_id = ?',
  )
  const flush = () => {
    for (const queue of [customers, tags, facts, consents, openings, points, payers]) queue.flush()
  }
  const patch = sqlite.prepare(`UPDATE customer SET ${filled.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`)
  const findFact = sqlite.prepare('SELECT id, value FROM fact WHERE customer_id = ? AND key = ?')
  const setFact = sqlite.prepare('UPDATE fact SET value = ? WHERE id = ?')
  const account = sqlite.prepare(
    'SELECT coalesce(sum(owed), 0) AS balance, count(*) AS entries FROM entry WHERE customer_id = ? AND owed <> 0 ' +
      'AND void = 0',
  )
  const findConsent = sqlite.prepare('SELECT id, given FROM consent WHERE customer_id = ? AND channel = ?')
  const setConsent = sqlite.prepare('UPDATE consent SET given = ? WHERE id = ?')
  const findTag = sqlite.prepare('SELECT 1 FROM tag WHERE customer_id = ? AND tag = ?')
  const newest = sqlite.prepare('SELECT coalesce(max(id), 0) FROM customer').pluck()
  const referral = sqlite.prepare('SELECT referred_by FROM customer WHERE id = ?').pluck()
  const setReferral = sqlite.prepare('UPDATE customer SET referred_by = ? WHERE id = ?')

  function openAccount(id: number, owed: number): void {
    openings.add([id, Math.abs(owed), owed])
  }

  function settleTag(id: number, tag: string): boolean {
    if (findTag.get(id, tag) !== undefined) return false
    tags.add([id, tag])
    return true
  }

  /** A balance opens an account; one that has moved since is the ledger's to know. */
  function settleAccount(id: number, { balance, line }: CustomerRow, outcome: ImportOutcome): boolean {
    if (balance === null) return false
    const stands = account.get(id) as { balance: number; entries: number }
    if (stands.balance === balance) return false
    if (stands.entries === 0) {
      openAccount(id, balance)
      return true
    }
    outcome.warn(
      line,
      'row.account-open',
      { id, asked: decimal(balance, book.currency), stands: decimal(stands.balance, book.currency) },
      balance > 0 ? 'owes' : 'credit',
      null,
    )
    return false
  }

  /** Points open an account without entries; one that has moved since is the ledger's to know. */
  function settlePoints(id: number, { points: asked, line }: CustomerRow, outcome: ImportOutcome): boolean {
    if (asked === null) return false
    const stands = pointsHeld.get(id) as { points: number; entries: number }
    if (stands.points === asked) return false
    if (stands.entries === 0) points.add([id, asked])
    else outcome.warn(line, 'row.points-open', { id, asked, stands: stands.points }, 'points', null)
    return stands.entries === 0
  }

  function settleFact(id: number, key: string, value: string): boolean {
    const known = findFact.get(id, key) as { id: number; value: string } | undefined
    if (known?.value === value) return false
    if (known) {
      images.keep('fact', known.id)
      setFact.run(value, known.id)
    } else facts.add([id, key, value])
    return true
  }

  function settleConsent(id: number, channel: string, given: 0 | 1): boolean {
    const known = findConsent.get(id, channel) as { id: number; given: number } | undefined
    if (known?.given === given) return false
    if (known) {
      images.keep('consent', known.id)
      setConsent.run(given, known.id)
    } else consents.add([id, channel, given])
    return true
  }

  return {
    /** Whoever looks for customers calls this first. */
    flush,
    newestId: () => newest.get() as number,
    create(row: CustomerRow): number {
      const values = places.map((at) => row.values[at] ?? unsaid.get(at) ?? null)
      if (row.otherPhones.length > 0)
        values[places.indexOf(placeOf.notes)] = notesWith(
          row.values[placeOf.notes] as string | null,
          null,
          row.otherPhones,
          wordPhone,
        )
      const id = customers.add(values)
      for (const tag of row.tags) tags.add([id, tag])
      for (const [key, value] of row.facts) facts.add([id, key, value])
      for (const [channel, given] of new Map(row.consent)) consents.add([id, channel, given])
      if (row.balance) openAccount(id, row.balance)
      if (row.points) points.add([id, row.points])
      if (row.payer !== null) payers.add([row.payer, id])
      return id
    },
    /** Writes what the row says and the ledger does not; an empty cell erases nothing. Returns whether anything was. */
    update(known: KnownCustomer, row: CustomerRow, ownRow: boolean, outcome: ImportOutcome): boolean {
      flush()
      const [id, ...standing] = known
      const values = row.values.map((value, at) => value ?? standing[at] ?? null)
      values[placeOf.notes] = notesWith(
        row.values[placeOf.notes] as string | null,
        standing[placeOf.notes] as string | null,
        row.otherPhones,
        wordPhone,
      )
      // A pin that stands already keeps its own reason and day.
      if (values[placeOf.pinned_tier] === standing[placeOf.pinned_tier])
        for (const column of ['pin_reason', 'pinned_on'] as const)
          values[placeOf[column]] = standing[placeOf[column]] ?? null
      const differs = values.some((value, at) => value !== standing[at])
      if (differs) {
        if (!ownRow) images.keep('customer', id)
        patch.run(...values, id)
      }
      const tagged = row.tags.filter((tag) => settleTag(id, tag))
      const noted = row.facts.filter(([key, value]) => settleFact(id, key, value)).length > 0
      const allowed = row.consent.filter(([channel, given]) => settleConsent(id, channel, given)).length > 0
      const opened = settleAccount(id, row, outcome)
      const began = settlePoints(id, row, outcome)
      const linked = row.payer !== null && findPayer.get(row.payer) === undefined
      if (linked) payers.add([row.payer, id])
      return linked || differs || tagged.length > 0 || noted || allowed || opened || began
    },
    /** Whether one came by way of the other: nobody brings whom they were brought by. */
    cameBy(who: number, by: number): boolean {
      flush()
      const seen = new Set<number>()
      for (let at: number | null = who; at !== null && !seen.has(at); ) {
        if (at === by) return true
        seen.add(at)
        at = (referral.get(at) as number | null | undefined) ?? null
      }
      return false
    },
    refer(id: number, by: number, ownRow: boolean): boolean {
      flush()
      if (referral.get(id) === by) return false
      if (!ownRow) images.keep('customer', id)
      setReferral.run(by, id)
      return true
    },
    takeBack(id: number, ownRow: boolean): void {
      flush()
      images.restore(id)
      for (const table of ['tag', 'fact', 'consent', 'entry', 'point_entry', 'payer'])
        sqlite.prepare(`DELETE FROM ${table} WHERE customer_id = ? AND change_id = ?`).run(id, change.id)
      if (ownRow) sqlite.prepare('DELETE FROM customer WHERE id = ?').run(id)
    },
  }
}

/** What a new customer has where their row says nothing. */
const unsaid: ReadonlyMap<number, string | number> = new Map<number, string | number>([
  [placeOf.kind, 'person'],
  [placeOf.do_not_contact, 0],
  [placeOf.archived, 0],
])

/** Notes replace; a second phone of the cell is added to them once, however it is written there. */
function notesWith(
  given: string | null,
  standing: string | null,
  others: readonly string[],
  wordPhone: (phone: string) => string,
): string | null {
  const notes = given ?? standing
  if (others.length === 0) return notes
  const close = (text: string) => text.replace(/[^\d\p{L}@]/gu, '')
  const lines = others.map((other) => {
    const worded = /^\+\d{7,15}$/.test(other) ? wordPhone(other) : other
    const key = close(worded.replace(/^\D+(?=\d{3}[\d ()-]+$)/, ''))
    const standingLine = standing?.split('\n').find((line) => close(line).includes(key))
    return { key, line: standingLine ?? worded }
  })
  const missing = lines.filter(({ key }) => !close(notes ?? '').includes(key)).map(({ line }) => line)
  return missing.length === 0 ? notes : [notes, ...missing].filter(Boolean).join('\n')
}
