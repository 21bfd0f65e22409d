import type { Screen } from '../terminal/screen.ts'

/** A kind of file that is known by itself. */
export interface FormatRow {
  readonly name: string
  readonly title: string
  readonly kind: string
  readonly service: string
  /** `regulars`, or the file it is declared in. */
  readonly from: string
}

export const importFormatsScreen: Screen<readonly FormatRow[], FormatRow> = {
  lines: (rows) => rows.map(({ name, title, kind }) => `${name.padEnd(24)} ${kind.padEnd(10)} ${title}`),
  columns: { name: 'text', title: 'text', kind: 'text', service: 'text', from: 'text' },
}
