import * as z from 'zod/mini'

/**
 * What a format says about a known kind of file, as plain data: how it is known, how it is read, and what each row of
 * it is. Headings are written as the service writes them; they are compared folded (blanks, brackets and width make no
 * difference).
 */

const heading = z.string().check(z.minLength(1))
const headings = z.array(heading).check(z.minLength(1))
const pattern = z.string().check(
  z.refine((text) => {
    try {
      new RegExp(text, 'u')
      return true
    } catch {
      return false
    }
  }, 'no regular expression'),
)

/** A text: the first of the columns with something in it, narrowed to what `match` catches, or said by `words`. */
const textValue = z.strictObject({
  of: headings,
  match: z.optional(pattern),
  remove: z.optional(pattern),
  words: z.optional(z.record(z.string(), z.string())),
  /** A cell that is masked (`138****8000`) or one of the service's stand-ins counts as empty. */
  unmasked: z.optional(z.boolean()),
  /** Written behind it, ` x 2`, where it is more than one. */
  count: z.optional(heading),
  /** Written behind it after a blank: a postal code after the state. */
  and: z.optional(heading),
  /** Taken only where the cell of another column is the same: the recipient's name when their phone is the buyer's. */
  where: z.optional(z.strictObject({ same: z.tuple([heading, heading]) })),
})
/** Money: what is added, less what is taken off; columns that are empty are nothing. */
const sumValue = z.strictObject({ plus: headings, minus: z.optional(headings), positive: z.optional(z.boolean()) })
const joinValue = z.strictObject({
  join: z.array(z.union([heading, textValue])).check(z.minLength(2)),
  with: z.string(),
})
/** A name in parts, written as the language of it does, or whole; else of the firm, which makes it one. */
const nameValue = z.strictObject({
  name: z.strictObject({
    whole: z.optional(headings),
    first: z.optional(headings),
    middle: z.optional(headings),
    last: z.optional(headings),
    firm: z.optional(headings),
    /** For want of a name: a nickname, an e-mail address. */
    else: z.optional(headings),
  }),
})
/** `wechat=yes;sms=no`, each channel from a column of its own. */
const consentValue = z.strictObject({
  consent: z.record(z.string(), z.strictObject({ of: heading, yes: z.array(z.string()), no: z.array(z.string()) })),
})

export const value = z.union([
  heading,
  z.array(z.union([heading, textValue])).check(z.minLength(1)),
  textValue,
  sumValue,
  joinValue,
  nameValue,
  consentValue,
])
export type FormatValue = z.infer<typeof value>

/**
 * What a cell must be: one of some words, something or nothing at all, more or less than nothing, or what a pattern
 * fits.
 */
const test = z.union([
  z.enum(['filled', 'empty', 'positive', 'negative', 'zero', 'masked']),
  z.array(z.string()).check(z.minLength(1)),
  z.strictObject({ match: pattern }),
  z.strictObject({ not: z.array(z.string()).check(z.minLength(1)) }),
])
export type Test = z.infer<typeof test>
const when = z.record(heading, test)
export type RowCondition = z.infer<typeof when>

/** Why a row that is understood is rightly not taken. Each has words of its own in both languages. */
export const skipReasons = [
  'own-spending',
  'own-spending-back',
  'own-money',
  'gift',
  'shared-bill',
  'sent-back',
  'closed',
  'not-paid',
  'cancelled',
  'failed',
  'refunded-in-full',
  'gift-card',
  'voided',
  'nothing-sold',
  'not-a-sale',
  'no-name',
  'total',
  'header-again',
  'other-list',
  'footer',
] as const
export type SkipReason = (typeof skipReasons)[number]

const outcome = z.enum(['sale', 'owed', 'refunded', 'refund', 'return', 'line', 'skip', 'take'])
/**
 * The first rule that fits decides. `refunded` is a sale and its refund; `line` a further line of the order before;
 * `take` a customer.
 */
