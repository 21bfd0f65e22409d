import type * as z from 'zod/mini'
import type { Read } from '../../cli/inputs.ts'
import type { Book } from '../../ledger/book/book.ts'
import { type AnswerScale, scales } from '../../ledger/care/survey/score.ts'
import { parseDay } from '../../ledger/day.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { type Delimiter, delimiters } from '../../ledger/import/file/delimiter.ts'
import { type Encoding, encodingNamed, encodingNames } from '../../ledger/import/file/encoding.ts'
import type { ImportOptions, StateMeaning } from '../../ledger/import/import-plan.ts'
import { stateKey } from '../../ledger/import/row/state-words.ts'

/** The flags every import takes. */
export const importFlags = [
  '--from <name>',
  '--dates <order>',
  '--decimal <mark>',
  '--header-row <number>',
  '--map <pairs>*',
  '--encoding <name>',
  '--delimiter <character>',
  '--sheet <name>',
  '--on-match <what>',
  '--keep-unknown',
  '--rejects <file>',
  '--no-classify',
] as const

/** The flags of imports that make purchases. */
export const purchaseFlags = ['--state <words>*', '--all-states', '--walk-in', '--refunds-alone'] as const

/** The flag of imports whose rows are of somebody: who the ledger does not know is made. */
export const makingFlags = ['--create-customers'] as const

/** The flags of imports that make customers. */
export const customerFlags = ['--as-of <day>', '--same-phone'] as const

/** Flags of imports that make answers of surveys. */
export const surveyFlags = ['--aspects <pairs>*', '--scale <most>'] as const

/** What imports are typed with; `optionsOf` reads it, when the ledger is open and says in which language to refuse. */
export function importInput(read: Read) {
  const raw = read.optional(read.from(String))
  return {
    file: read.text,
    map: read.words,
    encoding: raw,
    delimiter: raw,
    sheet: read.optional(read.text),
    onMatch: raw,
    keepUnknown: read.flag,
    rejects: read.optional(read.text),
    classify: read.flag,
    samePhone: read.flag,
    createCustomers: read.flag,
    from: read.optional(read.text),
    state: read.words,
    allStates: read.flag,
    dates: raw,
    decimal: raw,
    headerRow: raw,
    walkIn: read.flag,
    asOf: read.optional(read.text),
    refundsAlone: read.flag,
    aspects: read.words,
    scale: raw,
  }
}

/** What `importInput` makes. */
export type TypedImport = z.output<z.ZodMiniObject<ReturnType<typeof importInput>>>

/** What was typed as the ledger takes it, one plain value. Throws usage.bad-choice, usage.bad-count, roster.bad-map. */
export function optionsOf(typed: TypedImport, { today, region }: Pick<Book, 'today' | 'region'>): ImportOptions {
  return {
    map: typed.map.flatMap(pairsIn).map(mapped),
    encoding: typed.encoding === undefined ? null : encodingTyped(typed.encoding),
    sheet: typed.sheet ?? null,
    delimiter: typed.delimiter === undefined ? null : delimiterTyped(typed.delimiter),
    from: typed.from ?? null,
    states: Object.fromEntries(typed.state.flatMap(pairsIn).map(stateMeant)),
    allStates: typed.allStates,
    dates: oneOf('--dates', ['dmy', 'mdy'], typed.dates),
    decimal: oneOf('--decimal', ['comma', 'point'], typed.decimal),
    headerRow: typed.headerRow === undefined ? null : rowTyped(typed.headerRow),
    walkIn: typed.walkIn,
    refundsAlone: typed.refundsAlone,
    aspects: typed.aspects.flatMap(pairsIn).map(aspectAsked),
    scale: typed.scale === undefined ? null : scaleTyped(typed.scale),
    onMatch: oneOf('--on-match', ['update', 'skip', 'reject'], typed.onMatch),
    createCustomers: typed.createCustomers,
    samePhone: typed.samePhone,
    keepUnknown: typed.keepUnknown,
    classify: typed.classify,
    rejects: typed.rejects ?? null,
    region,
    asOf: typed.asOf === undefined ? null : parseDay(typed.asOf, today, 'back'),
  }
}

function oneOf<Choice extends string>(
  what: string,
  choices: readonly Choice[],
  typed: string | undefined,
): Choice | null {
  if (typed === undefined) return null
  const found = choices.find((choice) => choice === typed)
  if (found === undefined) throw new LedgerError('usage.bad-choice', { asked: typed, what, choices: [...choices] })
  return found
}

/** What stands between commas. */
function pairsIn(typed: string): string[] {
  return typed
    .split(/[,，]/)
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
}

/** `name=Client`. */
function mapped(pair: string): readonly [column: string, header: string] {
  const at = pair.search(/[=＝]/)
  if (at < 1) throw new LedgerError('roster.bad-map', { asked: pair, known: [] })
  return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
}

const meanings: Readonly<Record<string, StateMeaning>> = {
  sale: 'sale',
  owed: 'owed',
  refund: 'refund',
  skip: 'skip',
  销售: 'sale',
  赊账: 'owed',
  退款: 'refund',
  略过: 'skip',
}

/** `已下单=sale`. */
function stateMeant(pair: string): readonly [word: string, meaning: StateMeaning] {
  const at = Math.max(pair.lastIndexOf('='), pair.lastIndexOf('＝'))
  const meaning =
    meanings[
      pair
        .slice(at + 1)
        .trim()
        .toLowerCase()
    ]
  if (at < 1 || !meaning)
    throw new LedgerError('usage.bad-choice', {
      asked: pair,
      what: '--state WORD=',
      choices: ['sale', 'owed', 'refund', 'skip'],
    })
  return [stateKey(pair.slice(0, at).trim()), meaning]
}

/** `goods=商品质量`; a heading alone says itself what it asks about. */
function aspectAsked(pair: string): readonly [aspect: string, header: string] {
  const at = pair.search(/[=＝]/)
  return at < 0 ? [pair, pair] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
}

function rowTyped(typed: string): number {
  if (/^\d{1,6}$/.test(typed) && Number(typed) > 0) return Number(typed)
  throw new LedgerError('usage.bad-count', { asked: typed, least: 1, most: 999_999 })
}

function scaleTyped(typed: string): AnswerScale {
  const found = scales.find((scale) => String(scale) === typed.normalize('NFKC').trim())
  if (!found) throw new LedgerError('usage.bad-choice', { asked: typed, what: '--scale', choices: scales.map(String) })
  return found
}

function encodingTyped(typed: string): Encoding {
  const found = encodingNamed(typed)
  if (found === null)
    throw new LedgerError('usage.bad-choice', { asked: typed, what: 'encoding', choices: encodingNames })
  return found
}

const delimitersNamed: Readonly<Record<string, string>> = {
  tab: '\t',
  '\\t': '\t',
  comma: ',',
  semicolon: ';',
  pipe: '|',
  逗号: ',',
  分号: ';',
  制表符: '\t',
  竖线: '|',
}

function delimiterTyped(typed: string): Delimiter {
  const meant = delimitersNamed[typed.toLowerCase()] ?? typed
  const found = delimiters.find((delimiter) => delimiter === meant)
  if (!found)
    throw new LedgerError('usage.bad-choice', {
      asked: typed,
      what: 'delimiter',
      choices: ['comma', 'semicolon', 'tab', 'pipe'],
    })
  return found
}
