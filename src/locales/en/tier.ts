import type { Explanation, StageExplanation, TierExplanation } from '../../ledger/customer/why.ts'
import type { Classified, TierMovement, VerdictFacts } from '../../ledger/tier/classify.ts'
import type { Pinned } from '../../ledger/tier/pin.ts'
import type { Tier } from '../../ledger/vocabulary.ts'
import { grouped, tenths } from '../figure.ts'
import type { Speech } from '../speech.ts'
import { terms } from './terms.ts'

const counted = (count: number, one: string, many = `${one}s`) => `${grouped(count)} ${count === 1 ? one : many}`
const days = (count: number) => counted(count, 'day')

/** One who is high in turnover, in profit: A, B, C, D of the matrix. */
const often = (tier: Tier) => tier === 'A' || tier === 'B'
const much = (tier: Tier) => tier === 'A' || tier === 'D'

const visits = ({ visits, needed, windowDays }: VerdictFacts) =>
  `${visits === 0 ? 'no purchase' : counted(visits, 'purchase')} in ${days(windowDays)}${needed === null ? '' : `, high is ${grouped(needed)}`}`
const profit = ({ profit, profitNeeded }: VerdictFacts, measure: string, { money }: Speech) =>
  `${measure} ${money(profit)}${profitNeeded === null ? '' : `, high is ${money(profitNeeded)}`}`
const spend = ({ spent, spentNeeded, windowDays }: VerdictFacts, { money }: Speech) =>
  `${money(spent)} in ${days(windowDays)}${spentNeeded === null ? '' : `, the next tier begins at ${money(spentNeeded)}`}`

const partNames: Readonly<Record<string, string>> = {
  recency: 'recency',
  frequency: 'visits',
  monetary: 'amount',
  spend: 'spend',
  referrals: 'referrals',
  satisfaction: 'satisfaction',
  potential: 'potential',
}
const scored = ({ points = 0, pointsOf = 0, parts = {}, pointsNeeded = null, windowDays }: VerdictFacts) => {
  const said = (known: boolean) => Object.entries(parts).filter(([, part]) => (part !== null) === known)
  const unknown = said(false).map(([name]) => partNames[name])
  return [
    `${points} of ${pointsOf} points in ${days(windowDays)} (${said(true)
      .map(([name, part]) => `${partNames[name]} ${part}`)
      .join(', ')}${unknown.length === 0 ? '' : `; not known: ${unknown.join(', ')}`})`,
    pointsNeeded === null ? '' : `, the next tier begins at ${pointsNeeded}`,
  ].join('')
}

/** The same beside those who moved with them: the head says the window and of how many points; going up needs no next step. */
const scoredShort = ({ points = 0, parts = {}, pointsNeeded = null }: VerdictFacts, fell: boolean) =>
  `${counted(points, 'point')} (${Object.entries(parts)
    .filter(([, part]) => part !== null)
    .map(([name, part]) => `${partNames[name]} ${part}`)
    .join(', ')})${fell && pointsNeeded !== null ? `, next tier from ${pointsNeeded}` : ''}`

/** Why a customer moved from one tier to another: only what changed. */
function moved({ from, to, why }: Pick<TierMovement, 'from' | 'why'> & { readonly to: Tier }, measure: string, voice: Speech): string {
  if (why.reason === 'never-bought') return 'no purchase is left'
  if (why.reason === 'earlier-buyer') return `nothing bought in ${days(why.windowDays)}`
  if (why.parts) return scoredShort(why, to > from)
  if (why.needed === null && why.profitNeeded === null) return spend(why, voice)
  return [often(from) !== often(to) && visits(why), much(from) !== much(to) && profit(why, measure, voice)].filter(Boolean).join('; ')
}

function because(why: VerdictFacts, before: Explanation['before'], measure: string, voice: Speech): string {
  if (why.reason === 'never-bought') return 'has not bought yet'
  if (why.reason === 'earlier-buyer') return before === null ? `bought before, but nothing in ${days(why.windowDays)}` : beforehand(before)
  if (why.parts) return scored(why)
  if (why.needed === null && why.profitNeeded === null) return spend(why, voice)
  return `${visits(why)}; ${profit(why, measure, voice)}`
}

function beforehand({ visits }: NonNullable<Explanation['before']>): string {
  return `nothing entered here yet; ${visits === null ? 'they came before' : `${counted(visits, 'visit')} before`}`
}

