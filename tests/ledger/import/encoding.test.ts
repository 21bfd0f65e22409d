import { isUtf8 } from 'node:buffer'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { type Encoding, encodingNamed, inspect, textOf } from '../../../src/ledger/import/file/encoding.ts'
import { mendedFolds } from '../../../src/ledger/import/file/folded-characters.ts'
import { openTable, rowsIn } from '../../../src/ledger/import/file/table.ts'

const folder = mkdtempSync(join(tmpdir(), 'regulars-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The bytes of every character an encoding has: its decoder turned round. */
const tables = new Map<string, Map<string, Buffer>>()
function encode(text: string, encoding: string): Buffer {
  const table = tables.get(encoding) ?? tableOf(encoding)
  tables.set(encoding, table)
  return Buffer.concat(
    [...text].map((character) => {
      const bytes = character <= '\x7f' ? Buffer.from(character) : table.get(character)
      if (!bytes) throw new Error(`${encoding} has no ${character}`)
      return bytes
    }),
  )
}

function tableOf(encoding: string): Map<string, Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const table = new Map<string, Buffer>()
  const add = (...bytes: number[]) => {
    try {
      const character = decoder.decode(Buffer.from(bytes))
      if ([...character].length === 1 && !table.has(character)) table.set(character, Buffer.from(bytes))
    } catch {
      // No character.
    }
  }
  for (let lead = 0x80; lead < 0x100; lead++) add(lead)
  if (/^(gb|big5|shift|euc)/.test(encoding))
    for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) add(lead, trail)
  return table
}

async function readText(bytes: Buffer, asked: Encoding | null, region: string | null) {
  const path = join(folder, 'roster.csv')
  writeFileSync(path, bytes)
  const source = await inspect(path, 'roster.csv', asked, region)
  const pieces: Buffer[] = []
  for await (const piece of textOf(source)) pieces.push(piece)
  return { source, text: Buffer.concat(pieces).toString('utf8') }
}

interface Language {
  readonly encodings: readonly string[]
  readonly region: string
  readonly header: string
  readonly names: readonly string[]
}

const words = (text: string) => text.trim().split(/\s*,\s*/)

