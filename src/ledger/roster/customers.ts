import type Database from 'better-sqlite3'
import type { Db } from '../../store/open.ts'
import type { Book } from '../book.ts'
import type { Change } from '../change/record.ts'
import { nameCustomer } from '../customer/name.ts'
import { LedgerError } from '../errors.ts'
import { decimal } from '../money.ts'
import { type CustomerRow, customerReader, filled, placeOf } from './customer-row.ts'
import { identifier, type Known, valueOf } from './identity.ts'
import { imageKeeper } from './images.ts'
import type { Roster } from './plan.ts'
import type { Row } from './read.ts'
import { type Outcome, RowFault, type Tally } from './tally.ts'
import { Touched } from './touched.ts'

/** Takes the rows of a customer roster into the ledger, inside a running change. */
export interface Taking {
  take(row: Row): void
  /** What can only be settled when every row has been seen. */
  finish(): Promise<void>
}

export async function customerTaking(book: Book, db: Db, change: Change, roster: Roster, tally: Tally): Promise<Taking> {
  const { sqlite } = book.store
  const { options } = roster
  const read = await customerReader(book, roster, tally)
  const { identify, sharing } = identifier(sqlite)
  const write = writer(book, change, sqlite)
  const touched = new Touched(sqlite)
  const firstNew = write.newestId() + 1
  /** Identities with two names in this file, and the lines that gave them. */
  const twins = new Map<string, { lines: number[]; names: string[] }>()
  const referrals: { line: number; id: number; text: string; outcome: Outcome }[] = []

  /** Everything this file did to a customer is taken back, and the lines that did it are rejected. */
  function takeBack(id: number, fault: RowFault): void {
    for (const { line, outcome } of touched.of(id)) {
      tally.unsettle(outcome)
      tally.reject(line, fault)
    }
    touched.forget(id)
    write.takeBack(id, id >= firstNew)
  }

  function rejectTwins(key: string, row: CustomerRow, field: 'code' | 'phone', value: string, others: readonly Known[]): RowFault {
    const known = twins.get(key)
    const lines = [...(known?.lines ?? others.flatMap(([id]) => touched.of(id).map(({ line }) => line))), row.line]
    const names = [...new Set([...(known?.names ?? others.map((other) => String(valueOf(other, 'name')))), row.name])]
    twins.set(key, { lines: lines.slice(0, 20), names: names.slice(0, 20) })
    const fault = new RowFault('row.twins', { lines: lines.slice(0, 20), names: names.slice(0, 20) }, field, value)
    for (const [id] of others) takeBack(id, fault)
    return fault
  }

  function refuseTwins(row: CustomerRow): void {
    if (twins.size === 0) return
    const code = String(row.values[placeOf.code] ?? '')
    if (row.codeKey !== null && twins.has(`code ${row.codeKey}`)) throw rejectTwins(`code ${row.codeKey}`, row, 'code', code, [])
    if (row.codeKey === null && row.phone !== null && twins.has(`phone ${row.phone}`)) throw rejectTwins(`phone ${row.phone}`, row, 'phone', row.phone, [])
  }

  function whoIs(row: CustomerRow): Known | null {
    const who = identify(row)
    if ('several' in who) throw new RowFault('row.several', { ids: who.several.slice(0, 20) }, row.phone === null ? 'name' : 'phone', row.phone ?? row.name)
    if ('phoneOf' in who) return someoneElse(row, who.phoneOf)
    if (who.found === null) return row.codeKey !== null && row.phone !== null ? newCard(row, row.phone) : null
    const renamed = valueOf(who.found, 'name_key') !== row.nameKey
    if (renamed && row.codeKey !== null && touched.has(who.found[0]))
      throw rejectTwins(`code ${row.codeKey}`, row, 'code', String(row.values[placeOf.code]), [who.found])
    return who.found
  }

  /** Another name on a phone: a family when the ledger or the owner says so, else one of the two is wrong. */
  function someoneElse(row: CustomerRow, theirs: readonly Known[]): null {
    if (options.samePhone || theirs.filter(([id]) => id < firstNew).length > 1) return null
    const phone = row.phone ?? ''
    const uncoded = theirs.filter((known) => touched.has(known[0]) && valueOf(known, 'code_key') === null)
    if (uncoded.length > 0) throw rejectTwins(`phone ${phone}`, row, 'phone', phone, uncoded)
    twins.set(`phone ${phone}`, { lines: [row.line], names: [row.name] })
    throw phoneInUse(row, theirs[0] as Known)
  }

  /** Somebody with a card of their own takes a phone that an earlier line without one gave to another name. */
  function newCard(row: CustomerRow, phone: string): null {
    if (options.samePhone) return null
    for (const known of sharing(phone)) {
      if (known[0] < firstNew || valueOf(known, 'code_key') !== null || valueOf(known, 'name_key') === row.nameKey) continue
      takeBack(known[0], new RowFault('row.phone-in-use', { phone, by: { id: 0, name: row.name } }, 'phone', phone))
      twins.set(`phone ${phone}`, { lines: touched.of(known[0]).map(({ line }) => line), names: [String(valueOf(known, 'name'))] })
    }
    return null
  }

  function take(row: CustomerRow): Outcome {
    refuseTwins(row)
    const known = whoIs(row)
    if (known === null) return noted(write.create(row), 'created')
    const id = known[0]
    if (options.onMatch === 'reject') throw new RowFault('row.matches', { id }, null, null)
    if (options.onMatch === 'skip') return noted(id, 'unchanged')
    return noted(id, write.update(known, row, id >= firstNew, tally) ? 'updated' : 'unchanged')

    function noted(id: number, outcome: Outcome): Outcome {
      touched.add(id, row.line, outcome)
      if (row.referredBy !== null && (known === null || options.onMatch !== 'skip')) referrals.push({ line: row.line, id, text: row.referredBy, outcome })
      return outcome
    }
  }

  return {
    take(cells) {
      try {
        tally.settle(take(read(cells)))
      } catch (error) {
        tally.reject(cells.line, error)
      }
    },
    /** Who sent them may stand further down in the file: looked up when everybody is there. */
    async finish() {
      for (const { line, id, text, outcome } of referrals) {
        if (!touched.of(id).some((one) => one.line === line)) continue
        const by = await referrer(book, db, text)
        if (by === null || by === id) tally.warn(line, 'row.referrer', { text }, 'referred_by', text)
        else if (write.refer(id, by, id >= firstNew) && outcome === 'unchanged') {
          tally.unsettle('unchanged')
          tally.settle('updated')
        }
      }
    },
  }
}

