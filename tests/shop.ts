import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { run } from '../src/program/session.ts'
import { zoneOf } from '../src/store/files/places.ts'
import type { Output, World } from '../src/world.ts'
import { server } from './postgres/ledger.ts'

export interface Ran {
  readonly exit: number
  readonly out: string
  readonly err: string
  /** What somebody reads of it: stdout, and after it stderr. */
  readonly said: string
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
  /** What the system is told of its time zone; without it Shanghai's. */
  readonly TZ: string
  readonly hearer: World['hearer']
  /** Whose settings count; without it everybody's. */
  readonly believed: readonly number[] | undefined
  /** The programs of the system; without it there are none. */
  readonly runProgram: NonNullable<World['runProgram']>
  /** The system it runs on; without it Linux. */
  readonly platform: string
  readonly startProgram: NonNullable<World['startProgram']>
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
  const db = server === null ? join(folder, 'shop.db') : await server.ledger()
  const shop: Shop = {
    folder,
    db,
    async regulars(line, options = {}) {
      const out = collector(options.columns, options.rows)
      const err = options.keys === undefined ? collector(options.columns) : screen(options.columns)
      const exit = await run(typeof line === 'string' ? split(line) : line, world(folder, db, out, err, options))
      const ran = { exit, out: out.text(), err: err.text() }
      // Beside the three by which runs are compared.
      return Object.defineProperty(ran, 'said', { value: ran.out + ran.err }) as Ran
    },
    async json(line, options) {
      const ran = await shop.regulars([...(typeof line === 'string' ? split(line) : line), '--json'], options)
      if (ran.exit !== 0) throw new Error(`exit ${ran.exit}: ${ran.err}`)
      return JSON.parse(ran.out)
    },
  }
  if (found) await begin(shop, typeof found === 'string' ? found : 'init --name Teahouse')
  return shop
}

interface Kept {
  readonly bytes: Buffer
  readonly uuid: string
}

/** Ledgers as they are just after a line that began them. */
const begun = new Map<string, Kept>()

/** A ledger begun by this line: made once, and for the next shop the same file with a uuid of its own. */
async function begin(shop: Shop, line: string): Promise<void> {
  const like = begun.get(line)
  if (like) return put(shop, like)
  const ran = await shop.regulars(line)
  if (ran.exit !== 0) throw new Error(ran.err)
  // One that was put elsewhere, or into which more came than a beginning, is made each time.
  if (/^init\b/.test(line) && existsSync(shop.db)) begun.set(line, keep(shop))
}

/**
 * The same shop for every test of a file that asks for it: built once by `build`, and from then on a copy of its ledger
 * with a uuid of its own. What else `build` puts into its folder is not there.
 */
export function copied<Told extends readonly unknown[]>(
  build: (...told: Told) => Promise<Shop>,
): (...told: Told) => Promise<Shop> {
  const built = new Map<string, Kept>()
  return async (...told) => {
    const key = JSON.stringify(told)
    if (server) return build(...told)
    const like = built.get(key)
    const shop = like ? await openShop(false) : await build(...told)
    if (like) put(shop, like)
    else built.set(key, keep(shop))
    return shop
  }
}

function keep({ db }: Shop): Kept {
  const file = new Database(db, { readonly: true })
  const uuid = file.prepare(`select value from ledger where key = 'uuid'`).pluck().get() as string
  file.close()
  return { bytes: readFileSync(db), uuid }
}

function put({ db }: Shop, { bytes, uuid }: Kept): void {
  writeFileSync(db, withUuid(bytes, uuid, crypto.randomUUID()), { mode: 0o600 })
}

function withUuid(bytes: Buffer, was: string, is: string): Buffer {
  const made = Buffer.from(bytes)
  for (let at = made.indexOf(was); at >= 0; at = made.indexOf(was, at + 1)) made.write(is, at, 'latin1')
  return made
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
    TZ = 'Asia/Shanghai',
    hearer,
    believed,
    pager,
    runProgram,
    platform = 'linux',
    startProgram,
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
    dayIn: (zone) => dayIn(zone, now),
    timezone: () => zoneOf({ TZ }, () => 'UTC'),
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
    believed,
    ...(pager ? { page: pager } : {}),
    ...(runProgram ? { runProgram } : {}),
    platform,
    ...(startProgram ? { startProgram } : {}),
    program: ['/usr/bin/node', '/opt/regulars/bin/regulars.js'],
  }
}

/** In a zone that is none it is the day in UTC, as the system's clock has it. */
function dayIn(zone: string, now: Date): string {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now)
  } catch {
    return now.toISOString().slice(0, 10)
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
function screen(columns = 80): Output & { text(): string } {
  const pieces: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      pieces.push(String(chunk))
      done()
    },
  })
  return Object.assign(stream, { isTTY: true, columns, text: () => pieces.join('') })
}

/** Splits like a shell: blanks part words, single and double quotes keep them together. */
export function split(line: string): string[] {
  return [...line.matchAll(/(?:[^\s'"]+|'[^']*'|"[^"]*")+/g)].map(([word]) =>
    word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'),
  )
}
