import { type NumberLook, numberFormat } from './number-format.ts'
import type { Attributes, XmlHandler } from './xml.ts'

/** What the number format of each style of a workbook makes of a number, by the style's place in the file. */
export type Styles = readonly ((value: number) => NumberLook)[]

/** Excel has room for 65,490 styles. */
const most = 100_000

/** Hears `styles.xml`; `styles` is whole when the document is over. */
export class StyleHandler implements XmlHandler {
  readonly wantsText = false
  private readonly codes = new Map<number, string>()
  private readonly ids: number[] = []
  private inCellStyles = false

  get styles(): Styles {
    const formats = new Map<number, (value: number) => NumberLook>()
    return this.ids.map((id) => {
      const format = formats.get(id) ?? numberFormat(id, this.codes.get(id) ?? null)
      formats.set(id, format)
      return format
    })
  }

  open(name: string, tag: Attributes): void {
    if (name === 'cellXfs') this.inCellStyles = true
    else if (name === 'numFmt' && this.codes.size < most)
      this.codes.set(Number(tag.attribute('numFmtId')), tag.attribute('formatCode') ?? '')
    else if (name === 'xf' && this.inCellStyles && this.ids.length < most)
      this.ids.push(Number(tag.attribute('numFmtId') ?? 0))
  }

  close(name: string): void {
    if (name === 'cellXfs') this.inCellStyles = false
  }

  text(): void {}
}
