import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { parseVCards } from 'vcard4-ts'
import { expect, onTestFinished, test } from 'vitest'
import { inspect } from '../../../src/ledger/import/file/encoding.ts'
import { cardFile, cardRows } from '../../../src/ledger/import/file/vcard.ts'
import { type Card, cardsOf, partsOf, textOf } from '../../../src/ledger/import/file/vcard-lines.ts'

/** The rows of a vCard file, each as what its cells say under their headers; empty ones left out. */
async function rowsOf(content: string | Buffer): Promise<Record<string, string | number>[]> {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'contacts.vcf')
  writeFileSync(path, content)
  const source = await inspect(path, 'contacts.vcf', null, null)
  const { headers } = await cardFile(source)
  const found: Record<string, string | number>[] = []
  for await (const batch of cardRows(source, headers))
    for (const { line, cells } of batch)
      found.push({
        line,
        ...Object.fromEntries(headers.map((header, at) => [header, cells[at] ?? '']).filter(([, cell]) => cell !== '')),
      })
  return found
}

const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n')
const android = (...lines: string[]) => card('VERSION:2.1', ...lines)
const iphone = (...lines: string[]) => card('VERSION:3.0', ...lines)
const rfc6350 = (...lines: string[]) => card('VERSION:4.0', ...lines)

