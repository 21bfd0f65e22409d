import type { Imported } from '../ledger/import/apply.ts'
import type { Column } from '../ledger/import/columns.ts'
import type { ForetoldRow, ImportPlan } from '../ledger/import/import-plan.ts'
import type { RowMessage } from '../ledger/import/outcome.ts'
import { errorSentence } from '../locales/error-sentence.ts'
import { cleanSheet } from '../terminal/clean.ts'
import type { Voice } from '../terminal/voice.ts'
import { aspectSaid } from './survey.ts'

/** Rows rejected for one reason in one column; twins and words of state are told without one. */
interface RejectedReason {
  readonly code: string
  readonly field: string | null
  readonly rows: number
  readonly lines: readonly number[]
}

/** What became of a file. */
export interface AppliedImport extends Imported {
  /** Where nothing was written: the first rows as they would stand. */
  readonly foretold: readonly ForetoldRow[]
}

/** What becomes the public JSON of `import` (COMMANDS), and what its screen needs beside. */
export interface ImportValue {
  readonly change: number | null
  readonly file: string
  /** The name of the format it was read by, or null. */
  readonly format: string | null
  /** How its bytes are text; `xlsx` for a workbook. */
  readonly encoding: string
  /** Null where nothing parts cells: a workbook, cards. */
  readonly delimiter: string | null
  readonly sheet: string | null
  readonly columns: Readonly<Record<string, string>>
  readonly unknownColumns: readonly string[]
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly skipped: readonly {
    readonly reason: string
    readonly rows: number
    readonly sum: string | null
    readonly said: string | null
  }[]
  readonly rejected: number
  readonly warnings: readonly GroupedWarning[]
  readonly warned: number
  readonly dryRun: boolean
  /** The first of them. */
  readonly errors: readonly Fault[]
  readonly rejectedFor: readonly RejectedReason[]
  readonly examples: readonly Fault[]
  readonly unknownStates: readonly {
    readonly heading: string
    readonly word: string
    readonly rows: number
    readonly said: string | null
  }[]
  readonly agrees: readonly { readonly rows: number; readonly sum: string }[]
  /** The first rows that will stand, as they will. */
  readonly preview: readonly Readonly<Record<string, string>>[]
}

export interface Fault {
  readonly line: number
  /** Whose row it is, as the file calls them. */
  readonly who: string | null
  readonly field: Column | null
  readonly value: string | null
  readonly code: string
  readonly message: string
}

export interface GroupedWarning {
  readonly code: string
  readonly field: Column | null
  readonly message: string
  readonly rows: number
  readonly lines: readonly number[]
  readonly first: Fault
  readonly others: readonly Fault[]
}

/** What became of a file, or would, with every fault in words. */
export async function importValue(
  plan: ImportPlan,
  imported: AppliedImport,
  dryRun: boolean,
  voice: Voice,
): Promise<ImportValue> {
  await voice.prepare(imported.foretold)
  const { file, encoding, delimiter, sheet } = plan.table.about
  const { columns, facts, headings, headers } = plan
  const { change, rows, created, updated, unchanged, skipped, rejected, rejectedFor } = imported
  const shown = [...columns.keys()].filter((column) => column !== 'time' && column !== 'more')
  const said = (told: RowMessage) => worded(told, voice)
  return {
    change,
    file,
    encoding,
    delimiter,
    sheet,
    format: plan.format?.name ?? null,
    columns: {
      ...Object.fromEntries(shown.map((column) => [column, headings[column] ?? ''])),
      ...Object.fromEntries(facts.map(({ key, at }) => [`fact:${key}`, headers?.[at] ?? String(at + 1)])),
    },
    unknownColumns: plan.unknown.map(({ header }) => header),
    rows,
    created,
    updated,
    unchanged,
    skipped: skipped.map(({ reason, rows, sum }) => ({
      reason,
      rows,
      sum,
      said: sum === null ? null : voice.money(sum),
    })),
    rejected,
    warnings: imported.warnings.map(({ rows, lines, others, ...told }) => {
      const first = said(told)
      return {
        code: first.code,
        field: first.field,
        message: first.message,
        rows,
        lines,
        first,
        others: others.map(said),
      }
    }),
    warned: imported.warned,
    dryRun,
    errors: imported.errors.map(said),
    rejectedFor,
    examples: imported.examples.map(said),
    unknownStates: imported.unknownStates.map(({ heading, word, rows, sum }) => ({
      heading,
      word,
      rows,
      said: sum === null ? null : voice.money(sum),
    })),
    agrees: imported.agrees.map(({ rows, sum }) => ({ rows, sum: voice.money(sum) })),
    preview: firstToStand(imported).map(({ cells, answers }) => ({
      ...inWords(cells, voice),
      ...answersSaid(answers, voice),
    })),
  }
}

