// What the executable runs first: it puts the program it carries where files can be loaded from, and starts it there.
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { getAsset, getRawAsset } from 'node:sea'
import { unpack } from '../src/start/unpack.ts'
import { codeFolder } from '../src/store/files/places.ts'

const home = () => {
  try {
    return process.env.HOME || homedir() || null
  } catch {
    return null
  }
}

/** Where nothing can be kept for oneself alone, for this one start. */
function passing() {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-program-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 2 }))
  return folder
}

const { build, files } = JSON.parse(getAsset('files.json', 'utf8'))
const carried = { build, files, read: (path) => new Uint8Array(getRawAsset(path)) }
let folder
try {
  const kept = codeFolder(process.env, home(), process.getuid?.() ?? null, {
    platform: process.platform,
    name: 'regulars-program',
  })
  folder = unpack(carried, kept ?? passing())
} catch {
  // A full disk, or one that is only read.
  folder = unpack(carried, passing())
}
const main = join(folder, 'dist', 'main.cjs')
createRequire(main)(main)
