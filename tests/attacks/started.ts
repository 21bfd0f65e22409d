import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const bin = join(root, 'bin', 'regulars.js')
export const isRoot = process.getuid?.() === 0
export const nobody = { uid: 65534, gid: 65534 }

export function build(): void {
  if (!existsSync(join(root, 'dist'))) execFileSync('npm', ['run', 'build'], { cwd: root })
}

export function folder(owner?: { uid: number; gid: number }, place = tmpdir()): string {
  const made = mkdtempSync(join(place, 'regulars-around-'))
  if (owner) chownSync(made, owner.uid, owner.gid)
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

export interface Started {
  readonly env?: NodeJS.ProcessEnv
  readonly user?: { uid: number; gid: number }
  readonly input?: string
  readonly cwd?: string
  readonly umask?: string
  /** Ends it after so many seconds: what waits for ever then has no exit code. */
  readonly seconds?: number
}

/** The binary as a shell starts it, with these variables alone. */
export function run(
  words: readonly string[],
  { env = {}, user, input = '', cwd = '/', umask = '022', seconds }: Started = {},
) {
  const line = `umask ${umask}; exec "$@"`
  const ran = spawnSync('/bin/sh', ['-c', line, 'sh', process.execPath, bin, ...words], {
    env: { PATH: '/usr/bin:/bin', REGULARS_LANG: 'en', ...env },
    cwd,
    input,
    encoding: 'utf8',
    ...(seconds === undefined ? {} : { timeout: seconds * 1000, killSignal: 'SIGKILL' }),
    ...user,
  })
  return { exit: ran.status, out: ran.stdout, err: ran.stderr }
}

/** Whether another user can start the program here at all. */
export const mayDrop =
  isRoot && spawnSync(process.execPath, [bin, '--version'], { ...nobody, env: {}, cwd: '/' }).status === 0
