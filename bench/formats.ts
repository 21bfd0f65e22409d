// Every known format at 200,000 rows: how long it takes to recognise its file, rows a second, and the most memory the
// import takes, each in a process of its own; `npm run build` first. The rows are those of the fixtures over and over,
// under numbers of their own, as CSV. BENCH_ROWS names another size, BENCH_ONLY a part of the names.
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Row } from '../src/ledger/import/file/csv.ts'
import { openTable, rowsIn } from '../src/ledger/import/file/table.ts'
import { formats } from '../src/ledger/import/format/formats.ts'
import { headingKey } from '../src/ledger/import/format/heading.ts'
import { type Recognised, recognise } from '../src/ledger/import/format/recognise.ts'
import type { FileFormat, FormatValue } from '../src/ledger/import/format/schema.ts'
import { median } from './measure.ts'

const size = Number(process.env['BENCH_ROWS'] ?? 200_000)
const only = process.env['BENCH_ONLY'] ?? ''
const program = process.env['BENCH_PROGRAM'] ?? fileURLToPath(new URL('../bin/regulars.js', import.meta.url))
const fixtures = fileURLToPath(new URL('../tests/rosters/formats/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'))
const at = (name: string) => join(folder, name)

const shops: Readonly<Record<string, string>> = {
  square: 'USD US America/New_York',
  amazon: 'USD US America/New_York',
  toast: 'USD US America/New_York',
  shopify: 'EUR NL Europe/Amsterdam',
  woo: 'EUR NL Europe/Amsterdam',
  stripe: 'EUR NL Europe/Amsterdam',
  paypal: 'EUR NL Europe/Amsterdam',
  loyverse: 'PHP PH Asia/Manila',
  outlook: 'GBP GB Europe/London',
}

interface Fixture {
  readonly format: FileFormat
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly milliseconds: number
}

async function fixtureOf(name: string): Promise<Fixture | null> {
  const wishes = { encoding: null, delimiter: null, sheet: null }
  let table = await openTable(join(fixtures, name), name, 'customers', wishes)
  if (table.form === 'cards') return null
  let rows = await allRows(table)
  let { found } = recognise(rows, formats)
  if (found.length === 0 && table.form === 'workbook')
    for (const sheet of table.about.otherSheets) {
      table = await openTable(join(fixtures, name), name, 'customers', { ...wishes, sheet })
      rows = await allRows(table)
      found = recognise(rows, formats).found
      if (found.length > 0) break
    }
  const [one] = found as Recognised[]
  if (!one) throw new Error(`${name}: no format`)
  const took = Array.from({ length: 30 }, () => {
    const began = performance.now()
    recognise(rows, formats)
    return performance.now() - began
  })
  const headings = rows[one.header]?.cells ?? []
  const data = rows.slice(one.header + 1).map(({ cells }) => cells)
  return {
    format: one.format,
    headings,
    rows: data.filter((cells) => cells.length >= headings.length / 2),
    milliseconds: median(took),
  }
}

async function allRows(table: Awaited<ReturnType<typeof openTable>>): Promise<Row[]> {
  const all: Row[] = []
  for await (const rows of rowsIn(table)) all.push(...rows)
  return all
}

function headingsOf(value: FormatValue | undefined): string[] {
  if (value === undefined) return []
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap((one) => headingsOf(one as FormatValue))
  if ('of' in value) return [...value.of]
  if ('join' in value) return value.join.flatMap((one) => headingsOf(one))
  if ('name' in value) return Object.values(value.name).flatMap((some) => some ?? [])
  return []
}

/** Whether a column is a number of its own, which further rows must not share. */
function numbered({ columns, refund, pairs, payer, kind }: FileFormat): ReadonlySet<string> {
  const ids = [
    ...headingsOf(columns.ref),
    // A refund that names no sale is of one alike: a shop sells many things.
    ...headingsOf(columns.item),
    ...headingsOf(refund?.of),
    ...headingsOf(refund?.ref),
    ...headingsOf(pairs?.ref),
    ...headingsOf(columns.code),
    ...(kind === 'customers'
      ? [...headingsOf(payer?.key), ...headingsOf(columns.name), ...headingsOf(columns.email)]
      : []),
  ]
  return new Set(ids.map(headingKey))
}

