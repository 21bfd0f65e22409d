import type { Db } from '../../../store/db.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change/record.ts'
import { LedgerError } from '../../errors.ts'
import { nameCustomer } from '../../identity/resolve.ts'
import { nameKey } from '../../identity/spelling.ts'
import type { ImportPlan } from '../import-plan.ts'
import { type ImportOutcome, type Outcome, RowFault } from '../outcome.ts'
import { type CustomerRow, placeOf } from '../row/customer.ts'
import { customerReader } from '../row/customer-row.ts'
import { keepFewPages } from '../sqlite/few-pages.ts'
import { keysOfNew } from '../sqlite/keys-of-new.ts'
import { LinesByRow } from '../sqlite/lines-by-row.ts'
import { splitNames } from '../sqlite/split-names.ts'
import { type InputRow, readRow } from '../worker/input-row.ts'
import { isReadElsewhere } from '../worker/reader-thread.ts'
import { columnOf, identifier, type KnownCustomer } from './match.ts'
import { tellOfOneName } from './one-name.ts'
import { PhonesGiven } from './phones-given.ts'
import { customerWriter } from './writer.ts'

/** Takes the rows of a customer roster into the ledger, inside a running change. */
export interface RowImporter {
  take(row: InputRow): void
  /** What can only be settled when every row has been seen. */
  finish(): Promise<void>
  /** Lines of the file, some of them at least, that a customer has; none of somebody the file does not speak of. */
  linesOf(customerId: number): readonly number[]
}