const languages: Record<string, Language> = {
  German: {
    encodings: ['windows-1252', 'iso-8859-1'],
    region: 'DE',
    header: 'Name,Straße,Größe',
    names: words(
      'Jörg Müller, Günter Schäfer, Käthe Weiß, Jürgen Köhler, Änne Groß, Björn Böhm, Übelacker Söhne, Anna ' +
        'Schmidt, Ruß & Söhne GmbH',
    ),
  },
  French: {
    encodings: ['windows-1252'],
    region: 'FR',
    header: 'Prénom,Téléphone',
    names: words(
      'René Lefèvre, Hélène Crête, François Noël, Zoé Bœuf, Agnès Garçon, Jérôme Pélissier, L’Hôpital Gaël, Élodie ' +
        'Marchand',
    ),
  },
  Spanish: {
    encodings: ['windows-1252'],
    region: 'ES',
    header: 'Teléfono,Año',
    names: words('José Núñez, María Peña, Íñigo Ibáñez, Ángel Güell, Sofía Muñoz, Begoña Martín, Raúl Gómez'),
  },
  Portuguese: {
    encodings: ['windows-1252'],
    region: 'PT',
    header: 'Endereço',
    names: words('João Conceição, Inês Simões, Antônio Guimarães, Lourenço Brandão'),
  },
  Swedish: {
    encodings: ['windows-1252'],
    region: 'SE',
    header: 'Ålder',
    names: words('Åsa Sjöström, Göran Bäckström, Märta Öberg, Jörgen Åkesson'),
  },
  Polish: {
    encodings: ['windows-1250', 'iso-8859-2'],
    region: 'PL',
    header: 'Imię,Płatność',
    names: words(
      'Łukasz Wiśniewski, Małgorzata Dąbrowska, Paweł Zając, Żaneta Źrebiec, Stanisław Wójcik, Agnieszka ' +
        'Gołębiewska, Grażyna Ćwik',
    ),
  },
  Czech: {
    encodings: ['windows-1250', 'iso-8859-2'],
    region: 'CZ',
    header: 'Jméno,Příjmení',
    names: words(
      'Jiří Dvořák, Tomáš Černý, Božena Němcová, Kateřina Šťastná, Zdeněk Růžička, Děťátko Žižka, Ondřej Kučera',
    ),
  },
  Hungarian: {
    encodings: ['windows-1250'],
    region: 'HU',
    header: 'Név,Összeg',
    names: words('Szabó Gergő, Kovács Erzsébet, Tóth Zsófia, Fekete Győző, Szűcs Mária'),
  },
  Turkish: {
    encodings: ['windows-1254'],
    region: 'TR',
    header: 'Adı,Müşteri',
    names: words('Ayşe Yılmaz, İbrahim Şahin, Çağla Öztürk, Oğuz Işık, Gülşen Doğan, Şükrü Kılıç'),
  },
  Russian: {
    encodings: ['windows-1251', 'koi8-r'],
    region: 'RU',
    header: 'Имя,Телефон',
    names: words(
      'Иван Петров, Ольга Кузнецова, Пётр Смирнов, Юлия Щербакова, Фёдор Достоевский, Анна Ёлкина, ООО Ромашка',
    ),
  },
  Greek: {
    encodings: ['windows-1253'],
    region: 'GR',
    header: 'Όνομα,Ποσό',
    names: words('Γιώργος Παπαδόπουλος, Ελένη Νικολάου, Μαρία Κωνσταντίνου, Χρήστος Αθανασίου, Σοφία Βασιλείου'),
  },
  Chinese: {
    encodings: ['gb18030'],
    region: 'CN',
    header: 'card,city',
    names: words(
      '王小明, 李秀兰, 张伟, 欧阳锋, 刘洋, 陈静, 杨洋, 赵敏, 黄磊, 周杰, 吴芳, 徐丽, 孙强, 马超, 朱红, 春熙路茶铺',
    ),
  },
  Traditional: {
    encodings: ['big5'],
    region: 'TW',
    header: 'card,city',
    names: words('陳小明, 林淑芬, 黃志強, 張雅婷, 李美玲, 吳建宏, 劉家豪, 蔡依林, 楊雅雯, 許志明'),
  },
}

const cases = Object.entries(languages).flatMap(([name, language]) =>
  language.encodings.map((encoding) => ({ name, encoding, ...language })),
)
const Chinese = new Set(['gb18030', 'big5', 'gbk'])

/** A roster of so many people, with what else a roster has. */
const rosters = ({ names, header }: Language, fewest: number) =>
  fc
    .record({
      rows: fc.array(fc.tuple(fc.constantFrom(...names), fc.integer({ min: 0, max: 99_999 }), fc.boolean()), {
        minLength: fewest,
        maxLength: 40,
      }),
      own: fc.boolean(),
      delimiter: fc.constantFrom(',', ';', '\t'),
      end: fc.constantFrom('\n', '\r\n'),
      quoted: fc.boolean(),
    })
    .map(({ rows, own, delimiter, end, quoted }) => {
      const lines = rows.map(([name, number, noted]) =>
        [quoted ? `"${name}"` : name, `1${number}`, noted ? 'VIP' : ''].join(delimiter),
      )
      return [own ? header.replaceAll(',', delimiter) : `name${delimiter}code${delimiter}tags`, ...lines, ''].join(end)
    })

test.each(cases)('$name in $encoding is read as it was written in a shop of $region', async (language) => {
  await fc.assert(
    fc.asyncProperty(rosters(language, 12), async (roster) => {
      fc.pre(/[\u0080-\uffff]/.test(roster))
      const { text } = await readText(encode(roster, language.encoding), null, language.region)
      expect(text).toBe(roster)
    }),
    { numRuns: 60 },
  )
})

