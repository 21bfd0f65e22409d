import { audienceOf } from '../ledger/audience/audience.ts'
import type { Book } from '../ledger/book/book.ts'
import { LedgerError } from '../ledger/errors.ts'
import type { DueFilter } from '../ledger/followup/due-filter.ts'
import { readReasons } from '../ledger/reason/rules.ts'
import type { Tier } from '../ledger/vocabulary.ts'
import type { Read } from './inputs.ts'

/** Whom of those who are due is asked for: the same on every command that goes by the list. */
export const dueFlags = [
  '--reason <reason>*',
  '--tier <tier>*',
  '--tag <tag>*',
  '--keeper <name>*',
  '--group <name>',
  '-l, --limit <count>',
  '--all',
] as const

/** What those flags are read by. */
export function dueInput(read: Read) {
  return {
    reason: read.optional(read.array(read.list)),
    tier: read.optional(read.array(read.many('tier'))),
    tag: read.optional(read.array(read.text)),
    keeper: read.optional(read.array(read.text)),
    group: read.optional(read.text),
    limit: read.optional(read.count(1)),
    all: read.flag,
  }
}

interface DueTyped {
  readonly reason?: readonly string[][] | undefined
  readonly tier?: readonly Tier[][] | undefined
  readonly tag?: readonly string[] | undefined
  readonly keeper?: readonly string[] | undefined
  readonly group?: string | undefined
  readonly limit?: number | undefined
  readonly all: boolean
}

/** What they ask of the list. Throws usage.bad-choice, usage.conflict, group.not-found. */
export async function dueFilter(
  book: Book,
  { reason, tier, tag, keeper, group, limit, all }: DueTyped,
): Promise<DueFilter> {
  if (all && limit !== undefined) throw new LedgerError('usage.conflict', { first: '--all', second: '--limit' })
  return {
    reasons: readReasons(reason?.flat() ?? []),
    tiers: tier?.flat(),
    tags: tag,
    keepers: keeper,
    only: group === undefined ? undefined : await audienceOf(book, { group }),
    limit: all ? 'all' : limit,
  }
}