test.each<[what: string, content: string, row: Record<string, string>]>([
  [
    'Android 2.1: quoted-printable over soft line breaks',
    android(
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E5=B0=8F=E6=98=8E;;;',
      'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B=E5=B0=8F=E6=98=8E',
      'TEL;CELL:13800138000',
      'NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E8=80=81=E8=8C=B6=E5=AE=A2=EF=',
      '=BC=8C=E5=8F=AA=E8=A6=81=E7=AB=B9=E5=8F=B6=',
      '=E9=9D=92=0D=0A=E5=91=A8=E4=B8=89=E6=9D=A5',
    ),
    { name: '王小明', phone: '13800138000', notes: '老茶客，只要竹叶青\n周三来' },
  ],
  [
    '2.1: family name first, without FN',
    android('N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=E7=8E=8B;=E5=B0=8F=E6=98=8E'),
    { name: '王小明' },
  ],
  [
    '2.1: quoted-printable in GBK',
    android('FN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=CD=F5=D0=A1=C3=F7'),
    { name: '王小明' },
  ],
  [
    '2.1: quoted-printable in GBK that does not say so',
    android('FN;ENCODING=QUOTED-PRINTABLE:=CD=F5=D0=A1=C3=F7'),
    { name: '王小明' },
  ],
  ['2.1: a parameter without its name', android('FN;QUOTED-PRINTABLE:=E7=8E=8B'), { name: '王' }],
  [
    '2.1: a soft break before the end',
    android('FN:A', 'NOTE;ENCODING=QUOTED-PRINTABLE:x='),
    { name: 'A', notes: 'x=' },
  ],
  [
    '2.1: a picture and what follows it',
    android(
      'FN:A',
      'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQ',
      ' AAAQABAAD/2wBDAA',
      'MFBwcHBwcKDRgP',
      '',
      'TEL;CELL:1',
    ),
    { name: 'A', phone: '1' },
  ],
  [
    '2.1: a note of several lines that nobody folded',
    android('FN:A', 'NOTE:one', 'two', 'TEL:1'),
    { name: 'A', notes: 'one\ntwo', phone: '1' },
  ],
  [
    '2.1: Android keeps the nickname in a property of its own',
    android('FN:王小明', 'X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;老王;1;;;;;;;;;;;;;'),
    { name: '王小明', called: '老王' },
  ],
  ['2.1: a birthday', android('FN:A', 'BDAY:1988-05-06'), { name: 'A', birthday: '1988-05-06' }],
  [
    '3.0: an iPhone',
    iphone(
      'PRODID:-//Apple Inc.//iPhone OS 18.0//EN',
      'N:Wang;Xiaoming;;;',
      'FN:Xiaoming Wang',
      'NICKNAME:Old Wang',
      'ORG:Tea\\, Import;Sales',
      'EMAIL;type=INTERNET;type=HOME;type=pref:wang@example.com',
      'item1.TEL;type=pref:021-6329 1234',
      'item1.X-ABLabel:_$!<HomePage>!$_',
      'TEL;type=CELL;type=VOICE:+86 138 0013 8000',
      'item2.ADR;type=HOME;type=pref:;;12 Tea St.;Chengdu;Sichuan;610000;China',
      'item2.X-ABADR:cn',
      'BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-06',
      'IMPP;X-SERVICE-TYPE=WeChat;type=HOME:x-apple:wxm_tea',
      'NOTE:likes green tea\\nnot',
      '  Oolong',
    ),
    {
      name: 'Xiaoming Wang',
      called: 'Old Wang',
      company: 'Tea, Import Sales',
      email: 'wang@example.com',
      phone: '+86 138 0013 8000; 021-6329 1234',
      address: '12 Tea St., 610000 Chengdu, Sichuan, China',
      birthday: '05-06',
      wechat: 'wxm_tea',
      notes: 'likes green tea\nnot Oolong',
    },
  ],
  [
    '3.0: an iPhone with a label of its own',
    iphone(
      'FN:A',
      'item1.IMPP:x-apple:abc',
      'item1.X-ABLabel:微信',
      'item2.TEL:13800138000',
      'item2.X-ABLabel:手机',
      'TEL;type=WORK:02163291234',
    ),
    { name: 'A', wechat: 'abc', phone: '13800138000; 02163291234' },
  ],
  [
    '3.0: a firm',
    iphone('N:;;;;', 'FN:Tea Ltd', 'ORG:Tea Ltd;', 'X-ABShowAs:COMPANY'),
    { name: 'Tea Ltd', kind: 'firm' },
  ],
  ['3.0: a firm without FN', iphone('N:;;;;', 'ORG:茶业公司'), { name: '茶业公司' }],
  [
    '3.0: Chinese address',
    iphone('FN:A', 'ADR:;3单元;春熙路1号;成都市;四川省;610000;中国'),
    { name: 'A', address: '中国四川省成都市春熙路1号3单元 610000' },
  ],
  [
    '3.0: tags',
    iphone('FN:A', 'CATEGORIES:老客,vip,myContacts', 'CATEGORIES:tea'),
    { name: 'A', tags: '老客, vip, tea' },
  ],
  ['3.0: escapes', iphone('FN:A\\, B\\; C\\\\n', 'NOTE:a\\Nb'), { name: 'A, B; C\\n', notes: 'a\nb' }],
  [
    'several e-mails and addresses',
    iphone('FN:A', 'EMAIL:a@x.cn', 'EMAIL;TYPE=pref:b@x.cn', 'ADR:;;S1;;;;', 'ADR:;;S2;;;;'),
    { name: 'A', email: 'b@x.cn', address: 'S1', notes: 'a@x.cn\nS2' },
  ],
  [
    'what no column holds keeps its name',
    iphone('FN:A', 'TITLE:Chef', 'URL:https://a.cn', 'X-QQ:123'),
    { name: 'A', title: 'Chef', url: 'https://a.cn', 'x-qq': '123' },
  ],
  [
    '4.0',
    rfc6350(
      'KIND:org',
      'FN:Tea Ltd',
      'TEL;VALUE=uri;PREF=2;TYPE="voice,work":tel:+86-21-6329-1234;ext=5',
      'TEL;VALUE=uri;PREF=1;TYPE="cell":tel:+8613800138000',
      'X-WECHAT:tea',
      'BDAY:19880506',
    ),
    {
      name: 'Tea Ltd',
      kind: 'firm',
      phone: '+8613800138000; +86-21-6329-1234 x5',
      wechat: 'tea',
      birthday: '1988-05-06',
    },
  ],
  ['4.0: a person is said nothing of', rfc6350('KIND:individual', 'FN:A'), { name: 'A' }],
  ['4.0: a group is no customer', rfc6350('KIND:group', 'FN:A'), { name: 'A', kind: 'group' }],
  [
    '4.0: a label with a colon',
    rfc6350('FN:A', 'ADR;LABEL="No. 1: Tea St.":;;;;;;'),
    { name: 'A', address: 'No. 1: Tea St.' },
  ],
  [
    'the same number twice',
    android('FN:A', 'TEL;CELL:138 0013 8000', 'TEL;HOME:+86-138-0013-8000'),
    { name: 'A', phone: '138 0013 8000' },
  ],
  [
    'short numbers and faxes come last',
    android('FN:A', 'TEL;PREF:8001', 'TEL;FAX:02163291234', 'TEL;HOME:02163295678', 'TEL;CELL:13800138000'),
    { name: 'A', phone: '13800138000; 02163295678; 02163291234; 8001' },
  ],
  [
    'a Chinese mobile under work',
    android('FN:A', 'TEL;HOME:02163295678', 'TEL;WORK:13800138000,,123'),
    { name: 'A', phone: '13800138000; 02163295678' },
  ],
])('%s', async (_, content, row) => {
  expect(await rowsOf(content)).toEqual([{ line: 1, ...row }])
})