export async function customerImporter(
  book: Book,
  db: Db,
  change: Change,
  plan: ImportPlan,
  tally: ImportOutcome,
  wordPhone: (phone: string) => string,
): Promise<RowImporter> {
  const { sqlite } = book.store
  const { options } = plan
  const read = readRow(isReadElsewhere(plan.kind, plan.table.about) ? null : await customerReader(book, plan, tally))
  const write = customerWriter(book, change, sqlite, plan, wordPhone)
  const { identify, sharing, remember } = identifier(sqlite, plan.table.about.rows, write.flush)
  const names = splitNames(sqlite, tally)
  const touched = new LinesByRow(sqlite)
  const firstNew = write.newestId() + 1
  const keys = keysOfNew(sqlite)
  const phoned = new PhonesGiven()
  // The dictionary of names takes 30 MB: the pages of a large roster make room for it, or it is the peak above 200 MB
  // (measured, no slower).
  if (plan.table.about.large) keepFewPages(sqlite)
  /** Identities with two names in this file, and the lines that gave them. */
  const twins = new Map<string, { lines: number[]; names: string[] }>()
  const referrals: { line: number; id: number; text: string; outcome: Outcome }[] = []

  /** Everything this file did to a customer is taken back, and the lines that did it are rejected. */
  function takeBack(id: number, fault: RowFault): void {
    for (const { line, outcome } of touched.of(id)) {
      tally.uncount(outcome)
      tally.reject(line, fault, null)
    }
    touched.release(id)
    write.takeBack(id, id >= firstNew)
  }

  function rejectTwins(
    key: string,
    row: CustomerRow,
    field: 'code' | 'phone',
    value: string,
    others: readonly KnownCustomer[],
  ): RowFault {
    const known = twins.get(key)
    const lines = [...(known?.lines ?? others.flatMap(([id]) => touched.of(id).map(({ line }) => line))), row.line]
    const names = [...new Set([...(known?.names ?? others.map((other) => String(columnOf(other, 'name')))), row.name])]
    twins.set(key, { lines: lines.slice(0, 20), names: names.slice(0, 20) })
    const fault = new RowFault(
      'row.twins',
      { lines: lines.slice(0, 20), names: names.slice(0, 20), by: field },
      field,
      value,
    )
    for (const [id] of others) takeBack(id, fault)
    return fault
  }

  function refuseTwins(row: CustomerRow): void {
    if (twins.size === 0) return
    const code = String(row.values[placeOf.code] ?? '')
    if (row.codeKey !== null && twins.has(`code ${row.codeKey}`))
      throw rejectTwins(`code ${row.codeKey}`, row, 'code', code, [])
    if (row.phone === null) return
    const disputed = twins.get(`phone ${row.phone}`)
    // A card of the same name as one of those who share the phone may be theirs or not: taken, it would be theirs when
    // the file comes again.
    if (disputed && (row.codeKey === null || disputed.names.some((name) => nameKey(name) === row.nameKey)))
      throw rejectTwins(`phone ${row.phone}`, row, 'phone', row.phone, [])
  }

  function whoIs(row: CustomerRow): KnownCustomer | 'merged' | null {
    const who = identify(row)
    if ('several' in who)
      throw new RowFault(
        'row.several',
        { ids: who.several.slice(0, 20) },
        row.phone === null ? 'name' : 'phone',
        row.phone ?? row.name,
      )
    if ('phoneOf' in who) return someoneElse(row, who.phoneOf)
    if (who.found === null) return row.codeKey !== null && row.phone !== null ? newCard(row, row.phone) : null
    if (who.merged) return options.onMatch === 'reject' ? who.found : 'merged'
    const renamed = columnOf(who.found, 'name_key') !== row.nameKey
    if (renamed && row.codeKey !== null && touched.has(who.found[0]))
      throw rejectTwins(`code ${row.codeKey}`, row, 'code', String(row.values[placeOf.code]), [who.found])
    return who.found
  }

  /**
   * Another name on a phone: a family when the ledger or the owner says so, else one of the two is wrong. Cards that
   * share a phone say nothing of somebody without one, or the same file would be read otherwise the second time.
   */
  function someoneElse(row: CustomerRow, theirs: readonly KnownCustomer[]): null {
    const withoutCard = theirs.filter((known) => columnOf(known, 'code_key') === null)
    if (options.samePhone || withoutCard.filter(([id]) => id < firstNew).length > 1) return null
    const phone = row.phone ?? ''
    const uncoded = withoutCard.filter(([id]) => touched.has(id))
    if (uncoded.length > 0) throw rejectTwins(`phone ${phone}`, row, 'phone', phone, uncoded)
    twins.set(`phone ${phone}`, { lines: [row.line], names: [row.name] })
    throw phoneInUse(row, theirs[0] as KnownCustomer)
  }

  /** Somebody with a card of their own takes a phone that an earlier line without one gave to another name. */
  function newCard(row: CustomerRow, phone: string): null {
    if (options.samePhone) return null
    for (const known of sharing(phone)) {
      if (known[0] < firstNew || columnOf(known, 'code_key') !== null || columnOf(known, 'name_key') === row.nameKey)
        continue
      const lines = touched.of(known[0]).map(({ line }) => line)
      takeBack(known[0], new RowFault('row.phone-in-use', { phone, by: { id: 0, name: row.name } }, 'phone', phone))
      twins.set(`phone ${phone}`, { lines, names: [String(columnOf(known, 'name'))] })
    }
    return null
  }

  /**
   * Of two phones that one file gives a customer, the first is theirs and the other goes to the notes: else whoever
   * shares the first would be taken or not as the file comes for the first time or again.
   */
  function withOnePhone(known: KnownCustomer, row: CustomerRow): CustomerRow {
    const { phone } = row
    if (phone === null) return row
    const [id] = known
    if (!phoned.has(id) || columnOf(known, 'phone') === phone) {
      phoned.add(id)
      return row
    }
    tally.warn(row.line, 'row.second-phone', { phones: [phone] }, 'phone', phone)
    const values = row.values.map((value, at) => (at === placeOf.phone ? null : value))
    return { ...row, phone: null, values, otherPhones: [...row.otherPhones, phone] }
  }

  function take(row: CustomerRow): Outcome {
    refuseTwins(row)
    const known = whoIs(row)
    if (known === null) {
      remember(row)
      const made = write.create(row)
      if (row.phone !== null) phoned.add(made)
      return noted(made, 'created')
    }
    if (known === 'merged') return 'unchanged'
    const id = known[0]
    if (options.onMatch === 'reject') throw new RowFault('row.matches', { id }, null, null)
    if (options.onMatch === 'skip') return noted(id, 'unchanged')
    const one = withOnePhone(known, row)
    tellOfOneName(known, row, touched.of(id)[0]?.line ?? 0, tally)
    remember(one)
    return noted(id, write.update(known, one, id >= firstNew, tally) ? 'updated' : 'unchanged')

    function noted(id: number, outcome: Outcome): Outcome {
      touched.add(id, row.line, outcome)
      if (row.referredBy !== null && (known === null || options.onMatch !== 'skip'))
        referrals.push({ line: row.line, id, text: row.referredBy, outcome })
      return outcome
    }
  }

  return {
    linesOf: (id) => touched.of(id).map(({ line }) => line),
    take(cells) {
      try {
        const row = read(cells)
        if (!names.puts(row)) tally.count(take(names.settled(row)))
      } catch (error) {
        tally.reject(cells.line, error, cells.cells)
      }
    },
    /** Who sent them may stand further down in the file: looked up when everybody is there. */
    async finish() {
      write.flush()
      for (const row of names.waited())
        try {
          tally.count(take(row))
        } catch (error) {
          tally.reject(row.line, error, null)
        }
      write.flush()
      for (const { line, id, text, outcome } of referrals) {
        if (!touched.of(id).some((one) => one.line === line)) continue
        const by = await referrer(book, db, text)
        if (by === null || by === id) tally.warn(line, 'row.referrer', { text }, 'referred_by', text)
        else if (write.cameBy(by, id)) tally.warn(line, 'row.referrer-round', { text }, 'referred_by', text)
        else if (write.refer(id, by, id >= firstNew) && outcome === 'unchanged') {
          tally.uncount('unchanged')
          tally.count('updated')
        }
      }
      keys.check()
    },
  }
}

function phoneInUse(row: CustomerRow, by: KnownCustomer): RowFault {
  return new RowFault(
    'row.phone-in-use',
    { phone: row.phone ?? '', by: { id: by[0], name: String(columnOf(by, 'name')) } },
    'phone',
    row.phone,
  )
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
