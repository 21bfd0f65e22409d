import type { Explanation } from '../ledger/customer/why.ts'
import type { TierMovement, VerdictFacts } from '../ledger/tier/classify.ts'
import type { Tier } from '../ledger/vocabulary.ts'
import type { Voice } from '../terminal/voice.ts'

/** One who is high in turnover, in profit: A, B, C, D of the matrix. */
const often = (tier: Tier) => tier === 'A' || tier === 'B'
const much = (tier: Tier) => tier === 'A' || tier === 'D'

/** VerdictFacts a customer moved from one tier to another: only what changed. */
export function whyMoved(
  { from, to, why }: Pick<TierMovement, 'from' | 'why'> & { readonly to: Tier },
  measure: string,
  voice: Voice,
): string {
  const { marks, tier } = voice.words
  if (why.reason === 'never-bought') return tier.verdict.nothingLeft
  if (why.reason === 'earlier-buyer') return tier.verdict.boughtNothing(why.windowDays)
  if (why.parts) return pointsShort(why, to > from, voice)
  if (why.needed === null && why.profitNeeded === null) return spent(why, voice)
  const changed = [
    often(from) !== often(to) && visits(why, voice),
    much(from) !== much(to) && profit(why, measure, voice),
  ]
  return changed.filter(Boolean).join(marks.clauses)
}

/** VerdictFacts a customer is in their tier. */
export function whyIn(why: VerdictFacts, before: Explanation['before'], measure: string, voice: Voice): string {
  const { marks, tier } = voice.words
  if (why.reason === 'never-bought') return tier.verdict.neverBought
  if (why.reason === 'earlier-buyer')
    return before === null ? tier.verdict.boughtBefore(why.windowDays) : beforehand(before, voice)
  if (why.parts) return points(why, voice)
  if (why.needed === null && why.profitNeeded === null) return spent(why, voice)
  return [visits(why, voice), profit(why, measure, voice)].join(marks.clauses)
}

/** What an old roster tells of one for whom nothing was entered here yet. */
export function beforehand({ visits }: NonNullable<Explanation['before']>, { words: { tier } }: Voice): string {
  return visits === null ? tier.verdict.cameBefore : tier.verdict.visitsBefore(visits)
}

function visits({ visits, needed, windowDays }: VerdictFacts, { words: { marks, tier } }: Voice): string {
  const said = visits === 0 ? tier.verdict.noVisits(windowDays) : tier.verdict.visits(visits, windowDays)
  return needed === null ? said : [said, tier.verdict.visitsNeeded(needed)].join(marks.parts)
}

function profit(
  { profit, profitNeeded }: VerdictFacts,
  measure: string,
  { words: { marks, tier }, money }: Voice,
): string {
  const said = `${measure} ${money(profit)}`
  return profitNeeded === null ? said : [said, tier.verdict.profitNeeded(money(profitNeeded))].join(marks.parts)
}

function spent(
  { spent, spentNeeded, countsPercent = 100, windowDays }: VerdictFacts,
  { words: { marks, tier }, money }: Voice,
): string {
  const parts = [
    tier.verdict.spent(money(spent), windowDays),
    countsPercent > 100 && tier.verdict.potential(countsPercent),
    spentNeeded !== null && tier.verdict.spentNeeded(money(spentNeeded)),
  ]
  return parts.filter(Boolean).join(marks.parts)
}

function points(why: VerdictFacts, { words: { marks, tier } }: Voice): string {
  const { verdict } = tier
  const { points = 0, pointsOf = 0, parts = {}, pointsNeeded = null, windowDays } = why
  const unknown = Object.keys(parts).filter((name) => parts[name] === null)
  const notKnown = verdict.notKnown(unknown.map((name) => verdict.parts[name] ?? name).join(marks.items))
  const known = knownParts(why, verdict.parts).join(marks.items)
  const said = verdict.points(
    points,
    pointsOf,
    windowDays,
    unknown.length === 0 ? known : [known, notKnown].join(marks.clauses),
  )
  return pointsNeeded === null ? said : [said, verdict.pointsNeeded(pointsNeeded)].join(marks.parts)
}

/**
 * The same beside those who moved with them: the head says the window and of how many points; going up needs no next
 * step.
 */
function pointsShort(why: VerdictFacts, fell: boolean, { words: { marks, tier } }: Voice): string {
  const { verdict } = tier
  const { points = 0, pointsNeeded = null } = why
  const said = verdict.pointsShort(points, knownParts(why, verdict.parts).join(marks.items))
  return fell && pointsNeeded !== null ? [said, verdict.pointsNeededShort(pointsNeeded)].join(marks.parts) : said
}

function knownParts({ parts = {} }: VerdictFacts, names: Readonly<Record<string, string>>): string[] {
  return Object.entries(parts)
    .filter(([, part]) => part !== null)
    .map(([name, part]) => `${names[name] ?? name} ${part}`)
}
