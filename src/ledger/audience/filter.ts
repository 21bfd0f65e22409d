import type { Day } from '../day.ts'
import type { Quadrant, Segment, Stage, Tier } from '../vocabulary.ts'

/**
 * Which customers a list or a report is about: all that is said of them holds, of several tiers or stages one, of
 * several tags each.
 */
export interface Audience {
  readonly tiers?: readonly Tier[] | undefined
  readonly stages?: readonly Stage[] | undefined
  /** Of the RFM segments. */
  readonly segments?: readonly Segment[] | undefined
  /** Of the quadrants of value and loyalty; who never bought is in none. */
  readonly quadrants?: readonly Quadrant[] | undefined
  readonly tags?: readonly string[] | undefined
  readonly source?: string | undefined
  readonly keeper?: string | undefined
  /** Those who owe. */
  readonly owes?: boolean | undefined
  /** Some purchase's item holds this text. */
  readonly bought?: string | undefined
  /** Years of birth, both included; null is open. */
  readonly born?: { readonly from: number | null; readonly to: number | null } | undefined
  /** Bought before, but not since this day. */
  readonly notSince?: Day | undefined
  /** The same, so many days before the day: a saved group's, that moves with the days. */
  readonly notSinceDays?: number | undefined
  /** Facts that must stand so; an empty value: that must stand at all. */
  readonly where?: readonly (readonly [string, string])[] | undefined
  /** Archived ones too. */
  readonly archived?: boolean | undefined
  /** Those of a saved group alone, by its name. */
  readonly group?: string | undefined
  /** Those of another audience alone: what a saved group keeps in the place of another's name. */
  readonly within?: Audience | undefined
}
