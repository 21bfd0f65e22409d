import type { Db, Store } from '../../store/db.ts'
import type { Day } from '../day.ts'
import type { Language } from '../vocabulary.ts'
import type { Policy } from './policy/policy.ts'

/** What the ledger says of itself. */
export interface Settings {
  /** Names this ledger among others: stable calendar ids are made from it. */
  readonly uuid: string
  readonly name: string
  /** ISO 4217; every amount is minor units of it. */
  readonly currency: string
  /** ISO 3166 alpha-2: how a phone without a country code is read. */
  readonly region: string
  /** IANA zone in which the shop's days begin. */
  readonly timezone: string
  readonly lang: Language
}

/** An open ledger and who asks, on which day: what every function of the ledger is handed. */
export interface Book extends Settings {
  readonly store: Store
  readonly db: Db
  readonly policy: Policy
  /** What `init` settled: what stands may have been changed since by the rules `shop.…`. */
  readonly settled: Settings
  /** The day asked for (`--today`), in the ledger's zone. */
  readonly today: Day
  /** The instant, for the log alone. */
  now(): Date
  /** Who makes entries. */
  readonly by: string
  /** Changes are worked out in full, then taken back. */
  readonly dryRun: boolean
}