// KOI8-R is left out: of a few words in it, half are as good as Chinese, and the region decides.
test.each(cases.filter(({ encoding }) => encoding !== 'koi8-r'))(
  '$name in $encoding is never taken for Chinese, nor Chinese for it, wherever the shop is',
  async (language) => {
    await fc.assert(
      fc.asyncProperty(rosters(language, 3), fc.constantFrom('CN', 'DE', 'US', null), async (roster, region) => {
        const lines = roster.split(/\r?\n/)
        // Nor do two or three words of a script of its own.
        fc.pre(new Set(roster.match(/\p{L}*[\u0080-\uffff]\p{L}*/gu)).size >= 4)
        // What says a line of text: two letters beyond ASCII are too few to tell.
        fc.pre((roster.match(/[\u0080-\uffff]/g) ?? []).length >= 4 && lines.length > 3)
        const { source } = await readText(encode(roster, language.encoding), null, region)
        expect(Chinese.has(source.encoding)).toBe(Chinese.has(language.encoding))
      }),
      { numRuns: 80 },
    )
  },
)

test('a guess says so, with the first names as they are read; a mark, UTF-8, a heading, a wish are none', async () => {
  const german = encode('name,phone\nAnna,1\nJörg Müller,2\nKäthe,3\nGünter,4\nÄnne,5\n', 'windows-1252')
  expect((await readText(german, null, 'DE')).source).toMatchObject({
    encoding: 'windows-1252',
    guessed: ['Jörg Müller', 'Käthe', 'Günter'],
  })
  expect((await readText(german, 'windows-1250', 'DE')).source).toMatchObject({ encoding: 'windows-1250', guessed: [] })
  expect((await readText(Buffer.from('name\nJörg\n'), null, 'CN')).source).toMatchObject({
    encoding: 'utf-8',
    guessed: [],
  })
  expect((await readText(encode('会员名单\n\n姓名,手机\n王小明,1\n', 'gb18030'), null, 'DE')).source).toMatchObject({
    encoding: 'gb18030',
    guessed: [],
  })
})

test('where both can be, the region of the shop decides', async () => {
  const bytes = encode('name\n李\n', 'gb18030')
  expect((await readText(bytes, null, 'CN')).text).toContain('李')
  expect((await readText(bytes, null, 'RU')).source.encoding).toBe('windows-1251')
})

test.each<[asked: string, encoding: string, text: string]>([
  ['shift-jis', 'shift_jis', '田中 花子'],
  ['euc-kr', 'euc-kr', '김철수'],
  ['windows-1251', 'windows-1251', 'Иван'],
  ['cp1253', 'windows-1253', 'Ελένη'],
  ['Windows-1255', 'windows-1255', 'שלום'],
  ['windows-1256', 'windows-1256', 'محمد'],
  ['windows-1257', 'windows-1257', 'Žemaitė'],
  ['windows-1252', 'windows-1252', '“Café” € – Œuvre'],
  ['gbk', 'gb18030', '王小明'],
])('--encoding %s', async (asked, encoding, text) => {
  expect(await readText(encode(`name\n${text}\n`, encoding), encodingNamed(asked), 'CN')).toMatchObject({
    text: `name\n${text}\n`,
  })
})

test.each(['constructor', '__proto__', 'toString', 'x'])('an encoding %s there is not', (name) => {
  expect(encodingNamed(name)).toBeNull()
})

const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return big ? bytes.swap16() : bytes
}

test.each([false, true])('UTF-16 with a mark and without one, big end first: %s', async (big) => {
  const text = '姓名,地址\r\n王小明,成都市锦江区春熙路一百二十三号竹叶青茶铺二楼\r\nJörg,\r\n'
  for (const mark of ['', '\ufeff']) {
    expect((await readText(utf16(mark + text, big), null, 'CN')).text).toBe(text)
    expect((await readText(utf16(mark + text, big), mark ? encodingNamed('utf-16') : null, 'CN')).text).toBe(text)
  }
})

