import type { Row } from '../csv.ts'
import { type CellKind, inFull, isoCell, numberCell, type SheetCell } from './cell-text.ts'
import { type WorkbookLimit, workbookLimits } from './limits.ts'
import type { MergedDown } from './merged.ts'
import { plainText } from './shared-texts.ts'
import type { Styles } from './styles.ts'
import { type Attributes, BrokenXml, type XmlHandler } from './xml.ts'

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly styles: Styles
  readonly sharedText: (number: number) => string | null
  readonly epoch1904: boolean
  readonly merged: MergedDown
  readonly tooLarge: (limit: WorkbookLimit) => Error
}

/** Where in a sheet the reader is. */
const depth = { row: 3, cell: 4 } as const

/**
 * Hears a sheet and keeps the rows that have something in them until they are taken. Rows and cells without an address
 * follow the one before.
 * Of merged cells the first has what they say; see `merged.ts` for those below it.
 */
export class SheetHandler implements XmlHandler {
  wantsText = false
  private rows: Row[] = []
  private line = 0
  private column = -1
  private texts: string[] = []
  private kinds = ''
  private hasText = false
  private cells = 0
  private depth = 0
  private inData = false
  // Of the cell that is open:
  private type: string | null = null
  private style = 0
  private value: string | null = null
  private formula: string | null = null
  private target: 'value' | 'formula' = 'value'
  private phonetic = 0

  private readonly context: SheetContext

  constructor(context: SheetContext) {
    this.context = context
  }

  /** The rows that have come since they were last taken, once there are so many. */
  take(atLeast: number): readonly Row[] {
    const { rows } = this
    if (rows.length < atLeast) return []
    this.rows = []
    return rows
  }

  open(name: string, tag: Attributes): void {
    this.depth++
    if (this.depth === 2) this.inData = name === 'sheetData'
    else if (!this.inData) return
    else if (this.depth === depth.row && name === 'row') this.beginRow(tag.attribute('r'))
    else if (this.depth === depth.cell && name === 'c') this.beginCell(tag)
    else if (this.depth > depth.cell) this.beginContent(name)
  }

  text(text: string): void {
    const so = (this.target === 'value' ? this.value : this.formula) ?? ''
    if (so.length + text.length > workbookLimits.cellLength) throw this.context.tooLarge('cellLength')
    if (this.target === 'value') this.value = so + text
    else this.formula = so + text
  }

  close(name: string): void {
    this.wantsText = false
    if (this.inData && this.depth === depth.cell && name === 'c') this.endCell()
    else if (this.inData && this.depth === depth.row && name === 'row') this.endRow()
    else if (name === 'rPh') this.phonetic--
    this.depth--
  }

  private beginRow(address: string | null): void {
    this.line = address === null ? this.line + 1 : wholeNumber(address)
    if (this.line > workbookLimits.rows) throw this.context.tooLarge('rows')
    this.column = -1
    this.texts = []
    this.kinds = ''
    this.hasText = false
  }

  private beginCell(tag: Attributes): void {
    const address = tag.attribute('r')
    this.column = address === null ? this.column + 1 : columnOf(address)
    if (this.column >= workbookLimits.columns) throw this.context.tooLarge('columns')
    this.type = tag.attribute('t')
    const style = tag.attribute('s')
    this.style = style === null ? 0 : Number(style)
    this.value = null
    this.formula = null
  }

  /** Of a cell: `v`, `f`, or `is` with its `t`, perhaps in runs. */
  private beginContent(name: string): void {
    if (name === 'rPh') this.phonetic++
    if (this.phonetic > 0) return
    const value = (name === 'v' && this.depth === 5) || (name === 't' && this.depth > 5)
    const formula = name === 'f' && this.depth === 5
    if (value) this.value ??= ''
    if (formula) this.formula ??= ''
    this.target = formula ? 'formula' : 'value'
    this.wantsText = value || formula
  }

  private endCell(): void {
    const cell = this.read()
    if (cell.text === '' && cell.kind === 't') return
    const { texts, column } = this
    this.fillTo(column)
    texts[column] = cell.text
    this.kinds =
      column === this.kinds.length
        ? this.kinds + cell.kind
        : this.kinds.slice(0, column) + cell.kind + this.kinds.slice(column + 1)
    this.hasText = true
  }

  /** Cells that are left out are empty. */
  private fillTo(column: number): void {
    const before = this.texts.length
    if (column < before) return
    this.cells += column + 1 - before
    if (this.cells > workbookLimits.cells) throw this.context.tooLarge('cells')
    for (let at = before; at < column; at++) this.texts.push('')
    if (column > before) this.kinds += 't'.repeat(column - before)
  }

  private endRow(): void {
    if (!this.hasText) return
    const { line, texts: cells } = this
    for (const { column, text } of this.context.merged.into(line, cells, this.kinds)) {
      this.fillTo(column + 1)
      if (column === cells.length) cells.push('')
      if (text !== '') cells[column] = text
      this.kinds = `${this.kinds.slice(0, column)}c${this.kinds.slice(column + 1)}`
    }
    this.rows.push({ line, cells, kinds: this.kinds })
  }

  private read(): SheetCell {
    const { type, value, formula } = this
    // A cell that nobody calculated has no value; one whose formula says nothing has an empty text.
    if (formula !== null && (value === null || (value === '' && type !== 'str')))
      return { text: `=${formula.slice(0, 200).trim()}`, kind: 'f' }
    if (value === null) return empty
    switch (type) {
      case 's': {
        const text = this.context.sharedText(wholeNumber(value))
        if (text === null) throw new BrokenXml('a text that is not there')
        return { text: text.trim(), kind: 't' }
      }
      case 'inlineStr':
      case 'str':
        return { text: plainText(value).trim(), kind: 't' }
      case 'b':
        return { text: value.trim() === '0' || value.trim() === 'false' ? 'FALSE' : 'TRUE', kind: 'b' }
      case 'e':
        return { text: value.trim(), kind: 'e' }
      case 'd':
        return isoCell(value.trim())
      default:
        return this.number(value)
    }
  }

  private number(value: string): SheetCell {
    const number = value.trim() === '' ? Number.NaN : Number(value)
    if (!Number.isFinite(number)) return { text: value.trim(), kind: 't' }
    const look = this.context.styles[this.style]?.(number)
    return look ? numberCell(number, look, this.context.epoch1904) : { text: inFull(number), kind: 'n' }
  }
}

const empty: SheetCell = { text: '', kind: 't' satisfies CellKind }

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0 || text.trim() === '') throw new BrokenXml('no number')
  return number
}

/** The column of an address, from 0: of `AB12`, 27. */
function columnOf(address: string): number {
  let column = 0
  let at = 0
  for (; at < address.length; at++) {
    const letter = address.charCodeAt(at) & 0xdf
    if (letter < 0x41 || letter > 0x5a) break
    column = column * 26 + letter - 0x40
    // An address of thousands of letters: any number past the last column is as good.
    if (column > workbookLimits.columns) return column
  }
  if (at === 0) throw new BrokenXml('no address')
  return column - 1
}
