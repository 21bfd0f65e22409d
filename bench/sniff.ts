// How often the delimiter of a CSV file is found, beside Python's csv.Sniffer, on files whose delimiter people wrote
// down: a checkout of ws-garcia/CSVsniffer, whose folder is the first argument. Any further folders are read too,
// whatever is in them: no file may end in a fault of ours or hang.
//   node bench/sniff.ts FOLDER [FOLDER …]
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LedgerError } from '../src/ledger/errors.ts'
import { openTable, rowsIn } from '../src/ledger/import/file/table.ts'

const [corpus, ...further] = process.argv.slice(2)
if (!corpus) throw new Error('name the folder of a checkout of ws-garcia/CSVsniffer')

const written: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  vslash: '|',
  space: ' ',
  nsign: '#',
}
const parts = [
  { truth: 'CCSV-manual_Dialect_Annotation.txt', files: 'CSV_Wrangling' },
  { truth: 'POLLOCK-dialect_annotations.txt', files: 'CSV' },
  { truth: 'W3C-CSVW-dialect_annotations.txt', files: 'W3C-CSVW' },
] as const

interface Annotated {
  readonly path: string
  readonly delimiter: string
}

function annotated(): Annotated[] {
  return parts.flatMap(({ truth, files }) =>
    readFileSync(join(corpus as string, 'python', 'ground truth', truth), 'utf8')
      .split(/\r?\n/)
      .filter((line) => line.includes('|') && !line.startsWith('file_name|'))
      .map((line) => line.split('|'))
      .map(([name = '', , delimiter = '']) => ({
        path: join(corpus as string, 'python', files, name),
        delimiter: written[delimiter] ?? delimiter,
      }))
      .filter(({ path }) => existsSync(path)),
  )
}

const wishes = { encoding: null, delimiter: null, sheet: null }

/** What is found for a file, and how long its rows took; `fault` is one of ours. */
async function read(
  path: string,
): Promise<{ delimiter: string | null; seconds: number; refused: string | null; fault: string | null }> {
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  let delimiter: string | null = null
  try {
    const table = await openTable(path, path, 'customers', wishes)
    delimiter = table.about.delimiter
    for await (const rows of rowsIn(table)) if (seconds() > 60) throw new Error(`still reading at ${rows[0]?.line}`)
    return { delimiter, seconds: seconds(), refused: null, fault: null }
  } catch (error) {
    if (error instanceof LedgerError) return { delimiter, seconds: seconds(), refused: error.code, fault: null }
    return { delimiter, seconds: seconds(), refused: null, fault: String(error) }
  }
}

const python = `
import csv, sys
for path in sys.stdin.read().split('\\n'):
    with open(path, 'rb') as file: bytes = file.read(1 << 16)
    try: text = bytes.decode('utf-8-sig')
    except UnicodeDecodeError: text = bytes.decode('latin-1')
    try: print(repr(csv.Sniffer().sniff(text).delimiter))
    except csv.Error: print('none')
`

function pythons(files: readonly Annotated[]): readonly string[] | null {
  const ran = spawnSync('python3', ['-c', python], {
    input: files.map(({ path }) => path).join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (ran.error || ran.status !== 0) return null
  return ran.stdout.split('\n').map((line) => (line.startsWith("'") ? line.slice(1, -1).replace('\\t', '\t') : line))
}

function allFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('/.git'))
    .map((entry) => join(entry.parentPath, entry.name))
}

const files = annotated()
let hits = 0
for (const { path, delimiter } of files) {
  const found = await read(path)
  if (found.delimiter === delimiter) hits++
  else if (process.env['BENCH_MISSES']) {
    console.log(
      `  ${path.slice(corpus.length)}: ${JSON.stringify(found.delimiter)}, is ${JSON.stringify(delimiter)} ` +
        `${found.refused ?? ''}`,
    )
  }
}
console.log(`delimiters found: ${hits} of ${files.length}`)
const beside = pythons(files)
if (beside)
  console.log(
    `csv.Sniffer of Python: ${files.filter(({ delimiter }, at) => beside[at] === delimiter).length} of ${files.length}`,
  )

let count = 0
let slowest = { path: '', seconds: 0 }
const faults: string[] = []
const refused = new Map<string, number>()
for (const path of [corpus, ...further].flatMap(allFiles)) {
  const found = await read(path)
  count++
  if (found.fault !== null) faults.push(`${path}: ${found.fault}`)
  if (found.refused !== null) refused.set(found.refused, (refused.get(found.refused) ?? 0) + 1)
  if (found.seconds > slowest.seconds) slowest = { path, seconds: found.seconds }
}
console.log(
  `files read: ${count}, faults of ours: ${faults.length}, slowest ${slowest.seconds.toFixed(1)} s (${slowest.path})`,
)
for (const [code, times] of refused) console.log(`  refused, ${code}: ${times}`)
for (const fault of faults) console.log(`  ${fault}`)