function phoneInUse(row: CustomerRow, by: Known): RowFault {
  return new RowFault('row.phone-in-use', { phone: row.phone ?? '', by: { id: by[0], name: String(valueOf(by, 'name')) } }, 'phone', row.phone)
}

async function referrer(book: Book, db: Db, text: string): Promise<number | null> {
  try {
    const who = await nameCustomer({ db, region: book.region }, text, { loose: false })
    return who === 'walk-in' ? null : who.id
  } catch (error) {
    if (error instanceof LedgerError) return null
    throw error
  }
}

/** The statements of the hot loop, prepared once: the query builder takes 8.7 x as long for one insert at a time (PACKAGES, measured). */
function writer(book: Book, change: Change, sqlite: Database.Database) {
  const images = imageKeeper(sqlite, change.id)
  const marks = filled.map(() => '?').join(', ')
  const insert = sqlite.prepare(`INSERT INTO customer (${filled.join(', ')}, entered_on, change_id) VALUES (${marks}, ?, ?)`)
  const patch = sqlite.prepare(`UPDATE customer SET ${filled.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`)
  const addTag = sqlite.prepare('INSERT OR IGNORE INTO tag (customer_id, tag, change_id) VALUES (?, ?, ?)')
  const findFact = sqlite.prepare('SELECT id, value FROM fact WHERE customer_id = ? AND key = ?')
  const addFact = sqlite.prepare('INSERT INTO fact (customer_id, key, value, change_id) VALUES (?, ?, ?, ?)')
  const setFact = sqlite.prepare('UPDATE fact SET value = ? WHERE id = ?')
  const account = sqlite.prepare('SELECT coalesce(sum(owed), 0) AS balance, count(*) AS entries FROM entry WHERE customer_id = ? AND owed <> 0 AND void = 0')
  const open = sqlite.prepare(`INSERT INTO entry (kind, customer_id, "on", amount, owed, by, change_id) VALUES ('opening', ?, ?, ?, ?, ?, ?)`)
  const newest = sqlite.prepare('SELECT coalesce(max(id), 0) FROM customer').pluck()
  const referral = sqlite.prepare('SELECT referred_by FROM customer WHERE id = ?').pluck()
  const setReferral = sqlite.prepare('UPDATE customer SET referred_by = ? WHERE id = ?')

  function openAccount(id: number, owed: number): void {
    open.run(id, book.today, Math.abs(owed), owed, book.by, change.id)
  }

  /** A balance opens an account; one that has moved since is the ledger's to know. */
  function settleAccount(id: number, { balance, line }: CustomerRow, tally: Tally): boolean {
    if (balance === null) return false
    const stands = account.get(id) as { balance: number; entries: number }
    if (stands.balance === balance) return false
    if (stands.entries === 0) {
      openAccount(id, balance)
      return true
    }
    tally.warn(
      line,
      'row.account-open',
      { id, asked: decimal(balance, book.currency), stands: decimal(stands.balance, book.currency) },
      balance > 0 ? 'owes' : 'credit',
      null,
    )
    return false
  }

  function settleFact(id: number, key: string, value: string): boolean {
    const known = findFact.get(id, key) as { id: number; value: string } | undefined
    if (known?.value === value) return false
    if (known) {
      images.keep('fact', known.id)
      setFact.run(value, known.id)
    } else addFact.run(id, key, value, change.id)
    return true
  }

  return {
    newestId: () => newest.get() as number,
    create(row: CustomerRow): number {
      const values = [...row.values]
      values[placeOf.kind] ??= 'person'
      values[placeOf.notes] = notesWith(values[placeOf.notes] as string | null, null, row.otherPhones)
      const id = Number(insert.run(...values, book.today, change.id).lastInsertRowid)
      for (const tag of row.tags) addTag.run(id, tag, change.id)
      for (const [key, value] of row.facts) settleFact(id, key, value)
      if (row.balance) openAccount(id, row.balance)
      return id
    },
    /** Writes what the row says and the ledger does not; an empty cell erases nothing. Returns whether anything was. */
    update(known: Known, row: CustomerRow, ownRow: boolean, tally: Tally): boolean {
      const [id, ...standing] = known
      const values = row.values.map((value, at) => value ?? standing[at] ?? null)
      values[placeOf.notes] = notesWith(row.values[placeOf.notes] as string | null, standing[placeOf.notes] as string | null, row.otherPhones)
      // A pin that stands already keeps its own reason and day.
      if (values[placeOf.pinned_tier] === standing[placeOf.pinned_tier])
        for (const column of ['pin_reason', 'pinned_on'] as const) values[placeOf[column]] = standing[placeOf[column]] ?? null
      const differs = values.some((value, at) => value !== standing[at])
      if (differs) {
        if (!ownRow) images.keep('customer', id)
        patch.run(...values, id)
      }
      const tagged = row.tags.filter((tag) => addTag.run(id, tag, change.id).changes > 0).length > 0
      const noted = row.facts.filter(([key, value]) => settleFact(id, key, value)).length > 0
      const opened = settleAccount(id, row, tally)
      return differs || tagged || noted || opened
    },
    refer(id: number, by: number, ownRow: boolean): boolean {
      if (referral.get(id) === by) return false
      if (!ownRow) images.keep('customer', id)
      setReferral.run(by, id)
      return true
    },
    takeBack(id: number, ownRow: boolean): void {
      images.restore(id)
      for (const table of ['tag', 'fact', 'entry']) sqlite.prepare(`DELETE FROM ${table} WHERE customer_id = ? AND change_id = ?`).run(id, change.id)
      if (ownRow) sqlite.prepare('DELETE FROM customer WHERE id = ?').run(id)
    },
  }
}

/** Notes replace; a second phone of the cell is added to them once. */
function notesWith(given: string | null, standing: string | null, phones: readonly string[]): string | null {
  const notes = given ?? standing
  const missing = phones.filter((phone) => !notes?.includes(phone))
  return missing.length === 0 ? notes : [notes, ...missing].filter(Boolean).join('\n')
}