/** What sorting, pinning and `why` say. */
export const tier = {
  measures: { sales: 'sales', profit: 'profit' },
  summary: ({ asOf, window: { days: length, buyers, purchases, spent } }: Classified, { money }: Speech) =>
    buyers === 0
      ? `As of ${asOf}: nobody bought in the last ${days(length)}`
      : `As of ${asOf}: ${grouped(buyers)} bought in the last ${days(length)}, ${counted(purchases, 'time')}, ${money(spent)}`,
  /** What is high; '' where the method needs no word. */
  limits: ({ method, thresholds: { turnover, profit }, points, measure, window: { profitShare } }: Classified, { money }: Speech) => {
    if (method === 'abc') return 'By net spend: A brings the first 80 %, B up to 95 %, C the rest'
    if (method === 'fixed') return 'By net spend: A from tier.fixedA, B from tier.fixedB, C the rest   (regulars policy show tier)'
    if (points && method === 'rfm')
      return `By RFM scores, 3 to 15 points together: A from ${points.A}, B from ${points.B}, C the rest   (regulars policy show tier.rfm)`
    if (points) return `By scorecard, 0 to 100 points: A from ${points.A}, B from ${points.B}, C the rest   (regulars policy show tier.scorecard)`
    if (turnover === null && profit === null) return ''
    const share = profitShare === null ? '' : ` (they bring ${Math.round(profitShare * 1000) / 10} %)`
    return [
      turnover !== null && `often = ${counted(turnover, 'purchase')} or more`,
      profit === null ? `high: nobody's ${measure} is above zero` : `high = ${measure} of ${money(profit)} or more${share}`,
    ]
      .filter(Boolean)
      .join('; ')
  },
  labels: {
    matrix: { A: 'often, high', B: 'often, low', C: 'seldom, low', D: 'to develop' },
    abc: { A: 'first 80 %', B: 'next 15 %', C: 'the rest', D: 'to develop' },
    rfm: { A: 'high score', B: 'middling', C: 'low score', D: 'to develop' },
    scorecard: { A: 'high score', B: 'middling', C: 'low score', D: 'to develop' },
    fixed: { A: 'from A on', B: 'from B on', C: 'the rest', D: 'to develop' },
  } as Record<string, Record<Tier, string>>,
  every: (length: number) => `every ${days(length)}`,
  count: grouped,
  neverBought: (count: number) => `${grouped(count)} never bought`,
  first: 'Sorted for the first time: no movements to list. Later runs list them.',
  still: 'Nobody moved.',
  moves: (count: number) => `Moved: ${grouped(count)}`,
  move: ({ customerId, name, from, to, why }: TierMovement, measure: string, voice: Speech) => ({
    who: `${name} #${customerId}`,
    what: to === null ? `${from} -> none (staff)` : `${from} -> ${to}: ${moved({ from, to, why }, measure, voice)}`,
  }),
  next: (change: number | null) =>
    ['Whom to call: regulars due   Why: regulars why NAME', change === null ? '' : `take back: regulars undo ${change}`].filter(Boolean).join('   '),
  pinned: ({ name, customerId, from, tier, reason, until }: Pinned) =>
    `${name} #${customerId}: ${from === tier ? `stays ${tier}` : `${from} -> ${tier}`}, pinned${until === null ? '' : ` to the end of ${until}`}${reason ? `: “${reason}”` : ''}`,
  unpinned: ({ name, customerId, from, tier }: Pick<Pinned, 'name' | 'customerId' | 'from' | 'tier'>) =>
    `${name} #${customerId}: no longer pinned, ${from === tier ? `still ${tier}` : `${from} -> ${tier}`}`,
  why: {
    staff: 'Staff: in no tier, no figure of customers, and on no list.',
    tier: ({ tier, sorted, pinned, bought, boughtSince }: TierExplanation, before: Explanation['before'], measure: string, voice: Speech): string[] => {
      const { day } = voice
      const lines: string[] = []
      if (pinned)
        lines.push(
          `Tier ${tier}: pinned ${day(pinned.on)}${pinned.until ? ` to the end of ${pinned.until}` : ''}${pinned.reason ? `: “${pinned.reason}”` : ''}`,
        )
      if (!sorted) {
        const said = `${before ? beforehand(before) : bought ? 'has bought' : 'has not bought yet'}; not sorted yet (regulars classify)`
        lines.push(pinned ? `  ${said}` : `Tier ${tier}: ${said}`)
        return lines
      }
      if (boughtSince) {
        const said = `bought since the tiers were sorted on ${day(sorted.asOf)}`
        return [...lines, pinned ? `  ${said}` : `Tier ${tier}: ${said}`]
      }
      const found = sorted.why ? because(sorted.why, before, measure, voice) : 'the ledger or the rules changed since: regulars classify sorts anew'
      lines.push(pinned ? `  sorted ${day(sorted.asOf)} as ${sorted.tier}: ${found}` : `Tier ${tier}: ${found}`)
      if (!pinned) lines.push(`  sorted ${day(sorted.asOf)} by ${sorted.method}; ${tier} since ${day(sorted.since)}`)
      return lines
    },
    stage: ({ stage, gap, ownGap, since, lastOn, days: visited, lostOn }: StageExplanation, { day }: Speech): string[] => {
      const name = terms.stage[stage]
      if (visited === 0) return [`Stage ${name}: has not bought yet`]
      const rhythm = ownGap ? `usually every ${tenths(gap)} days` : `the shop's rhythm of ${tenths(gap)} days`
      if (since === null || lastOn === null) return [`Stage ${name}: ${days(visited)} of buying before this ledger; the last is not known`]
      const last = `${days(visited)} of buying, ${rhythm}; last ${day(lastOn)}, ${since === 0 ? 'today' : `${days(since)} ago`}`
      return [`Stage ${name}: ${last}`, stage === 'lost' ? `  lost since ${day(lostOn ?? '')}` : `  lost on ${day(lostOn ?? '')} unless they buy before`]
    },
    due: 'Due:',
    notDue: 'Nothing is due today.',
    comesNext: 'Next:',
    next: (who: number, due: boolean) =>
      due
        ? `Talked: regulars done ${who} -n "…"   another tier: regulars pin ${who} A --reason "…"`
        : `Another tier: regulars pin ${who} A --reason "…"   all of them: regulars show ${who}`,
  },
}
