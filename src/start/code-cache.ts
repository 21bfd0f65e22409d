import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Script } from 'node:vm'

/** Where the code of a start is kept and found again: the same verb of the same build runs the same code. */
export interface CodePlace {
  /** In which nobody but who starts the program writes: what lies there is run. */
  readonly folder: string
  readonly verb: string
  readonly build: string
}

/**
 * Loads pieces of `dist/` as `require` does, each with what V8 had compiled of it by the end of the last start with the
 * same verb: compiling a thousand functions anew is the largest part of a start (bench/start.ts). Node's own compile
 * cache keeps a file as it is before it runs.
 */
export class CodeCache {
  private readonly file: string
  private readonly known: KeptCode
  private readonly scripts = new Map<string, Script>()
  private readonly loaded = new Map<string, { exports: unknown }>()
  private readonly others: NodeJS.Require
  private stale = false

  constructor(
    private readonly pieces: string,
    private readonly place: CodePlace,
  ) {
    this.file = join(place.folder, `${place.verb}-${place.build}`)
    this.known = readCode(this.file)
    this.others = createRequire(join(pieces, 'main.cjs'))
  }

  /** The exports of a piece, `./session.cjs`; what is no piece is required as ever. */
  readonly load = (asked: string): unknown => {
    if (!asked.startsWith('./')) return this.others(asked)
    const already = this.loaded.get(asked)
    if (already) return already.exports
    const filename = join(this.pieces, asked)
    const cachedData = this.known.code.get(asked)
    // A piece is ASCII: read as Latin 1 it takes a byte a letter.
    const text = `(function(exports,require,module,__filename,__dirname){${readFileSync(filename, 'latin1')}\n})`
    const script = new Script(text, { filename, ...(cachedData ? { cachedData } : {}) })
    // V8 refuses what another version of it compiled, or under other flags. Where it took the first piece, flags have
    // changed since (book/v8-flags.ts): what is kept of the others is good for a start that has not come so far.
    this.stale ||= cachedData === undefined || (this.scripts.size === 0 && script.cachedDataRejected === true)
    this.scripts.set(asked, script)
    const module = { exports: {} as unknown }
    this.loaded.set(asked, module)
    script.runInThisContext()(module.exports, this.load, module, filename, this.pieces)
    return module.exports
  }

  /**
   * Keeps the code of this start for the next, where there was none, or that of a start which said less than half as
   * much: who found nobody did not run what shows customers. To be called when the work is done.
   */
  keep(said: number): void {
    if (!this.stale && said <= 2 * this.known.said) return
    try {
      sweep(this.place)
      writeCode(
        this.file,
        [...this.scripts].map(([name, script]) => [name, script.createCachedData()]),
        said,
      )
    } catch {
      // A full disk: a start without it is slower, and as right.
    }
  }
}

const week = 7 * 24 * 60 * 60 * 1000

/**
 * What other builds left goes a week after it was written: two that are used side by side leave each other alone for so
 * long.
 */
function sweep({ folder, build }: CodePlace): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (!name.endsWith(`-${build}`) && statSync(path).mtimeMs < performance.timeOrigin - week)
      rmSync(path, { recursive: true, force: true })
  }
}

/**
 * A line that says what follows, then the code, twice. Whole and on the disk before it has its name: V8 does not look
 * at what it runs, and ends with the process where a block of it is not what it was.
 */
function writeCode(path: string, code: readonly (readonly [string, Buffer])[], said: number): void {
  const all = Buffer.concat(code.map(([, data]) => data))
  const unfinished = `${path}.${process.pid}`
  const file = openSync(unfinished, 'w', 0o600)
  try {
    writeSync(file, `${JSON.stringify({ code: code.map(([name, { length }]) => [name, length]), said })}\n`)
    for (const copy of [all, all]) writeSync(file, copy)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(unfinished, path)
}

/** The code of each piece, by a start that printed so many bytes. */
interface KeptCode {
  readonly code: ReadonlyMap<string, Buffer>
  readonly said: number
}

/** Nothing where there is none, or it is not what was written. */
function readCode(path: string): KeptCode {
  const code = new Map<string, Buffer>()
  try {
    const found = readFileSync(path)
    const end = found.indexOf('\n') + 1
    const head = JSON.parse(found.toString('latin1', 0, end)) as { code: [string, number][]; said: number }
    const length = head.code.reduce((sum, [, one]) => sum + one, 0)
    const all = found.subarray(end, end + length)
    // Comparing two is a tenth of what a sum over every byte would cost.
    if (!all.equals(found.subarray(end + length))) return { code, said: 0 }
    let from = 0
    for (const [name, length] of head.code) {
      code.set(name, all.subarray(from, from + length))
      from += length
    }
    return { code, said: head.said }
  } catch {
    // The first start with this verb.
    return { code, said: 0 }
  }
}
