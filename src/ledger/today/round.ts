import type { Book } from '../book/book.ts'
import { ledgerNote, noteInLedger } from '../book/settings.ts'
import { type CustomerProfile, readProfiles } from '../customer/show.ts'
import { dueToday } from '../followup/due.ts'
import type { DueFilter } from '../followup/due-filter.ts'
import type { DueRow } from '../followup/row.ts'

/** Whom to go through today, one after another, and where the round stood when it was left. */
export interface Round {
  readonly rows: readonly DueRow[]
  /** Which of them comes next. */
  readonly at: number
  /** How many more are due than were asked for. */
  readonly waiting: number
}

/** A customer of the round: why they are due, and what to know before talking to them. */
export interface RoundCard {
  readonly row: DueRow
  readonly profile: CustomerProfile
  /** From 1, and of how many. */
  readonly nth: number
  readonly of: number
}

const key = 'round'

/**
 * The list of `due` as a round. Who is done is no longer on it, so it goes on by itself; whoever was only passed over
 * stays before the place where it stood, which the ledger keeps for the day and whoever goes round.
 */
export async function readRound(book: Book, filter: DueFilter): Promise<Round> {
  const [{ rows, waiting }, note] = await Promise.all([dueToday(book, filter), ledgerNote(book.db, key)])
  const [on, by, customerId] = note === null ? [] : (JSON.parse(note) as [string, string, number])
  const stood = on === book.today && by === book.by ? rows.findIndex((row) => row.customerId === customerId) : -1
  return { rows, at: Math.max(0, stood), waiting }
}

/** What is on a customer's card, as it is now. Throws customer.not-found. */
export async function readCard(book: Book, { rows }: Round, at: number): Promise<RoundCard> {
  const row = rows[at] as DueRow
  const [profile] = await readProfiles(book, [row.customerId])
  return { row, profile: profile as CustomerProfile, nth: at + 1, of: rows.length }
}

/** Keeps where the round stands: outside of any change, for it says nothing of the shop. */
export async function noteRound(book: Book, customerId: number): Promise<void> {
  if (!book.dryRun) await noteInLedger(book.db, key, JSON.stringify([book.today, book.by, customerId]))
}
