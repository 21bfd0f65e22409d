import {
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** Files of this process that are not whole yet. */
const unfinished = new Set<string>()
const tails = ['', '-wal', '-shm', '-journal'] as const
const day = 86_400_000

/**
 * Makes an empty file beside the one that it shall become, for its owner alone, under a name nobody can guess or meet
 * by chance. It goes when it is dropped, when the program is stopped, or, when the program ended without a chance to,
 * as the next one makes its own.
 */
export function makeTemporary(path: string, what: 'part' | 'restoring'): string {
  const name = `${path}.${what}-${machine()}-${process.pid}-${crypto.randomUUID().slice(0, 8)}`
  closeSync(openSync(name, 'wx', 0o600))
  unfinished.add(name)
  sweep(dirname(path), statSync(name).mtimeMs)
  return name
}

/** Leaves nothing of it behind. */
export function dropTemporary(name: string): void {
  for (const tail of tails) rmSync(name + tail, { force: true, recursive: tail === '' })
  unfinished.delete(name)
}

/** It stays where it is, or stands in its place now. */
export function keepTemporary(name: string): void {
  unfinished.delete(name)
}

/** What is to be done when the program is stopped midway. */
export function dropUnfinished(): void {
  for (const name of unfinished) {
    try {
      dropTemporary(name)
    } catch {
      // The next one sweeps it.
    }
  }
}

/** Also a folder or file that bears another name. */
export function dropAtExit(path: string): void {
  unfinished.add(path)
}

const named = /\.(?:part|restoring)-([0-9a-z]+)-(\d+)-[0-9a-f]{8}(?:-wal|-shm|-journal)?$/

/** Removes what programs that were stopped left beside a file: a part of a copy may hold what it must not. */
export function dropLeftBeside(path: string): void {
  sweep(dirname(path), statSync(path).mtimeMs)
}

/**
 * Removes what programs that are gone left in a folder: at once where it can be seen that they are, else when it is a
 * day old.
 */
function sweep(folder: string, now: number): void {
  for (const name of names(folder)) {
    const [, where, pid] = named.exec(name) ?? []
    if (where === undefined) continue
    try {
      const path = join(folder, name)
      const found = lstatSync(path)
      const gone = where !== 'x' && where === machine() && !existsSync(`/proc/${pid}`)
      if (found.isFile() && (gone || found.mtimeMs < now - day)) rmSync(path)
    } catch {
      // Another's, or swept by another.
    }
  }
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

let known: string | null = null

/**
 * Which running system, and which numbering of processes in it: only there does a pid say anything. `x` where that
 * cannot be told.
 */
function machine(): string {
  known ??= machineNow()
  return known
}

function machineNow(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8)
    const space = readlinkSync('/proc/self/ns/pid').replace(/\D/g, '')
    return boot + Number(space).toString(36)
  } catch {
    return 'x'
  }
}
