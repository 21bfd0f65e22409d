import type { Read } from '../../cli/inputs.ts'
import { LedgerError } from '../../ledger/errors.ts'
import type { ImportOptions, OnMatch } from '../../ledger/import/plan.ts'

/** The flags both imports take. */
export const importFlags = [
  '--map <pairs>*',
  '--encoding <name>',
  '--delimiter <character>',
  '--sheet <name>',
  '--on-match <what>',
  '--keep-unknown',
  '--rejects <file>',
  '--no-classify',
] as const

/** What both imports are typed with. */
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
}

/** What was typed as the ledger takes it. Throws usage.bad-choice, roster.bad-map. */
export async function optionsOf(typed: TypedImport): Promise<ImportOptions> {
  const { encodingNamed, encodingNames } = await import('../../ledger/import/file/encoding.ts')
  const encoding = typed.encoding === undefined ? null : encodingNamed(typed.encoding)
  if (typed.encoding !== undefined && encoding === null)
    throw new LedgerError('usage.bad-choice', { asked: typed.encoding, what: 'encoding', choices: encodingNames })
  return {
    map: (typed.map ?? []).flatMap(pairsOf),
    encoding,
    sheet: typed.sheet ?? null,
    delimiter: typed.delimiter === undefined ? null : await delimiterTyped(typed.delimiter),
    onMatch: typed.onMatch ?? null,
    createCustomers: typed.createCustomers,
    samePhone: typed.samePhone,
    keepUnknown: typed.keepUnknown,
    classify: typed.classify,
    rejects: typed.rejects ?? null,
  }
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

async function delimiterTyped(typed: string): Promise<ImportOptions['delimiter']> {
  const { delimiters } = await import('../../ledger/import/file/csv.ts')
  const named: Record<string, string> = { tab: '\t', '\\t': '\t', comma: ',', semicolon: ';', pipe: '|', 逗号: ',', 分号: ';', 制表符: '\t', 竖线: '|' }
  const meant = named[typed.toLowerCase()] ?? typed
  const found = delimiters.find((delimiter) => delimiter === meant)
  if (!found) throw new LedgerError('usage.bad-choice', { asked: typed, what: 'delimiter', choices: ['comma', 'semicolon', 'tab', 'pipe'] })
  return found
}

function onMatchTyped(typed: string): OnMatch {
  if (typed === 'update' || typed === 'skip' || typed === 'reject') return typed
  throw new LedgerError('usage.bad-choice', { asked: typed, what: '--on-match', choices: ['update', 'skip', 'reject'] })
}
