import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { run } from '../src/program/session.ts'
import type { Output, World } from '../src/world.ts'

export interface Ran {
  readonly exit: number
  readonly out: string
  readonly err: string
}

export interface Shop {
  readonly folder: string
  readonly db: string
  /** Runs a command line as a shell would split it (quotes, no expansions), or its words as they are. */
  regulars(line: string | readonly string[], options?: Partial<Circumstances>): Promise<Ran>
  /** The same with --json, parsed; fails the test when the exit code is not 0. */
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of the JSON
  json<Value = any>(line: string | readonly string[], options?: Partial<Circumstances>): Promise<Value>
}

export interface Circumstances {
  readonly env: Record<string, string>
  readonly stdin: string | Uint8Array
  /** What somebody at a terminal types, key by key: stdin and stderr are that terminal then. */
  readonly keys: string
  /** Columns of a terminal on stdout; without it stdout is a pipe. */
  readonly columns: number
  /** Its lines; with them what is longer goes to a pager, which takes it when it is here. */
  readonly rows: number
  readonly pager: (text: string, pager: string) => boolean
  readonly now: Date
  readonly user: string
  readonly locale: string
  readonly hearer: World['hearer']
  /** The programs of the system; without it there are none. */
  readonly runProgram: NonNullable<World['runProgram']>
}

/** The morning all tests happen on: Saturday 2026-11-21, ten o'clock in Shanghai. */
export const morning = new Date('2026-11-21T02:00:00Z')

/**
 * A shop with a ledger of its own in a temporary folder, gone when the test ends. `found: false` leaves the ledger to
 * be made.
 */
export async function openShop(found: boolean | string = true): Promise<Shop> {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const db = join(folder, 'shop.db')
  const shop: Shop = {
    folder,
    db,
    async regulars(line, options = {}) {
      const out = collector(options.columns, options.rows)
      const err = options.keys === undefined ? collector(options.columns) : screen()
      const exit = await run(typeof line === 'string' ? split(line) : line, world(folder, db, out, err, options))
      return { exit, out: out.text(), err: err.text() }
    },
    async json(line, options) {
      const ran = await shop.regulars([...(typeof line === 'string' ? split(line) : line), '--json'], options)
      if (ran.exit !== 0) throw new Error(`exit ${ran.exit}: ${ran.err}`)
      return JSON.parse(ran.out)
    },
  }
  if (found) {
    const ran = await shop.regulars(typeof found === 'string' ? found : 'init --name Teahouse')
    if (ran.exit !== 0) throw new Error(ran.err)
  }
  return shop
}

function world(
  folder: string,
  db: string,
  stdout: Output,
  stderr: Output,
  {
    env = {},
    stdin = '',
    keys,
    now = morning,
    user = 'owner',
    locale = 'en_CN.UTF-8',
    hearer,
    pager,
    runProgram,
  }: Partial<Circumstances>,
): World {
  mkdirSync(folder, { recursive: true })
  return {
    env: { REGULARS_DB: db, ...env },
    stdin:
      keys === undefined
        ? {
            async *[Symbol.asyncIterator]() {
              yield stdin
            },
          }
        : Object.assign(Readable.from([keys], { objectMode: false }), { isTTY: true }),
    stdout,
    stderr,
    now: () => now,
    user,
    dayIn: (zone) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now),
    timezone: () => 'Asia/Shanghai',
    locale,
    folders: {
      data: join(folder, 'data'),
      config: join(folder, 'config'),
      temporary: folder,
      home: join(folder, 'home'),
    },
    migrations: fileURLToPath(new URL('../migrations/sqlite', import.meta.url)),
    version: '0.0.0-test',
    hearer,
    ...(pager ? { page: pager } : {}),
    ...(runProgram ? { runProgram } : {}),
    platform: 'linux',
    program: ['/usr/bin/node', '/opt/regulars/bin/regulars.js'],
  }
}

function collector(columns: number | undefined, rows?: number): Output & { text(): string } {
  const pieces: string[] = []
  return {
    write: (text) => pieces.push(text),
    text: () => pieces.join(''),
    isTTY: columns !== undefined,
    columns,
    rows,
  }
}

/** A stream, as readline needs one to prompt on. */
function screen(): Output & { text(): string } {
  const pieces: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      pieces.push(String(chunk))
      done()
    },
  })
  return Object.assign(stream, { isTTY: true, columns: 80, text: () => pieces.join('') })
}

/** Splits like a shell: blanks part words, single and double quotes keep them together. */
export function split(line: string): string[] {
  return [...line.matchAll(/(?:[^\s'"]+|'[^']*'|"[^"]*")+/g)].map(([word]) =>
    word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'),
  )
}
