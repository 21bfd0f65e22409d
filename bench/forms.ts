// The same 200,000 customers as CSV, as an Excel workbook and as the contacts of a phone: rows a second and the most
// memory an import of each takes, each in a process of its own, runs interleaved; `npm run build` first. BENCH_ROWS
// names another size, BENCH_ROUNDS how often each is run.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rawWorkbook } from '../tests/workbook.ts'
import { median } from './measure.ts'

const size = Number(process.env['BENCH_ROWS'] ?? 200_000)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3)
const program = process.env['BENCH_PROGRAM'] ?? fileURLToPath(new URL('../bin/regulars.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'))
const at = (name: string) => join(folder, name)

const columns = ['code', 'name', 'phone', 'birthday', 'joined', 'tags', 'notes', 'address'] as const
const letters = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华建国志']
let seed = 7
const random = (below: number) => {
  seed = (seed * 1664525 + 1013904223) % 4294967296
  return Math.floor((seed / 4294967296) * below)
}
const letter = () => letters[random(letters.length)] ?? ''
const serialDay = (serial: number) => new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10)

const customers = Array.from({ length: size }, (_, row) => ({
  code: `V${String(row).padStart(6, '0')}`,
  name: letter() + letter() + letter(),
  phone: `1${3 + random(7)}${String(row).padStart(9, '0')}`,
  birthday: 20_000 + random(16_000),
  joined: 44_200 + random(1700),
  tags: ['老茶客', 'VIP', '批发', '新'][random(4)] as string,
  notes: `note ${random(1_000_000)} 竹叶青`,
  address: `成都市春熙路${random(100_000)}号`,
}))

function csv(): string {
  const lines = customers.map(({ birthday, joined, ...rest }) =>
    columns
      .map((column) =>
        column === 'birthday' ? serialDay(birthday) : column === 'joined' ? serialDay(joined) : rest[column],
      )
      .join(','),
  )
  return `${columns.join(',')}\n${lines.join('\n')}\n`
}

function xlsx(): Buffer {
  const texts = new Map<string, number>()
  const shared = (text: string) => {
    const known = texts.get(text)
    if (known !== undefined) return known
    texts.set(text, texts.size)
    return texts.size - 1
  }
  const cell = (place: string, value: string) => `<c r="${place}" t="s"><v>${shared(value)}</v></c>`
  const rowOf = (line: number, cells: readonly string[]) => `<row r="${line}" spans="1:8">${cells.join('')}</row>`
  const header = rowOf(
    1,
    columns.map((column, place) => cell(`${'ABCDEFGH'[place]}1`, column)),
  )
  const rows = customers.map(({ code, name, phone, birthday, joined, tags, notes, address }, row) => {
    const line = row + 2
    return rowOf(line, [
      cell(`A${line}`, code),
      cell(`B${line}`, name),
      `<c r="C${line}"><v>${phone}</v></c><c r="D${line}" s="1"><v>${birthday}</v></c><c r="E${line}" ` +
        `s="1"><v>${joined}</v></c>`,
      cell(`F${line}`, tags),
      cell(`G${line}`, notes),
      cell(`H${line}`, address),
    ])
  })
  return rawWorkbook(header + rows.join(''), {
    'xl/sharedStrings.xml': `<sst>${[...texts.keys()].map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
  })
}

function vcf(): string {
  const card = ({ name, phone, birthday, tags, notes, address }: (typeof customers)[number]) =>
    `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nTEL;TYPE=CELL:${phone}\r\nBDAY:${serialDay(birthday)}\r\nCATEGORIES:${tags}\r\nNOTE:${notes}\r\nADR:;;${address};;;;\r\nEND:VCARD\r\n`
  return customers.map(card).join('')
}

const forms = { 'members.csv': csv, 'members.xlsx': xlsx, 'members.vcf': vcf }

try {
  const runs = new Map<string, { seconds: number; peak: number }[]>()
  for (const [name, write] of Object.entries(forms)) writeFileSync(at(name), write())
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(forms)) {
      for (const end of ['', '-wal', '-shm']) rmSync(at('shop.db') + end, { force: true })
      const line = [program, '--db', at('shop.db'), 'import', 'customers', at(name), '--quiet', '--no-classify']
      const began = process.hrtime.bigint()
      const ran = spawnSync('/usr/bin/time', ['-o', at('time'), '-f', '%M', process.execPath, ...line], {
        encoding: 'utf8',
      })
      if (ran.status !== 0) throw new Error(`${name}: ${ran.error ?? ran.stderr}`)
      const peak = Number(spawnSync('tail', ['-1', at('time')], { encoding: 'utf8' }).stdout) / 1024
      runs.set(name, [...(runs.get(name) ?? []), { seconds: Number(process.hrtime.bigint() - began) / 1e9, peak }])
    }
  }
  for (const [name, some] of runs) {
    const rate = Math.round(size / median(some.map(({ seconds }) => seconds)))
    const peak = Math.round(Math.max(...some.map(({ peak }) => peak)))
    const megabytes = Math.round(statSync(at(name)).size / 1e6)
    console.log(
      `${name.padEnd(14)} ${String(megabytes).padStart(3)} MB  ${rate.toLocaleString('en').padStart(8)} rows/s   ` +
        `peak ${peak} MB`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
