import type { LossReason, Lost } from '../ledger/followup/lost.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'
import { who } from './customers.ts'

/** Why a customer is gone, as just noted. */
export const lostScreen: Screen<Lost & { readonly name: string }, Lost> = {
  data: ({ name: _, ...lost }) => lost,
  lines: ({ name, ...lost }, voice) => {
    const { loss } = voice.words
    const noted = loss.noted(who({ name, id: lost.customerId }), causeOf(lost, voice))
    const said = lost.why === 'unknown' ? loss.nameCause(noted) : noted
    return [said, ...(lost.stage === 'lost' ? [] : [notYet(lost, voice)]), loss.next]
  },
  columns: {
    customerId: 'count',
    on: 'day',
    why: 'text',
    note: 'text',
    by: 'text',
    stage: 'text',
    lastPurchaseOn: 'day',
    lostOn: 'day',
    change: 'count',
  },
  id: ({ customerId }) => customerId,
}

/** Why they left, as show and why tell of it. */
export function lossTold(reason: LossReason, voice: Voice): string {
  return voice.words.loss.told(causeOf(reason, voice), voice.day(reason.on))
}

function causeOf({ why, note }: LossReason, { words }: Voice): string {
  const cause = words.terms.cause[why] ?? why
  return note ? words.loss.withNote(cause, note) : cause
}

/** A reason moves nobody to another stage: where they stand by their own rhythm. */
function notYet({ stage, lastPurchaseOn, lostOn }: Lost, { words, day }: Voice): string {
  const { loss, terms } = words
  return [
    loss.still(terms.stage[stage] ?? stage),
    lastPurchaseOn === null ? '' : loss.lastBought(day(lastPurchaseOn)),
    lostOn === null ? '' : loss.lostFrom(day(lostOn)),
    loss.staysSo,
  ].join('')
}
