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
import { basename, join } from 'node:path'
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
  private readonly loaded = new Map<string, Loaded>()
  private readonly others: NodeJS.Require
  private isRefused = false

  constructor(
    private readonly pieces: string,
    private readonly place: CodePlace,
  ) {
    this.others = createRequire(join(pieces, 'main.cjs'))
  }

  /** The exports of a piece, `./session.cjs`; what is no piece is required as ever. */
  readonly load = (asked: string): unknown => {
    if (!asked.startsWith('./')) return this.others(asked)
    const already = this.loaded.get(asked)
    if (already) return already.module.exports
    const filename = join(this.pieces, asked)
    const kept = readCode(this.fileOf(asked))
    // A piece is ASCII: read as Latin 1 it takes a byte a letter.
    const text = `(function(exports,require,module,__filename,__dirname){${readFileSync(filename, 'latin1')}\n})`
    const script = new Script(text, { filename, ...(kept ? { cachedData: kept.code } : {}) })
    // V8 refuses what another version of it compiled, or under other flags. Where it took the first piece, flags have
    // changed since (book/v8-flags.ts): what is kept of the others is good for a start that has not come so far.
    this.isRefused ||= this.loaded.size === 0 && script.cachedDataRejected === true
    const module = { exports: {} as unknown }
    this.loaded.set(asked, { module, script, kept })
    script.runInThisContext()(module.exports, this.load, module, filename, this.pieces)
    return module.exports
  }

  /**
   * Keeps the code of this start for the next, of each piece where there was none, or that of a start which said less
   * than half as much: who found nobody did not run what shows customers. To be called when the work is done.
   */
  keep(said: number): void {
    const better = [...this.loaded].filter(([, { kept }]) => this.isRefused || !kept || said > 2 * kept.said)
    if (better.length === 0) return
    try {
      sweep(this.place)
      for (const [asked, { script }] of better) writeCode(this.fileOf(asked), { said, code: script.createCachedData() })
    } catch {
      // A full disk: a start without it is slower, and as right.
    }
  }

  /** Of each piece by itself: `due` in the other language, or `buy -`, loads others and leaves these as they are. */
  private fileOf(asked: string): string {
    const { folder, verb, build } = this.place
    return join(folder, `${verb}.${basename(asked, '.cjs')}-${build}`)
  }
}

interface Loaded {
  readonly module: { exports: unknown }
  readonly script: Script
  readonly kept: KeptCode | null
}

/** The code of a piece, by a start that printed so many bytes. */
interface KeptCode {
  readonly code: Buffer
  readonly said: number
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
 * A line that says how much was said, then the code, twice. Whole and on the disk before it has its name: V8 does not
 * look at what it runs, and ends with the process where a block of it is not what it was.
 */
function writeCode(path: string, { said, code }: KeptCode): void {
  const unfinished = `${path}.${process.pid}`
  const file = openSync(unfinished, 'w', 0o600)
  try {
    writeSync(file, `${said}\n`)
    for (const copy of [code, code]) writeSync(file, copy)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(unfinished, path)
}

/** Null where there is none, or it is not what was written. */
function readCode(path: string): KeptCode | null {
  try {
    const found = readFileSync(path)
    const start = found.indexOf('\n') + 1
    const middle = start + (found.length - start) / 2
    const code = found.subarray(start, middle)
    // Comparing two is a tenth of what a sum over every byte would cost.
    return start > 0 && code.equals(found.subarray(middle))
      ? { code, said: Number(found.toString('latin1', 0, start)) }
      : null
  } catch {
    // The first start with this verb.
    return null
  }
}
