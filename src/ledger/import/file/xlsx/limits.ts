/**
 * How much a workbook may hold. Excel itself writes at most 1,048,576 rows of 16,384 cells; a file beyond these is
 * broken, or made to eat memory and time.
 */
export const workbookLimits = {
  /** Files in the zip. */
  files: 10_000,
  /**
   * What they say they come to when unpacked, all of them; a file that unpacks to more than it says is refused as
   * damaged.
   */
  megabytes: 2_000,
  /** How often its packed size one file may unpack to, from 20 MB on: a sheet of real cells stays under 100. */
  ratio: 200,
  /** Of the list of sheets, which is read whole. */
  listMegabytes: 1,
  /** Of the number formats. */
  formatMegabytes: 32,
  /** Of texts that cells share, which are kept in memory while the sheet is read. */
  textMegabytes: 256,
  rows: 1_048_576,
  columns: 16_384,
  /** Cells up to the last one with something in it, row by row. */
  cells: 50_000_000,
  /** Characters of one cell: Excel takes 32,767. */
  cellLength: 1_000_000,
  /** Cells merged over more than one row. */
  merged: 200_000,
} as const

export type WorkbookLimit = keyof typeof workbookLimits
