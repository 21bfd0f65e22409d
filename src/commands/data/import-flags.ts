import type { Read } from '../../cli/inputs.ts'
import { type AnswerScale, scales } from '../../ledger/care/survey/score.ts'
import { type Day, parseDay } from '../../ledger/day.ts'
import { LedgerError } from '../../ledger/errors.ts'
import type { ImportOptions, OnMatch, StateMeaning } from '../../ledger/import/import-plan.ts'

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
export const purchaseFlags = [
  '--state <words>*',
  '--all-states',
  '--walk-in',
  '--refunds-alone',
  '--create-customers',
] as const
/** The flags of imports that make customers. */
export const customerFlags = ['--as-of <day>', '--same-phone'] as const

/** Flags of imports that make answers of surveys. */
export const surveyFlags = ['--aspects <pairs>*', '--scale <most>'] as const

/** What imports are typed with. */
export function importInput(read: Read) {
  return {
    file: read.text,
    map: read.optional(read.array(read.text)),
    encoding: read.optional(read.from(String)),
    delimiter: read.optional(read.from(String)),
    sheet: read.optional(read.text),
    onMatch: read.optional(read.from(onMatchTyped)),
    keepUnknown: read.flag,
    rejects: read.optional(read.text),
    classify: read.flag,
    samePhone: read.flag,
    createCustomers: read.flag,
    from: read.optional(read.text),
    state: read.optional(read.array(read.text)),
    allStates: read.flag,
    dates: read.optional(read.from(datesTyped)),
    decimal: read.optional(read.from(decimalTyped)),
    headerRow: read.optional(read.from(rowTyped)),
    walkIn: read.flag,
    asOf: read.optional(read.text),
    refundsAlone: read.flag,
    aspects: read.optional(read.array(read.text)),
    scale: read.optional(read.from(scaleTyped)),
  }
}

/** What `importInput` makes. */
export interface TypedImport {
  readonly file: string
  readonly map?: string[] | undefined
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
  readonly sheet?: string | undefined
  readonly onMatch?: OnMatch | undefined
  readonly keepUnknown: boolean
  readonly rejects?: string | undefined
  readonly classify: boolean
  readonly samePhone: boolean
  readonly createCustomers: boolean
  readonly from?: string | undefined
  readonly state?: string[] | undefined
  readonly allStates: boolean
  readonly dates?: 'dmy' | 'mdy' | undefined
  readonly decimal?: 'comma' | 'point' | undefined
  readonly headerRow?: number | undefined
  readonly walkIn: boolean
  readonly asOf?: string | undefined
  readonly refundsAlone: boolean
  readonly aspects?: string[] | undefined
  readonly scale?: AnswerScale | undefined
}

/** What was typed as the ledger takes it. Throws usage.bad-choice, roster.bad-map. */
export async function optionsOf(typed: TypedImport, today: Day): Promise<ImportOptions> {
  const { stateKey } = await import('../../ledger/import/row/state-words.ts')
  const { encodingNamed, encodingNames } = await import('../../ledger/import/file/encoding.ts')
  const encoding = typed.encoding === undefined ? null : encodingNamed(typed.encoding)
  if (typed.encoding !== undefined && encoding === null)
    throw new LedgerError('usage.bad-choice', { asked: typed.encoding, what: 'encoding', choices: encodingNames })
  return {
    map: (typed.map ?? []).flatMap(pairsOf),
    encoding,
    sheet: typed.sheet ?? null,
    delimiter: typed.delimiter === undefined ? null : await delimiterTyped(typed.delimiter),
    from: typed.from ?? null,
    states: Object.fromEntries(
      (typed.state ?? []).flatMap(statesOf).map(([word, meaning]) => [stateKey(word), meaning]),
    ),
    allStates: typed.allStates,
    dates: typed.dates ?? null,
    decimal: typed.decimal ?? null,
    headerRow: typed.headerRow ?? null,
    walkIn: typed.walkIn,
    asOf: typed.asOf === undefined ? null : parseDay(typed.asOf, today, 'back'),
    refundsAlone: typed.refundsAlone,
    aspects: (typed.aspects ?? []).flatMap(aspectsOf),
    scale: typed.scale ?? null,
    onMatch: typed.onMatch ?? null,
    createCustomers: typed.createCustomers,
    samePhone: typed.samePhone,
    keepUnknown: typed.keepUnknown,
    classify: typed.classify,
    rejects: typed.rejects ?? null,
  }
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

/** `--state 已下单=sale,锁定=skip`. */
function statesOf(typed: string): (readonly [word: string, meaning: StateMeaning])[] {
  return typed
    .split(/[,，]/)
    .filter((pair) => pair.trim() !== '')
    .map((pair) => {
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
      return [pair.slice(0, at).trim(), meaning] as const
    })
}

function datesTyped(typed: string): 'dmy' | 'mdy' {
  if (typed === 'dmy' || typed === 'mdy') return typed
  throw new LedgerError('usage.bad-choice', { asked: typed, what: '--dates', choices: ['dmy', 'mdy'] })
}

function decimalTyped(typed: string): 'comma' | 'point' {
  if (typed === 'comma' || typed === 'point') return typed
  throw new LedgerError('usage.bad-choice', { asked: typed, what: '--decimal', choices: ['comma', 'point'] })
}

function rowTyped(typed: string): number {
  if (/^\d{1,6}$/.test(typed) && Number(typed) > 0) return Number(typed)
  throw new LedgerError('usage.bad-count', { asked: typed, least: 1, most: 999_999 })
}

function pairsOf(typed: string): (readonly [string, string])[] {
  return typed
    .split(/[,，]/)
    .filter((pair) => pair.trim() !== '')
    .map((pair) => {
      const at = pair.search(/[=＝]/)
      if (at < 1) throw new LedgerError('roster.bad-map', { asked: pair, known: [] })
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const
    })
}

/** `goods=商品质量,服务`: a heading alone says itself what it asks about. */
function aspectsOf(typed: string): (readonly [string, string])[] {
  return typed
    .split(/[,，]/)
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.search(/[=＝]/)
      return at < 0 ? ([pair, pair] as const) : ([pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const)
    })
}

function scaleTyped(typed: string): AnswerScale {
  const found = scales.find((scale) => String(scale) === typed.normalize('NFKC').trim())
  if (!found) throw new LedgerError('usage.bad-choice', { asked: typed, what: '--scale', choices: scales.map(String) })
  return found
}

async function delimiterTyped(typed: string): Promise<ImportOptions['delimiter']> {
  const { delimiters } = await import('../../ledger/import/file/delimiter.ts')
  const named: Record<string, string> = {
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
  const meant = named[typed.toLowerCase()] ?? typed
  const found = delimiters.find((delimiter) => delimiter === meant)
  if (!found)
    throw new LedgerError('usage.bad-choice', {
      asked: typed,
      what: 'delimiter',
      choices: ['comma', 'semicolon', 'tab', 'pipe'],
    })
  return found
}

function onMatchTyped(typed: string): OnMatch {
  if (typed === 'update' || typed === 'skip' || typed === 'reject') return typed
  throw new LedgerError('usage.bad-choice', { asked: typed, what: '--on-match', choices: ['update', 'skip', 'reject'] })
}