test.each([
  ['1988-05-06', '1988-05-06'],
  ['19880506', '1988-05-06'],
  ['--0506', '05-06'],
  ['--05-06', '05-06'],
  ['1988-05-06T00:00:00Z', '1988-05-06'],
  ['19880506T093000', '1988-05-06'],
  ['1604-05-06', '05-06'],
  ['0000-05-06', '05-06'],
  ['lunar:04-18', 'lunar:04-18'],
  ['农历四月十八', '农历四月十八'],
])('BDAY:%s', async (written, birthday) => {
  expect((await rowsOf(iphone('FN:A', `BDAY:${written}`)))[0]?.['birthday']).toBe(birthday)
})

test.each(['1988', '1988-05', '---06', '--05'])('BDAY:%s is no day: it goes to the notes', async (written) => {
  expect(await rowsOf(rfc6350('FN:A', `BDAY:${written}`))).toEqual([{ line: 1, name: 'A', notes: `BDAY ${written}` }])
})

test('every card is a row with the line it begins on, whatever ends the lines', async () => {
  const file = [
    android('FN:A', 'PHOTO;ENCODING=BASE64:AAAA', ' BBBB', ''),
    iphone('FN:B'),
    '\r\n\r\n',
    rfc6350('FN:C'),
  ].join('')
  for (const end of ['\r\n', '\n', '\r']) {
    expect(await rowsOf(`\ufeff${file.replaceAll('\r\n', end)}`)).toEqual([
      { line: 1, name: 'A' },
      { line: 8, name: 'B' },
      { line: 14, name: 'C' },
    ])
  }
})

test('a file in GBK', async () => {
  expect(
    await rowsOf(
      Buffer.concat([
        Buffer.from('BEGIN:VCARD\nVERSION:2.1\nFN:'),
        Buffer.from([0xcd, 0xf5, 0xd0, 0xa1, 0xc3, 0xf7]),
        Buffer.from('\nEND:VCARD\n'),
      ]),
    ),
  ).toEqual([{ line: 1, name: '王小明' }])
})

test.each<[string, string, number]>([
  ['cut off', 'BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nFN:B\n', 4],
  ['a card inside another', 'BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\n', 1],
  ['a card that did not begin', 'BEGIN:VCARD\nEND:VCARD\nFN:B\nEND:VCARD\n', 3],
])('%s is refused whole', async (_, content, line) => {
  await expect(rowsOf(content)).rejects.toMatchObject({
    code: 'roster.broken-card',
    facts: { file: 'contacts.vcf', line },
  })
})

test('vCard 4.0 is read as vcard4-ts reads it', async () => {
  const text = fc
    .string({
      unit: fc.constantFrom('a', 'B', ' ', '王', '😀', ',', ';', ':', '\\', '\n', '"', '='),
      minLength: 1,
      maxLength: 90,
    })
    .filter((one) => one.trim() === one && one !== '')
  await fc.assert(
    fc.asyncProperty(
      text,
      text,
      text,
      fc.array(text, { minLength: 1, maxLength: 3 }),
      fc.nat({ max: 75 }),
      async (name, note, street, tags, width) => {
        const escaped = (one: string) => one.replace(/[\\,;]/g, '\\$&').replaceAll('\n', '\\n')
        const written = [
          `FN:${escaped(name)}`,
          `NOTE;LANGUAGE="zh:x":${escaped(note)}`,
          `ADR:;;${escaped(street)};;;;`,
          `CATEGORIES:${tags.map(escaped).join(',')}`,
        ]
        const folded = written.map((line) =>
          [...line]
            .map((character, at) => (at > 0 && at % (width + 20) === 0 ? `\r\n ${character}` : character))
            .join(''),
        )
        const file = rfc6350(...folded)
        const theirs = parseVCards(file).vCards?.[0]
        const ours = (await cardsOf(pieces(file), 'x.vcf').next()).value as Card
        const property = (wanted: string) => ours.properties.find((one) => one.name === wanted) ?? expect.fail(wanted)
        expect(textOf(property('FN'))).toBe(theirs?.FN[0]?.value)
        expect(textOf(property('NOTE'))).toBe(theirs?.NOTE?.[0]?.value)
        expect(partsOf(property('ADR'))[2]).toBe(theirs?.ADR?.[0]?.value.streetAddress?.join(','))
        expect(partsOf(property('CATEGORIES'), ',')).toEqual(theirs?.CATEGORIES?.[0]?.value)
      },
    ),
    { numRuns: 300 },
  )
})

async function* pieces(text: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
}
