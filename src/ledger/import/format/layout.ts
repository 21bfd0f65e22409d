import type { Column } from '../columns.ts'
import type { RowRule } from './schema.ts'

/**
 * A text of a row: the first place with something in it, narrowed. Places count from the left of the row; one that is
 * missing is -1.
 */
export interface BoundText {
  readonly places: readonly number[]
  readonly match?: string
  readonly remove?: string
  readonly words?: Readonly<Record<string, string>>
  readonly unmasked?: boolean
  readonly count?: number
  readonly and?: number
  readonly same?: readonly [number, number]
}

/** A value of a row, by the places of the file at hand. */
export type BoundValue =
  | { readonly is: 'text'; readonly of: readonly BoundText[] }
  | {
      readonly is: 'sum'
      readonly plus: readonly number[]
      readonly minus: readonly number[]
      readonly positive: boolean
      /** Nothing where this place is empty. */
      readonly given?: number
    }
  /** `less`: what is taken off the whole; -1: nothing. */
  | {
      readonly is: 'product'
      readonly price: number
      readonly quantity: number
      readonly less: number
      /** What part of the whole is left to pay, and the heading it stands under: 8.5折. */
      readonly rate?: Place
    }
  | { readonly is: 'join'; readonly of: readonly BoundText[]; readonly with: string }
  | { readonly is: 'name' | 'firm' | 'company'; readonly name: BoundName; readonly company: readonly number[] }
  | { readonly is: 'consent'; readonly channels: readonly BoundConsent[] }
  /** Whatever else stands in columns of which the first was taken, each with its heading, for the notes. */
  | {
      readonly is: 'rest'
      readonly groups: readonly { readonly places: readonly number[]; readonly headings: readonly string[] }[]
    }
  | { readonly is: 'key'; readonly space: string; readonly of: BoundValue }
  /** A day, and the time of day from a column of its own. */
  | { readonly is: 'moment'; readonly day: number; readonly clock: number }

export interface BoundName {
  readonly whole: readonly number[]
  readonly first: readonly number[]
  readonly middle: readonly number[]
  readonly last: readonly number[]
  readonly firm: readonly number[]
  readonly else: readonly number[]
}

export interface BoundConsent {
  readonly channel: string
  readonly place: number
  readonly yes: readonly string[]
  readonly no: readonly string[]
}

export type BoundTest =
  | { readonly place: number; readonly is: 'filled' | 'empty' | 'positive' | 'negative' | 'zero' | 'masked' }
  | { readonly place: number; readonly is: 'word' | 'not'; readonly words: readonly string[] }
  | { readonly place: number; readonly is: 'match'; readonly pattern: string }

export interface BoundRule extends Pick<RowRule, 'is' | 'reason' | 'otherwise' | 'warn'> {
  readonly tests: readonly BoundTest[]
}

/** A column of the file by its place and heading. */
export interface Place {
  readonly at: number
  readonly heading: string
}

/**
 * A column that says yes or no to what its heading asks: void, refunded, none of the shop's, paid; `dated` says no by
 * having no day; `ended` and `returned` say by having one that the order was called off, or handed back.
 */
export interface Flag extends Place {
  readonly is: 'void' | 'refund' | 'skip' | 'paid' | 'dated' | 'ended' | 'returned'
}

/**
 * How the rows of one file are read: what is worked out of several cells stands behind the cells of the file, so that
 * everything that reads a row finds one cell a column. A plain value: it goes to the thread that reads.
 */
export interface Layout {
  readonly derived: readonly { readonly column: Column; readonly heading: string; readonly value: BoundValue }[]
  /** Of a format: what a row is. Null in other files, where the words of `states` and `kinds` say it. */
  readonly rules: readonly BoundRule[] | null
  readonly states: readonly Place[]
  readonly kinds: readonly Place[]
  readonly flags: readonly Flag[]
  /** In an export of the program's own an empty status says that the purchase stands. */
  readonly statesMayBeEmpty: boolean
  readonly amounts: 'once' | 'each' | null
  readonly refunds: 'once' | 'each'
  /** Whether refunds stand in rows of their own: then what is in their columns says nothing of a sale's row. */
  readonly refundRows: boolean
  readonly service: string | null
  readonly pairsWith: string | null
  readonly payer: { readonly strong: boolean; readonly named: boolean } | null
  readonly currency: readonly Place[]
  readonly charged: Place | null
  readonly zone: string | Place | null
  readonly empty: readonly string[]
  readonly stop: string | null
  readonly fees: readonly Place[]
  readonly tips: readonly Place[]
  readonly totals: readonly { readonly match: string; readonly tests: readonly BoundTest[]; readonly sum: number }[]
  /** Money that went out, in a column beside that of what came in. */
  readonly spent: Place | null
  /** What was due and what was received stand side by side: what is left between them is owed, and told. */
  readonly leavesOwing: boolean
  /** An account's statement: what is negative is the shop's own spending, no return. */
  readonly statement: boolean
  /** Invoices have rows of their own: a row that is a payment is the money for one of them, no other sale. */
  readonly invoiced: boolean
  /** The movements of customers' cards: what was spent is negative, what was taken back of it positive. */
  readonly moves: boolean
  /** Columns that must agree: the amount with price times quantity, or with the list price, less the discount. */
  readonly agrees: {
    readonly list: number
    readonly price: number
    readonly quantity: number
    readonly discount: number
  } | null
}

export const noLayout: Layout = {
  derived: [],
  rules: null,
  states: [],
  kinds: [],
  flags: [],
  statesMayBeEmpty: false,
  amounts: null,
  refunds: 'once',
  refundRows: false,
  service: null,
  pairsWith: null,
  payer: null,
  currency: [],
  charged: null,
  zone: null,
  empty: [],
  stop: null,
  fees: [],
  tips: [],
  totals: [],
  spent: null,
  leavesOwing: false,
  statement: false,
  invoiced: false,
  moves: false,
  agrees: null,
}
