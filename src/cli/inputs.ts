import * as z from 'zod/mini'
import type { Book } from '../ledger/book/book.ts'
import { type Day, isMonthDay, parseDay } from '../ledger/day.ts'
import { LedgerError } from '../ledger/errors.ts'
import { parseMoney } from '../ledger/money.ts'
import { meaning, type Vocabulary, vocabulary } from '../ledger/vocabulary.ts'

/** What reading a value may depend on. */
export type Reading = Pick<Book, 'currency' | 'region' | 'today'>

export type Read = ReturnType<typeof reader>

/**
 * The pieces a command's input is declared from: each reads what a person typed and throws a LedgerError that says what
 * is wrong.
 */
export function reader(reading: Reading) {
  const { currency } = reading
  const from = <Value>(parse: (text: string) => Value) => z.pipe(z.string(), z.transform(parse))
  const text = from(tidy)
  return {
    /** The day asked for. */
    get today() {
      return reading.today
    },
    object: z.object,
    optional: z.optional,
    array: z.array,
    flag: z._default(z.boolean(), false),
    /** A flag with its opposite, `--x` and `--no-x`; neither is undefined. */
    eitherWay: z.optional(z.boolean()),
    /** Text with blanks at the ends gone; empty stays empty (an edit clears with it). */
    text,
    words: z._default(z.array(text), []),
    money: from((typed) => parseMoney(typed, currency)),
    signedMoney: from((typed) => parseMoney(typed, currency, true)),
    /** A day that has come: `--on` of entries. */
    pastDay: from((typed) => notAfter(parseDay(typed, reading.today, 'back'), reading.today)),
    backDay: from((typed) => parseDay(typed, reading.today, 'back')),
    aheadDay: from((typed) => parseDay(typed, reading.today, 'ahead')),
    /** A day to come, counted from the day of what is entered: `--on 11-20 --due 11-24`, entered on the 28th. */
    aheadOf: from((typed) => {
      const day = parseDay(typed, reading.today, 'ahead')
      return (on: Day = reading.today): Day => (isMonthDay(typed) ? parseDay(typed, on, 'ahead') : day)
    }),
    count: (least: number, most: number | null = null) => from((typed) => parseCount(typed, least, most)),
    one: <Kind extends keyof Vocabulary>(kind: Kind) => from((typed) => choose(kind, typed)),
    /** Several values with commas: `--about promise,debt`. */
    many: <Kind extends keyof Vocabulary>(kind: Kind) =>
      from((typed) => split(typed).map((word) => choose(kind, word))),
    list: from(split),
    from,
  }
}

/** Blanks at the ends gone, and the quotes a phone's keyboard puts around a text. */
function tidy(typed: string): string {
  const text = typed.trim()
  return /^“[^“”]*”$/.test(text) ? text.slice(1, -1).trim() : text
}

function split(typed: string): string[] {
  return typed
    .split(/[,，、]/)
    .map(tidy)
    .filter((word) => word !== '')
}

function notAfter(day: Day, today: Day): Day {
  if (day > today) throw new LedgerError('day.future', { day, today })
  return day
}

function parseCount(typed: string, least: number, most: number | null): number {
  const plain = typed.normalize('NFKC').trim()
  const count = /^\d{1,9}$/.test(plain) ? Number(plain) : Number.NaN
  if (!(count >= least && (most === null || count <= most)))
    throw new LedgerError('usage.bad-count', { asked: typed, least, most })
  return count
}

function choose<Kind extends keyof Vocabulary>(kind: Kind, typed: string): Vocabulary[Kind][number] {
  const found = meaning(kind, typed)
  if (found === null)
    throw new LedgerError('usage.bad-choice', { asked: typed, what: kind, choices: Object.keys(vocabulary[kind]) })
  return found
}
