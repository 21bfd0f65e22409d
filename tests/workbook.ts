import { crc32, deflateRawSync } from 'node:zlib'

/** What a cell of a made-up workbook holds: text, a number, or a number with a format (a built-in id or a template). */
export type Cell =
  | string
  | number
  | boolean
  | null
  | { readonly value: number | string; readonly format: number | string }

/** An .xlsx file as Excel lays one out: sheets of rows; a row that is null is left out. */
export function workbook(
  sheets: Readonly<Record<string, readonly (readonly Cell[] | null)[]>>,
  { epoch1904 = false } = {},
): Buffer {
  const strings: string[] = []
  const formats: (number | string)[] = [0]
  const names = Object.keys(sheets)
  const files = Object.values(sheets).map(
    (rows, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(rows, strings, formats)] as const,
  )
  const sheetsXml = names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  const relations = [
    ...names.map((_, at) => relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
    relation(names.length + 1, 'sharedStrings', 'sharedStrings.xml'),
    relation(names.length + 2, 'styles', 'styles.xml'),
  ]
  const texts = () => strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
  return zip([
    [
      '[Content_Types].xml',
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ],
    [
      'xl/workbook.xml',
      '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
        `xmlns:r="r">${epoch1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${sheetsXml.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      '<?xml version="1.0"?><Relationships ' +
        `xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    ],
    ...files,
    ['xl/sharedStrings.xml', `<?xml version="1.0"?><sst>${texts().join('')}</sst>`],
    ['xl/styles.xml', stylesXml(formats)],
  ])
}

function relation(id: number, type: string, target: string): string {
  return (
    `<Relationship Id="rId${id}" ` +
    `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  )
}

function sheetXml(rows: readonly (readonly Cell[] | null)[], strings: string[], formats: (number | string)[]): string {
  const cellXml = (cell: Cell, ref: string): string => {
    if (cell === null) return ''
    if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`
    if (typeof cell === 'boolean') return `<c r="${ref}" t="b"><v>${cell ? 1 : 0}</v></c>`
    if (typeof cell === 'string') return `<c r="${ref}" t="s"><v>${strings.push(cell) - 1}</v></c>`
    return `<c r="${ref}" s="${formats.push(cell.format) - 1}"><v>${cell.value}</v></c>`
  }
  const body = rows.map((cells, row) => {
    if (cells === null) return ''
    const inside = cells.map((cell, at) => cellXml(cell, `${String.fromCharCode(65 + at)}${row + 1}`))
    return `<row r="${row + 1}">${inside.join('')}</row>`
  })
  return (
    '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<sheetData>${body.join('')}</sheetData></worksheet>`
  )
}

function stylesXml(formats: readonly (number | string)[]): string {
  const own = formats.flatMap((format, at) =>
    typeof format === 'string' ? [`<numFmt numFmtId="${200 + at}" formatCode="${escaped(format)}"/>`] : [],
  )
  const styles = formats.map(
    (format, at) => `<xf numFmtId="${typeof format === 'string' ? 200 + at : format}" xfId="0" applyNumberFormat="1"/>`,
  )
  return (
    `<?xml version="1.0"?><styleSheet><numFmts count="${own.length}">${own.join('')}</numFmts><cellStyleXfs><xf ` +
    `numFmtId="0"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`
  )
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** The parts of a workbook of one sheet, as they are written; what is given replaces or joins them. */
export function rawWorkbook(sheetData: string, parts: Readonly<Record<string, string>> = {}): Buffer {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relations = [
    relation(1, 'worksheet', 'worksheets/sheet1.xml'),
    relation(2, 'sharedStrings', 'sharedStrings.xml'),
    relation(3, 'styles', 'styles.xml'),
  ]
  const data = sheetData.includes('<sheetData') ? sheetData : `<sheetData>${sheetData}</sheetData>`
  const whole: Record<string, string> = {
    '_rels/.rels':
      `<Relationships><Relationship Id="r1" Type="${office}/officeDocument" ` +
      'Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet>${data}</worksheet>`,
    'xl/sharedStrings.xml': '<sst/>',
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    ...parts,
  }
  return zip(Object.entries(whole))
}

/** A zip of deflated files. */
export function zip(files: readonly (readonly [name: string, content: string | Buffer])[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of files) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const title = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(plain), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(plain.length, 18)
    common.writeUInt16LE(title.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, title, packed])
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, title]))
    locals.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...locals, listed, Buffer.from('PK\x05\x06', 'latin1'), end])
}
