import type { Reason } from '../reason/rules.ts'
import type { Tier } from '../vocabulary.ts'

/** What a week's work is divided into: business to bring home, what has to be kept up, whom to win. */
export const followupGroups = ['close', 'follow', 'develop'] as const
export type FollowupGroup = (typeof followupGroups)[number]

const closing: ReadonlySet<Reason> = new Set(['interested', 'promise', 'wanted'])
const developing: ReadonlySet<Reason> = new Set(['welcome', 'welcome-back'])

/** Close goes before develop, and that before the rest. */
export function groupOf(tier: Tier, reasons: readonly Reason[]): FollowupGroup {
  if (reasons.some((reason) => closing.has(reason))) return 'close'
  return tier === 'D' || reasons.some((reason) => developing.has(reason)) ? 'develop' : 'follow'
}
