import { LedgerError } from '../errors.ts'
import { meaning, vocabulary } from '../vocabulary.ts'
import { afterSale } from './after-sale.ts'
import { birthday } from './birthday.ts'
import { cadence } from './cadence.ts'
import { complaint } from './complaint.ts'
import { coupon } from './coupon.ts'
import { debt } from './debt.ts'
import { interested } from './interested.ts'
import { occasion } from './occasion.ts'
import { points } from './points.ts'
import { promise } from './promise.ts'
import { restock } from './restock.ts'
import { slipping } from './slipping.ts'
import { survey } from './survey.ts'
import { thanks } from './thanks.ts'
import { unhappy } from './unhappy.ts'
import { wanted } from './wanted.ts'
import { welcome } from './welcome.ts'
import { welcomeBack } from './welcome-back.ts'

/**
 * Every due reason. A new one is a file in this room, its name here and in the vocabulary, and its sentences, which the
 * compiler then asks for.
 */
export const rules = [
  promise,
  complaint,
  unhappy,
  birthday,
  wanted,
  welcome,
  welcomeBack,
  thanks,
  afterSale,
  occasion,
  interested,
  restock,
  slipping,
  debt,
  cadence,
  points,
  coupon,
  survey,
] as const

type AnyRule = (typeof rules)[number]
export type Reason = AnyRule['reason']
type RuleOf<R extends Reason> = Extract<AnyRule, { reason: R }>

/** The facts a reason's sentence is made of. */
export type Detail<R extends Reason = Reason> = ReturnType<NonNullable<ReturnType<RuleOf<R>['find']>>['detail']>

type Flat<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? { readonly [Name in keyof All]: All[Name] }
  : never
type KeysOf<One extends AnyRule> = One extends AnyRule
  ? { readonly [Name in keyof One['params'] & string as `due.${One['reason']}.${Name}`]: One['params'][Name] }
  : never

/** The policy keys of the reasons: `due.birthday.days` and the like. */
export const ruleKeys = Object.fromEntries(
  rules.flatMap(({ reason, params }) => Object.entries(params).map(([name, key]) => [`due.${reason}.${name}`, key])),
) as unknown as Flat<KeysOf<AnyRule>>

const reasons: readonly Reason[] = rules.map(({ reason }) => reason)

/** What a typed word means as a reason, in either language; null when it is none. */
function reasonMeant(typed: string): Reason | null {
  const word = meaning('reason', typed)
  return reasons.find((reason) => reason === word) ?? null
}

/**
 * What a contact may be about, as typed: any reason there is a word for, those that are never on the list among them.
 * Throws usage.bad-choice.
 */
export function readSubjects(typed: readonly string[]): string[] {
  return typed.map((word) => {
    const subject = meaning('reason', word)
    if (subject === null)
      throw new LedgerError('usage.bad-choice', {
        asked: word,
        what: 'reason',
        choices: Object.keys(vocabulary.reason),
      })
    return subject
  })
}

/** Reasons as typed, in either language. Throws usage.bad-choice. */
export function readReasons(typed: readonly string[]): Reason[] {
  return typed.map((word) => {
    const reason = reasonMeant(word)
    if (reason === null) throw new LedgerError('usage.bad-choice', { asked: word, what: 'reason', choices: reasons })
    return reason
  })
}
