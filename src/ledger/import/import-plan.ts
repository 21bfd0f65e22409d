import type { AnswerScale } from '../care/survey/score.ts'
import type { Column, ImportKind } from './columns.ts'
import type { Row } from './file/csv.ts'
import type { Table } from './file/table.ts'
import type { Wishes } from './file/unknown-file.ts'
import type { Layout } from './format/layout.ts'
import type { FileFormat } from './format/schema.ts'
import type { Notations, NotationWishes } from './profile/notations.ts'
import type { AskedAspects, Question } from './surveys/questions.ts'

/** What to do where a row is somebody or something the ledger knows already. */
export type OnMatch = 'update' | 'skip' | 'reject'

/** What a word of a status column is, by the owner's word. */
export type StateMeaning = 'sale' | 'owed' | 'refund' | 'skip'

/** How the owner wants a file read and its rows taken. */
export interface ImportOptions extends Wishes, NotationWishes {
  readonly map: readonly (readonly [column: string, header: string])[]
  /** A format by name, `none` for the ordinary way; null: found out. */
  readonly from: string | null
  readonly states: Readonly<Record<string, StateMeaning>>
  readonly allStates: boolean
  readonly headerRow: number | null
  readonly walkIn: boolean
  /** The day that openings of accounts are of; null: today. */
  readonly asOf: string | null
  readonly refundsAlone: boolean
  /** Which columns of a questionnaire are questions, and what they ask about. */
  readonly aspects: AskedAspects
  /** What bare numbers of answers are out of; null: found out. */
  readonly scale: AnswerScale | null
  readonly onMatch: OnMatch | null
  readonly createCustomers: boolean
  readonly samePhone: boolean
  readonly keepUnknown: boolean
  readonly classify: boolean
  /** Where the rejected rows go, or null. */
  readonly rejects: string | null
}

/** A column kept as one of the owner's own keys. */
export interface Fact {
  readonly key: string
  readonly at: number
}

/** A column whose heading nobody knows, and what its cells say it is. */
export interface ColumnByCells {
  readonly column: Column | 'currency'
  readonly at: number
}

/** The format a file is read by, or looks like in part. */
export interface PlannedFormat {
  readonly name: string
  readonly title: FileFormat['title']
  readonly remark: FileFormat['remark'] | null
}

/** A file whose columns are known, and not yet how they are written. */
export interface KnownColumns {
  readonly kind: ImportKind
  readonly table: Table
  readonly format: PlannedFormat | null
  /** A format of whose headings some are missing. */
  readonly looksLike: (PlannedFormat & { readonly missing: readonly string[] }) | null
  /** The header row; null when the file has none. */
  readonly headers: readonly string[] | null
  /** The unit or currency of its money, as a line above the header names it; '' where none does. */
  readonly unit: string
  /** How many rows at the top are no rows of the list: the header, and what stands above it. */
  readonly skipped: number
  /**
   * Whether the file came from an earlier import's rejects: its first two columns, `line` and `reason`, are not of the
   * list.
   */
  readonly returned: boolean
  /** Where each column of ours stands; behind the cells of the file, where it is worked out of several. */
  readonly columns: ReadonlyMap<Column, number>
  /** What the file calls each of them. */
  readonly headings: Readonly<Partial<Record<Column, string>>>
  /** Those that are known by what stands in them, and not by their headings. */
  readonly byCells: readonly (ColumnByCells & { readonly heading: string })[]
  readonly layout: Layout
  readonly unknown: readonly { readonly header: string; readonly at: number }[]
  /** Columns without a header, and what stands in the first of their cells. */
  readonly unnamed: readonly { readonly at: number; readonly example: string }[]
  /** The owner's own keys, as an export of customers writes them, and where they stand. */
  readonly facts: readonly Fact[]
  /** Questions of a questionnaire that stand a column each. */
  readonly questions: readonly Question[]
  readonly firstRows: readonly Row[]
}

/** A row of the file as it will stand, if it is taken: what each column of ours becomes. */
export interface ForetoldRow {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
  /** Of a survey: what was asked about, and the answer on the scale of five. */
  readonly answers: readonly { readonly aspect: string | null; readonly perceived: number; readonly expected: number }[]
}

/** A file as understood, before anything is written: a plain value. */
export interface ImportPlan extends KnownColumns {
  readonly notations: Notations
  readonly options: ImportOptions
}

/** How many cells of a row are the file's. */
export function widthOf({ headers }: Pick<KnownColumns, 'headers'>): number {
  return headers?.length ?? 1000
}

/**
 * The heading an amount stands under, with the unit of the file where it names none itself; '' where it is worked out
 * of several, or the file has none.
 */
export function headingAt({ headers, unit }: Pick<KnownColumns, 'headers' | 'unit'>, at: number): string {
  const heading = headers?.[at] ?? ''
  return heading === '' || unit === '' || /[)\]】）]\s*$/.test(heading) ? heading : `${heading}(${unit})`
}