const rule = z
  .strictObject({
    when,
    is: outcome,
    reason: z.optional(z.enum(skipReasons)),
    /** Of a refund whose sale the ledger does not have: why it is none of the shop's. */
    otherwise: z.optional(z.enum(skipReasons)),
    warn: z.optional(z.enum(['transfer', 'claim-open', 'refund-stuck', 'disputed'])),
  })
  .check(
    z.refine(({ is, reason }) => (is === 'skip') === (reason !== undefined), 'a skip says why, and nothing else does'),
  )
export type RowRule = z.infer<typeof rule>

const column = z.enum([
  'ref',
  'on',
  'amount',
  'discount',
  'cost',
  'item',
  'method',
  'paid',
  'note',
  'customer',
  'code',
  'phone',
  'name',
  'email',
  'address',
  'called',
  'kind',
  'wechat',
  'company',
  'birthday',
  'joined',
  'source',
  'tags',
  'notes',
  'credit',
  'owes',
  'visits_before',
  'spent_before',
  'last_purchase',
  'points',
  'tier',
  'keeper',
  'consent',
  'by',
])

const both = z.strictObject({ en: z.string().check(z.minLength(1)), zh: z.string().check(z.minLength(1)) })

export const format = z
  .strictObject({
    name: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{1,40}$/)),
    title: both,
    kind: z.enum(['customers', 'purchases', 'refuse']),
    /** Whose numbers its refs are. */
    service: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,30}$/)),
    /** Of a file that is refused: which one to take instead. */
    instead: z.optional(both),
    recognise: z.strictObject({
      /** Headings it must have; of an inner list, one. */
      all: z.array(z.union([heading, headings])).check(z.minLength(2)),
      none: z.optional(z.array(heading)),
    }),
    read: z.optional(
      z.strictObject({
        /** The first cell of the line the data end before. */
        stop: z.optional(pattern),
        /** Cells that say there is nothing. */
        empty: z.optional(z.array(z.string())),
        /** The zone of its days: an offset, or the column that names it. */
        zone: z.optional(z.union([z.string().check(z.regex(/^[+-]\d\d:\d\d$/)), z.strictObject({ of: heading })])),
        currency: z.optional(headings),
        /** The column of what was charged in another currency and turned into the ledger's by the service. */
        charged: z.optional(heading),
      }),
    ),
    /** Several lines are one order; money that stands whole on each of them counts once. */
    lines: z.optional(
      z.strictObject({ amount: z.enum(['once', 'each']), refund: z.optional(z.enum(['once', 'each'])) }),
    ),
    columns: z.partialRecord(column, value),
    /** Kept as facts of the customer, by their own heading. */
    facts: z.optional(z.array(heading)),
    /** The columns whose words say what a row is: an unknown one is named by its word. */
    states: z.optional(z.array(heading)),
    rows: z.array(rule).check(z.minLength(1)),
    refund: z.optional(
      z.strictObject({
        amount: z.optional(value),
        /** Its day; without one the day of the sale. */
        on: z.optional(value),
        /** The number of the sale, where the row is the refund alone. */
        of: z.optional(value),
        /** The number of the refund itself. */
        ref: z.optional(value),
      }),
    ),
    /** What an order on account comes to, where the usual amount says nothing. */
    owed: z.optional(value),
    /** The number by which another service knows the same sale. */
    pairs: z.optional(z.strictObject({ service: z.string(), ref: value })),
    /** By what the service knows a customer. A strong key is one person's for good; a nick is not. */
    payer: z.optional(z.strictObject({ space: z.string(), key: value, strong: z.boolean(), name: z.optional(value) })),
    /** What the service keeps for itself: named with its sum, never a cost. */
    fees: z.optional(z.array(heading)),
    /** Named with its sum and not taken. */
    tips: z.optional(z.array(heading)),
    /** Said once with every file of the kind. */
    remark: z.optional(both),
    /**
     * What the file says of itself: found by a pattern whose groups are `count` and `sum`, compared with the rows that
     * fit.
     */
    totals: z.optional(z.array(z.strictObject({ match: pattern, when, sum: heading }))),
  })
  .check(
    z.refine(
      ({ kind, instead }) => (kind === 'refuse') === (instead !== undefined),
      'what is refused says what to take instead',
    ),
  )
export type FileFormat = z.infer<typeof format>
