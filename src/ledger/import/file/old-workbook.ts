import { LedgerError } from '../../errors.ts'
import { piecesOfFile } from './file-pieces.ts'
import type { UnknownFile } from './unknown-file.ts'

/** What a compound file holds: the format of Excel before 2007, or a workbook of today behind a password. */
const compound = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
/**
 * How the same begins without a container, as Excel 2 to 4 wrote it and many a till does: its first record, with
 * version and length.
 */
const bare = ['\x09\x00\x04\x00', '\x09\x02\x06\x00', '\x09\x04\x06\x00', '\x09\x08\x08\x00', '\x09\x08\x10\x00']
const encryptedPart = Buffer.from('EncryptedPackage', 'utf16le')

/** Throws roster.old-workbook, roster.protected where the first bytes are of a binary workbook. */
export async function refuseOldWorkbook({ path, file, head }: UnknownFile): Promise<null> {
  const binary = await binaryWorkbook(path, head)
  if (binary === 'protected') throw new LedgerError('roster.protected', { file })
  if (binary !== null) throw new LedgerError('roster.old-workbook', { file, kind: binary })
  return null
}

/** Throws roster.old-workbook where the text is a page, XML or an archived page. */
export async function refusePageOrXml(file: UnknownFile): Promise<null> {
  const kind = markedUpWorkbook(await file.top())
  if (kind !== null) throw new LedgerError('roster.old-workbook', { file: file.file, kind })
  return null
}

/** Throws roster.no-sheet: what is text has none. */
export async function refuseSheetOfText({ file, wishes }: UnknownFile): Promise<null> {
  if (wishes.sheet !== null) throw new LedgerError('roster.no-sheet', { file, asked: wishes.sheet, sheets: [] })
  return null
}

/** A password hides what kind. */
async function binaryWorkbook(path: string, head: string): Promise<'xls' | 'protected' | null> {
  if (bare.some((begin) => head.startsWith(begin))) return 'xls'
  if (!head.startsWith(compound)) return null
  // Where its list of parts stands is anybody's choice: the name is looked for everywhere.
  let tail: Buffer = Buffer.alloc(0)
  for await (const piece of piecesOfFile(path)) {
    const bytes = Buffer.concat([tail, piece])
    if (bytes.includes(encryptedPart)) return 'protected'
    tail = bytes.subarray(Math.max(0, bytes.length - encryptedPart.length))
  }
  return 'xls'
}

/**
 * Many a shop system calls a page, XML or an archived page .xls, and Excel opens it. `top` is the beginning of the file
 * as text.
 */
function markedUpWorkbook(top: string): 'html' | 'xml' | 'mht' | null {
  const text = top.trimStart().slice(0, 2000)
  if (/^mime-version:/i.test(text)) return 'mht'
  if (!/^<(!doctype|html|head|meta|body|style|table|tr|div|\?xml|!--|workbook|ss:workbook)/i.test(text)) return null
  return /^<(\?xml|workbook|ss:workbook)/i.test(text) && !/<html/i.test(text) ? 'xml' : 'html'
}
