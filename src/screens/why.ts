import type { Explanation, StageExplanation, TierExplanation } from '../ledger/customer/why.ts'
import type { DueReason } from '../ledger/followup/reasons.ts'
import { tenths } from '../locales/figure.ts'
import { reasonSentence } from '../locales/reason-sentence.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'
import { hung } from '../terminal/width.ts'
import { openComplaintTold, satisfactionSaid } from './complaint-lines.ts'
import { who } from './customers.ts'
import { asksLine, openLines } from './habits.ts'
import { lossTold } from './lost.ts'
import { beforehand, whyIn } from './verdict.ts'

interface WhyAsked {
  readonly told: Explanation
  /** What customers are sorted by besides turnover. */
  readonly measure: 'sales' | 'profit'
}

/** Why a customer has their tier and stage, and is due or not. */
export const whyScreen: Screen<WhyAsked, Explanation> = {
  data: ({ told }) => told,
  lines({ told, measure }, voice) {
    const { why, measures } = voice.words.tier
    const sentences = (reasons: readonly DueReason[]) =>
      reasons.map((reason) => `  ${reasonSentence(reason, voice.today, voice, 'full')}`)
    const due = told.reasons.length > 0
    const next = told.next.length > 0 ? [why.comesNext, ...sentences(told.next)] : []
    return [
      voice.strong(who(told.customer)),
      ...(told.tier === null ? [why.staff] : tierLines(told.tier, told.before, measures[measure], voice)),
      ...(told.tier === null ? [] : [`  ${asksLine(told.tier.tier, voice)}`]),
      ...(told.open === null
        ? told.complaints.map((one) => `  ${openComplaintTold(one, voice)}`)
        : openLines(told.open, voice)),
      ...(told.stage === null ? [] : stageLines(told.stage, voice)),
      ...(told.satisfaction === null ? [] : [`  ${satisfactionSaid(told.satisfaction, voice)}`]),
      ...(told.loss === null ? [] : [`  ${lossTold(told.loss, voice)}`]),
      ...(due ? [why.due, ...sentences(told.reasons)] : [why.notDue, ...next]),
    ].flatMap((line) => hung(line, voice.width))
  },
  next({ told: { customer, reasons } }, { words: { tier } }) {
    return [reasons.length > 0 ? tier.why.nextDue(customer.id) : tier.why.next(customer.id)]
  },
  id: ({ customer }) => customer.id,
}

/** The tier and what it rests on: what was pinned stands first, what classify found under it. */
function tierLines(told: TierExplanation, before: Explanation['before'], measure: string, voice: Voice): string[] {
  const { why } = voice.words.tier
  const { tier, sorted, pinned } = told
  const found = foundOf(told, before, measure, voice)
  const by = sorted && !told.boughtSince ? sorted : null
  if (pinned) {
    const under = by === null ? found : why.sortedAs(voice.day(by.asOf), by.tier, found)
    return [why.tier(tier, pinnedOf(pinned, voice)), `  ${under}`]
  }
  const line = why.tier(tier, found)
  return by === null ? [line] : [line, `  ${why.sortedBy(voice.day(by.asOf), by.method, tier, voice.day(by.since))}`]
}

function pinnedOf({ on, until, reason }: NonNullable<TierExplanation['pinned']>, { words, day }: Voice): string {
  const { why } = words.tier
  const pinned = until ? why.pinnedUntil(why.pinned(day(on)), until) : why.pinned(day(on))
  return reason ? words.marks.note(pinned, reason) : pinned
}

/** What classify found, or why it has found nothing that holds. */
function foundOf(
  { sorted, bought, boughtSince }: TierExplanation,
  before: Explanation['before'],
  measure: string,
  voice: Voice,
): string {
  const { why, verdict } = voice.words.tier
  if (!sorted) return why.notSorted(before ? beforehand(before, voice) : bought ? why.hasBought : verdict.neverBought)
  if (boughtSince) return why.boughtSince(voice.day(sorted.asOf))
  return sorted.why ? whyIn(sorted.why, before, measure, voice) : why.changedSince
}

function stageLines({ stage, gap, ownGap, since, lastOn, days, lostOn }: StageExplanation, voice: Voice): string[] {
  const { tier, terms } = voice.words
  const { why } = tier
  const line = (said: string) => why.stage(terms.stage[stage] ?? stage, said)
  if (days === 0) return [line(tier.verdict.neverBought)]
  if (since === null || lastOn === null) return [line(why.boughtBefore(days))]
  const rhythm = ownGap ? why.ownRhythm(tenths(gap)) : why.shopRhythm(tenths(gap))
  const ago = since === 0 ? why.today : why.daysAgo(since)
  const lost = voice.day(lostOn ?? '')
  return [
    line(why.visits(days, rhythm, voice.day(lastOn), ago)),
    `  ${stage === 'lost' ? why.lostSince(lost) : why.lostOn(lost)}`,
  ]
}