/** Without those that are rejected or left out: they stand nowhere. */
function firstToStand({ foretold, errors, skipped }: AppliedImport): ForetoldRow[] {
  const gone = new Set([...errors.map(({ line }) => line), ...skipped.flatMap(({ lines }) => lines)])
  return foretold.filter(({ line }) => !gone.has(line)).slice(0, 2)
}

/** Answers as the screens of surveys say them, each in a column of what was asked about. */
function answersSaid(answers: ForetoldRow['answers'], voice: Voice): Record<string, string> {
  const { survey } = voice.words
  return Object.fromEntries(
    answers.map(({ aspect, perceived, expected }) => {
      const score = survey.answer(perceived, expected)
      return [`answer:${aspect ?? ''}`, aspect === null ? score : survey.about(aspectSaid(aspect, voice), score)]
    }),
  )
}

/** The cells of a row as screens show what stands in the ledger. */
function inWords(cells: Readonly<Record<string, string>>, { words, phone }: Voice): Record<string, string> {
  const { terms, customer } = words
  const ours: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    kind: terms.kind,
    style: terms.style,
    preferred_channel: terms.channel,
    channel: terms.channel,
    direction: terms.direction,
    outcome: terms.outcome,
  }
  const said = (column: string, cell: string) => {
    if (column === 'phone' && cell.startsWith('+')) return phone(cell)
    if (column === 'birthday' && cell !== '') return customer.birthday(cell)
    return ours[column]?.[cell] ?? cell
  }
  return Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, said(column, cell)]))
}

/** Faults whose hint is of cells, not of the command line: it stands with the message. */
const hinted: readonly string[] = [
  'birthday.unreadable',
  'day.year-last',
  'usage.bad-choice',
  'survey.unreadable',
  'survey.too-high',
]

function worded({ line, who, field, value, code, facts }: RowMessage, voice: Voice): Fault {
  const { words } = voice
  const { message, hint } = errorSentence(code, facts as never, voice)
  return {
    line,
    who: who ?? null,
    field,
    value,
    code,
    message: hint && hinted.includes(code) ? words.importing.withHint(message, hint) : message,
  }
}

/** How the file of rejected rows says a fault, and how its cells are kept from acting in a spreadsheet. */
export function rejectsWording(voice: Voice) {
  return { wordFault: (told: RowMessage) => worded(told, voice).message, harmless: cleanSheet }
}

export type PublicImport = ReturnType<typeof publicImport>

/** The value as scripts read it. */
export function publicImport(value: ImportValue) {
  const {
    rejectedFor: _,
    examples: __,
    unknownStates: ___,
    agrees: ____,
    preview: _____,
    skipped,
    warnings,
    errors,
    ...rest
  } = value
  return {
    ...rest,
    skipped: skipped.map(({ reason, rows, sum }) => ({ reason, rows, sum })),
    warnings: warnings.map(({ code, field, message, rows, lines }) => ({ code, field, message, rows, lines })),
    errors: errors.map(({ line, field, value, code, message }) => ({ line, field, value, code, message })),
  }
}
