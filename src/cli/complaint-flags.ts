import type * as z from 'zod/mini'
import { entryNumber } from '../ledger/account/numbered.ts'
import type { GivenAnswers } from '../ledger/care/complaint/questions.ts'
import { LedgerError } from '../ledger/errors.ts'
import type { Read } from './inputs.ts'

/** The answers to what the trade asks of a complaint. */
export const answerFlags = [
  '--how <text>',
  '--goods <text>',
  '--why <text>',
  '--served <name>',
  '--cause <text>',
  '--reasonable',
  '--no-reasonable',
  '--wants <text>',
]

export const answerInput = (read: Read) => ({
  how: read.optional(read.text),
  goods: read.optional(read.text),
  why: read.optional(read.text),
  served: read.optional(read.text),
  cause: read.optional(read.text),
  reasonable: read.eitherWay,
  wants: read.optional(read.text),
})

type Typed = z.output<z.ZodMiniObject<ReturnType<typeof answerInput>>>

export function answers({ how, goods, why, served, cause, reasonable, wants }: Typed): GivenAnswers {
  return { how, goods, why, served, cause, reasonable, wants }
}

/** The number of a purchase, as typed. Throws entry.not-found. */
export function purchaseNumber(typed: string): number {
  const id = entryNumber(typed)
  if (id === null) throw new LedgerError('entry.not-found', { asked: typed })
  return id
}