test.each<[what: string, bytes: Buffer, line: number]>([
  ['zeros at the end', Buffer.concat([Buffer.from('name\nAnn\n'), Buffer.alloc(64)]), 3],
  ['one zero', Buffer.from('name\nAnn\0\n'), 2],
  ['a zero at the beginning of a line', Buffer.from('name,b\n\0Ann,b\nBea,c\n'), 2],
  ['nothing but zeros', Buffer.alloc(4096), 1],
  ['a zero character in UTF-16', utf16(`\ufeffname\nAnn\nBea\n${'x\n'.repeat(40_000)}a\0\n`, false), 40_004],
])('%s reject the file', async (_, bytes, line) => {
  await expect(readText(bytes, null, 'CN')).rejects.toMatchObject({ code: 'roster.nul', facts: { line } })
})

test('a damaged UTF-8 file is said to be that, not read as something else', async () => {
  const bytes = Buffer.concat([
    Buffer.from('姓名\n王小明\n李秀兰\n张伟\n'),
    Buffer.from([0xe7, 0x8e, 0x0a]),
    Buffer.from('赵敏\n'),
  ])
  await expect(readText(bytes, null, 'CN')).rejects.toMatchObject({
    code: 'roster.undecodable',
    facts: { encoding: 'utf-8' },
  })
  await expect(readText(encode('name\nJörg\n', 'windows-1252'), 'utf-8', 'DE')).rejects.toMatchObject({
    code: 'roster.undecodable',
  })
})

test('cards folded in the middle of a character are whole again, at whatever byte, however pieces fall', async () => {
  const wishes = { encoding: null, delimiter: null, sheet: null }
  const note = '竹叶青'.repeat(30_000)
  for (const shift of [0, 1, 2]) {
    const line = Buffer.from(`NOTE:${'x'.repeat(shift)}${note}`)
    const folded: Buffer[] = []
    for (let at = 0; at < line.length; at += 74) folded.push(line.subarray(at, at + 74))
    const card = Buffer.concat([
      Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:王'),
      Buffer.from('e5b08f', 'hex').subarray(0, 1),
      Buffer.from('\r\n '),
      Buffer.from('e5b08f', 'hex').subarray(1),
      Buffer.from('明\r\n'),
      Buffer.concat(folded.flatMap((piece, at) => (at === 0 ? [piece] : [Buffer.from('\r\n '), piece]))),
      Buffer.from('\r\nEND:VCARD\r\n'),
    ])
    const path = join(folder, 'cards.vcf')
    writeFileSync(path, card)
    const table = await openTable(path, 'cards.vcf', 'customers', wishes)
    const rows = []
    for await (const some of rowsIn(table)) rows.push(...some)
    expect(rows[1]?.cells[0]).toBe('王小明')
    expect(rows[1]?.cells.some((cell) => cell === `${'x'.repeat(shift)}${note}`)).toBe(true)
  }
})

test('a fold in the middle of a character is mended wherever a piece of the file ends', async () => {
  const folded: Buffer[] = []
  const line = Buffer.from(`NOTE:${'竹叶青x茶🍵'.repeat(30)}`)
  for (let at = 0; at < line.length; at += 17) folded.push(line.subarray(at, at + 17), Buffer.from('\r\n '))
  const card = Buffer.concat(folded)
  async function* cutInto(size: number) {
    for (let at = 0; at < card.length; at += size) yield card.subarray(at, at + size)
  }
  for (let size = 1; size <= 100; size++) {
    const mended: Buffer[] = []
    for await (const piece of mendedFolds(cutInto(size))) mended.push(piece)
    const text = Buffer.concat(mended)
    expect(isUtf8(text), `${size} bytes`).toBe(true)
    expect(`${text}`.replaceAll('\r\n ', '')).toBe(`${line}`)
  }
})
