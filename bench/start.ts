// How long a command takes from the shell's prompt to the next, and how much of the processor, beside a bare `node -e
// 0` of the same Node;
// runs interleaved, on 1,000 customers and 10,000 purchases sorted once, and in a shop of three.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { classify } from '../src/ledger/tier/classify.ts'
import { benchDay, makeBigShop, openBench } from './big-shop.ts'
import { keepFindings } from './findings.ts'
import { type Measured, median, ratioTable } from './measure.ts'
import { run, spentByChildren } from './run.ts'

const bin = process.env['BENCH_PROGRAM'] ?? fileURLToPath(new URL('../bin/regulars.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'))
const [db, three] = [join(folder, 'shop.db'), join(folder, 'three.db')]
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 30)

interface Line {
  readonly name: string
  readonly args: readonly string[]
  readonly target?: number
  /** What runs it, where that is not Node. */
  readonly program?: string
}

/** The program as one file, where `npm run build:executable` has made it for this system. */
const executable = fileURLToPath(
  new URL(`../executables/regulars-${process.platform}-${process.arch}`, import.meta.url),
)

const on = (path: string, ...words: string[]) => [bin, ...words, '--db', path, '--today', benchDay]
const lines: readonly Line[] = [
  { name: 'node -e 0', args: ['-e', '0'] },
  { name: '--version', args: [bin, '--version'], target: 1.1 },
  { name: 'help', args: [bin, 'help'], target: 1.6 },
  { name: 'find, nobody', args: on(db, 'find', '13800'), target: 2.1 },
  { name: 'find, eleven', args: on(db, 'find', 'Customer 50'), target: 2.3 },
  { name: 'show', args: on(db, 'show', 'Customer 500'), target: 2.3 },
  { name: 'buy', args: on(db, 'buy', 'Customer 500', '12', 'tea', '--dry-run'), target: 2.3 },
  { name: 'due', args: on(db, 'due'), target: 3.5 },
  { name: 'due, shop of three', args: on(three, 'due'), target: 2.2 },
  { name: 'find, shop of three', args: on(three, 'find', 'Li') },
  { name: 'find, an emoji name', args: on(three, 'find', 'Tea') },
  ...(existsSync(executable)
    ? [
        { name: 'executable: --version', args: ['--version'], program: executable },
        { name: 'executable: find, eleven', args: on(db, 'find', 'Customer 50').slice(1), program: executable },
        { name: 'executable: due', args: on(db, 'due').slice(1), program: executable },
      ]
    : []),
]

async function makeShopOfThree(): Promise<void> {
  for (const words of [
    ['init', '--timezone', 'Asia/Shanghai'],
    ['add', 'Wang'],
    ['add', 'Li'],
    ['add', 'Tea 🍵'],
    ['buy', 'Li', '5', 'tea'],
  ])
    await run(words.join(' '), on(three, ...words))
}

try {
  await makeBigShop(db, { customers: 1000, purchases: 10_000 })
  const book = await openBench(db)
  await classify(book)
  book.store.close()
  await makeShopOfThree()
  const times = lines.map(() => ({ wall: [] as number[], cpu: [] as number[] }))
  spentByChildren()
  for (let round = 0; round < rounds + 3; round++) {
    for (const [at, line] of lines.entries()) {
      const { wall, cpu } = await run(line.name, line.args, line.program)
      // The first rounds fill the code cache and the page cache.
      if (round < 3) continue
      times[at]?.wall.push(wall)
      if (cpu !== null) times[at]?.cpu.push(cpu)
    }
  }
  const mean = ({ cpu }: { readonly cpu: readonly number[] }) => cpu.reduce((sum, one) => sum + one, 0) / cpu.length
  const table = (values: (one: (typeof times)[number]) => number) => {
    const bare = values(times[0] as (typeof times)[number])
    return ratioTable(
      lines.map(({ name, target }, at): Measured => {
        const value = values(times[at] as (typeof times)[number])
        return { name, value, unit: 'ms', ratio: value / bare, ...(target ? { target } : {}) }
      }),
    )
  }
  console.log(`start, by the clock: median of ${rounds} interleaved runs, Node ${process.versions.node}`)
  console.log(table(({ wall }) => median(wall)))
  if (times[0]?.cpu.length) {
    // Hundredths of a second are too coarse for a median.
    console.log('start, by the processor: mean')
    console.log(table(mean))
  }
  const [bare] = times
  keepFindings(
    lines.slice(1).flatMap(({ name, target }, at) => {
      const own = times[at + 1]
      if (!own || !bare) return []
      return {
        name: `start: ${name}`,
        beside: 'a bare `node -e 0`',
        ratio: median(own.wall) / median(bare.wall),
        ...(bare.cpu.length > 0 ? { cpu: mean(own) / mean(bare) } : {}),
        ...(target ? { goal: target } : {}),
      }
    }),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
