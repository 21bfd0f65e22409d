import type { Explanation } from '../ledger/customer/why.ts'
import type { DueReason } from '../ledger/followup/reasons.ts'
import type { Screen } from '../terminal/screen.ts'
import { hung } from '../terminal/width.ts'
import { who } from './customers.ts'
import { sentenceOf } from './due.ts'

interface WhyAsked {
  readonly told: Explanation
  /** What customers are sorted by besides turnover. */
  readonly measure: 'sales' | 'profit'
}

/** Why a customer has their tier and stage, and is due or not. */
export const whyScreen: Screen<WhyAsked, Explanation> = {
  data: ({ told }) => told,
  lines({ told, measure }, voice) {
    const { loss, tier } = voice.words
    const { why, measures } = tier
    const sentences = (reasons: readonly DueReason[]) => reasons.map((reason) => `  ${sentenceOf(reason, voice.today, voice, 'full')}`)
    const due = told.reasons.length > 0
    const next = told.next.length > 0 ? [why.comesNext, ...sentences(told.next)] : []
    return [
      voice.strong(who(told.customer)),
      ...(told.tier === null ? [why.staff] : why.tier(told.tier, told.before, measures[measure], voice)),
      ...(told.stage === null ? [] : why.stage(told.stage, voice)),
      ...(told.loss === null ? [] : [`  ${loss.told(told.loss, voice)}`]),
      ...(due ? [why.due, ...sentences(told.reasons)] : [why.notDue, ...next]),
      why.next(told.customer.id, due),
    ].flatMap((line) => hung(line, voice.width))
  },
  id: ({ customer }) => customer.id,
}