const days: readonly (readonly [RegExp, (found: RegExpExecArray) => string, (day: Date) => string])[] = [
  [/(\d{4})-(\d\d)-(\d\d)/, ([, y, m, d]) => `${y}-${m}-${d}`, (day) => day.toISOString().slice(0, 10)],
  [
    /(\d{1,2})\/(\d{1,2})\/(\d\d)(?!\d)/,
    ([, m = '', d = '', y]) => `20${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
    (day) => `${day.getUTCMonth() + 1}/${day.getUTCDate()}/${day.getUTCFullYear() % 100}`,
  ],
]

/** A day that comes so many days before: a shop does not sell all it sells on one day. */
function earlier(cell: string, by: number): string {
  for (const [pattern, iso, written] of days) {
    const found = pattern.exec(cell)
    if (found) return cell.replace(found[0], written(new Date(Date.parse(iso(found)) - by * 86_400_000)))
  }
  return cell
}

function write({ format, headings, rows }: Fixture): void {
  const ids = numbered(format)
  const changed = headings.map((heading) => ids.has(headingKey(heading)))
  const phones = new Set(format.kind === 'customers' ? headingsOf(format.columns.phone).map(headingKey) : [])
  const dropped = headings.map((heading) => phones.has(headingKey(heading)))
  const dated = new Set([...headingsOf(format.columns.on), ...headingsOf(format.refund?.on)].map(headingKey))
  const moved = headings.map((heading) => dated.has(headingKey(heading)))
  const quoted = (cell: string) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const file = openSync(at('file.csv'), 'w')
  let piece = `${headings.map(quoted).join(',')}\n`
  for (let row = 0; row < size; row++) {
    const turn = Math.floor(row / rows.length)
    const cells = rows[row % rows.length] ?? []
    piece += `${cells
      .map((cell, place) =>
        quoted(
          dropped[place]
            ? ''
            : changed[place] && cell.trim() !== ''
              ? `${cell.trim().replace(/^="|"$/g, '')}${turn}`
              : moved[place]
                ? earlier(cell, turn % 300)
                : cell,
        ),
      )
      .join(',')}\n`
    if (piece.length > 1 << 20) {
      writeSync(file, piece)
      piece = ''
    }
  }
  writeSync(file, piece)
  closeSync(file)
}

try {
  console.log(`${'format'.padEnd(22)} recognised        rows/s   peak`)
  for (const name of readdirSync(fixtures).sort()) {
    const fixture = await fixtureOf(name)
    if (!fixture || fixture.format.kind === 'refuse' || !fixture.format.name.includes(only)) continue
    const { format, milliseconds } = fixture
    write(fixture)
    for (const end of ['', '-wal', '-shm']) rmSync(at('shop.db') + end, { force: true })
    const [currency = '', region = '', zone = ''] = (shops[format.service] ?? 'CNY CN Asia/Shanghai').split(' ')
    const words = ['--db', at('shop.db')]
    const init = ['init', '--name', 'Bench', '--currency', currency, '--region', region, '--timezone', zone]
    spawnSync(process.execPath, [program, ...words, ...init, '--quiet'])
    const line = ['import', format.kind, at('file.csv'), '--quiet', '--no-classify', '--from', format.name]
    const began = process.hrtime.bigint()
    const ran = spawnSync(
      '/usr/bin/time',
      ['-o', at('time'), '-f', '%M', process.execPath, program, ...words, ...line],
      {
        encoding: 'utf8',
      },
    )
    const seconds = Number(process.hrtime.bigint() - began) / 1e9
    if (ran.status !== 0 && ran.status !== 3) throw new Error(`${name}: ${ran.error ?? ran.stderr.slice(0, 400)}`)
    const peak = Number(spawnSync('tail', ['-1', at('time')], { encoding: 'utf8' }).stdout) / 1024
    const rate = Math.round(size / seconds).toLocaleString('en')
    const verdict = milliseconds < 5 ? '' : '  MISSED: over 5 ms'
    console.log(
      `${format.name.padEnd(22)} ${milliseconds.toFixed(2).padStart(7)} ms ${rate.padStart(13)}   ` +
        `${Math.round(peak)} MB${verdict}`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
