import { LedgerError } from '../../../errors.ts'
import { workbookLimits } from './limits.ts'
import { type Attributes, type XmlHandler, XmlReader, xmlText } from './xml.ts'
import { tooLarge, type Zip } from './zip.ts'

/** A sheet of rows that people see, and where in the zip it is. */
export interface SheetPart {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
}

export interface WorkbookParts {
  /** In the order of their tabs; charts and macro sheets are none. */
  readonly sheets: readonly SheetPart[]
  readonly epoch1904: boolean
  readonly styles: string | null
  readonly sharedTexts: string | null
}

interface Relation {
  readonly id: string
  /** The last word of its address, which is the same in strict and in ordinary workbooks. */
  readonly type: string
  readonly target: string
}

/** Reads what a workbook consists of. Throws roster.broken-workbook, roster.large-workbook. */
export async function workbookParts(zip: Zip, file: string): Promise<WorkbookParts | null> {
  const root = (await relations(zip, '_rels/.rels', '', file)).find(({ type }) => type === 'officeDocument')?.target
  const workbook = [root, 'xl/workbook.xml'].find((name) => name !== undefined && zip.size(name) !== null)
  if (workbook === undefined) return null
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1)
  const related = await relations(zip, `${folder}_rels/${workbook.slice(folder.length)}.rels`, folder, file)
  const target = (type: string) =>
    related.find((relation) => relation.type === type && zip.size(relation.target) !== null)?.target ?? null
  const list = new SheetListHandler()
  await hear(zip, workbook, list, file)
  const sheets = list.sheets.flatMap(({ name, id, hidden }) => {
    const found = related.find((relation) => relation.id === id)
    return found?.type === 'worksheet' ? [{ name, part: found.target, hidden }] : []
  })
  return { sheets, epoch1904: list.epoch1904, styles: target('styles'), sharedTexts: target('sharedStrings') }
}

/** Gives a handler a whole part that is small by nature. */
async function hear(zip: Zip, part: string, handler: XmlHandler, file: string): Promise<void> {
  if ((zip.size(part) ?? 0) > workbookLimits.listMegabytes * 1_000_000) throw tooLarge(file, 'listMegabytes')
  const reader = new XmlReader(handler)
  for await (const text of xmlText(zip.read(part))) reader.write(text)
  reader.end()
}

async function relations(zip: Zip, part: string, folder: string, file: string): Promise<readonly Relation[]> {
  const found: Relation[] = []
  if (zip.size(part) === null) return found
  const open = (name: string, tag: Attributes) => {
    if (name !== 'Relationship' || tag.attribute('TargetMode') === 'External') return
    const [id, type, target] = [tag.attribute('Id'), tag.attribute('Type'), tag.attribute('Target')]
    if (id !== null && type !== null && target !== null)
      found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: partAt(folder, target) })
  }
  await hear(zip, part, { open, close: () => {}, text: () => {}, wantsText: false }, file)
  return found
}

/** Where a target is: from the top of the zip when it begins with a slash, else beside the part that names it. */
function partAt(folder: string, target: string): string {
  const plain = target.replaceAll('\\', '/')
  const steps: string[] = []
  for (const step of (plain.startsWith('/') ? plain : folder + plain).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** Hears `workbook.xml`. */
class SheetListHandler implements XmlHandler {
  readonly wantsText = false
  readonly sheets: { name: string; id: string; hidden: boolean }[] = []
  epoch1904 = false

  open(name: string, tag: Attributes): void {
    if (name === 'workbookPr') this.epoch1904 = /^(1|true|on)$/i.test(tag.attribute('date1904') ?? '')
    if (name !== 'sheet') return
    const state = tag.attribute('state')
    this.sheets.push({
      name: tag.attribute('name') ?? '',
      id: tag.attribute('id') ?? '',
      hidden: state === 'hidden' || state === 'veryHidden',
    })
  }

  close(): void {}
  text(): void {}
}

/** What a zip is that is no workbook of rows: one of the older or other kinds, or a file that somebody packed. */
export function otherZip(zip: Zip, file: string): LedgerError {
  const has = (pattern: RegExp) => zip.names.some((name) => pattern.test(name))
  if (has(/^xl\/workbook\.bin$/i)) return new LedgerError('roster.old-workbook', { file, kind: 'xlsb' })
  if (has(/^content\.xml$/) && has(/^meta-inf\/manifest\.xml$/i))
    return new LedgerError('roster.old-workbook', { file, kind: 'ods' })
  if (has(/^index\/.*\.iwa$/i) || has(/^index\.zip$/i))
    return new LedgerError('roster.old-workbook', { file, kind: 'numbers' })
  const tables = zip.names.filter((name) => /\.(csv|txt|tsv|xlsx|xls|vcf)$/i.test(name)).slice(0, 3)
  if (tables.length > 0) return new LedgerError('roster.zipped', { file, inside: tables, encrypted: zip.encrypted })
  return new LedgerError(zip.encrypted ? 'roster.protected' : 'roster.broken-workbook', { file })
}
