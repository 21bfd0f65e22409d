import { homedir, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import manifest from '../package.json' with { type: 'json' }
import { CodeCache } from './start/code-cache.ts'
import { pieceFor } from './start/daily.ts'
import { plainOutput } from './start/plain-output.ts'
import { codeFolder, foldersOf, zoneOf } from './store/files/places.ts'
import type { Output, ProgramEnd, World } from './world.ts'

const { version } = manifest
/**
 * Which build of the program this is: build.mjs writes it in. What one Node compiled another refuses: each keeps its
 * own.
 */
const build = '@build@'
const root = fileURLToPath(new URL('..', import.meta.url))

const isVersion = process.argv[2] === '--version' && process.argv.length === 3
let failed = false
let stderr: Output | undefined
const stdout = plainOutput(1, cannotWrite) ?? process.stdout.on('error', cannotWrite)
function cannotWrite(error: NodeJS.ErrnoException): void {
  // A reader that closes the pipe has had enough: that is success.
  if (error.code === 'EPIPE') process.exit(0)
  if (failed) return
  failed = true
  if (isVersion) process.exit(4)
  void import('./program/session.ts').then(async ({ failOutput }) =>
    process.exit(await failOutput(process.argv.slice(2), world(), error)),
  )
}

if (isVersion) stdout.write(`${version}\n`)
else void start()

async function start(): Promise<void> {
  // Ended by a signal, the program puts away what is not whole; 128 and the signal's number is what a shell would say
  // of it.
  process.once('SIGINT', () => process.exit(130))
  process.once('SIGTERM', () => process.exit(143))
  process.once('SIGHUP', () => process.exit(129))
  leaveWithParent()
  const argv = process.argv.slice(2)
  const folder =
    process.env['REGULARS_CODE_CACHE'] === '0'
      ? null
      : codeFolder(process.env, home(), process.getuid?.() ?? null, { platform: process.platform })
  const cache =
    folder === null
      ? null
      : new CodeCache(fileURLToPath(new URL('.', import.meta.url)), {
          folder,
          verb: verbOf(argv),
          build: `${build}-${process.versions.node}`,
        })
  const { run } = cache
    ? (cache.load(pieceFor(argv)) as typeof import('./program/session.ts'))
    : await import('./program/session.ts')
  process.exitCode = await run(argv, world())
  // What was typed wrong ran little of the code, and may be any word.
  if (process.exitCode === 0) cache?.keep(stdout.bytesWritten ?? 0)
}

/** The words by which a start is known again. */
function verbOf(argv: readonly string[]): string {
  if (argv.some((word) => word === '--help' || word === '-h')) return 'help'
  const words = argv.slice(0, /^(report|import|export|group|policy|config)$/.test(argv[0] ?? '') ? 2 : 1)
  return words.every((word) => /^[a-z]+$/.test(word)) ? words.join('-') || 'regulars' : 'regulars'
}

/**
 * Handed over by an older Node (bin/regulars.js): when that is killed, nobody waits any longer for what is done here.
 */
function leaveWithParent(): void {
  if (process.env['REGULARS_HANDED_OVER'] !== '1') return
  delete process.env['REGULARS_HANDED_OVER']
  process.once('disconnect', () => process.exit(137))
  process.channel?.unref()
}

function world(): World {
  const { env } = process
  return {
    env,
    // Each stream costs a millisecond to make: only what is read or written is made.
    get stdin() {
      return process.stdin
    },
    stdout,
    get stderr() {
      stderr ??= plainOutput(2, ignore) ?? process.stderr.on('error', ignore)
      return stderr
    },
    atExit(work) {
      process.once('exit', work)
      return () => process.off('exit', work)
    },
    page: showPaged,
    runProgram,
    startProgram,
    now: () => new Date(),
    dayIn,
    get user() {
      return systemUser()
    },
    timezone: () => zoneOf(env, () => Intl.DateTimeFormat().resolvedOptions().timeZone),
    locale: env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '',
    folders: { ...foldersOf(env, home(), process.platform), temporary: tmpdir(), home: home() ?? '' },
    believed: believed(),
    migrations: join(root, 'migrations', 'sqlite'),
    version,
    platform: process.platform,
    get program() {
      // As one file it runs by itself (build/executable.mjs).
      const alone = process.getBuiltinModule('node:sea').isSea()
      return alone ? [process.execPath] : [process.execPath, join(root, 'bin', 'regulars.js')]
    },
  }
}

/** Waits for it; what it says is handed on. */
function runProgram(program: string, args: readonly string[], input: string): ProgramEnd | null {
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  const { error, status, stdout, stderr } = spawnSync(program, args, { input, encoding: 'utf8' })
  return error ? null : { exit: status ?? 1, out: stdout, err: stderr }
}

/** Does not wait for it: a browser stays open for hours. */
function startProgram(program: string, args: readonly string[]): Promise<boolean> {
  const { spawn } = process.getBuiltinModule('node:child_process')
  return new Promise((resolve) => {
    const started = spawn(program, args, { detached: true, stdio: 'ignore' })
    started.once('error', () => resolve(false))
    started.once('spawn', () => {
      started.unref()
      resolve(true)
    })
  })
}

/** Through the pager a shell would run; where there is none the text is printed as ever. */
function showPaged(text: string, pager: string): boolean {
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  const { error, status } = spawnSync(pager, {
    shell: true,
    input: text,
    stdio: ['pipe', 'inherit', 'inherit'],
    // What is shown is UTF-8, whatever the machine's locale is.
    env: { LESS: 'FRX', LESSCHARSET: 'utf-8', LV: '-c', ...process.env },
  })
  // 126 and 127: the shell found nothing it could run.
  return (error === undefined || (error as NodeJS.ErrnoException).code === 'EPIPE') && status !== 126 && status !== 127
}

/** What cannot be said, to a full disk or a reader that has gone, changes nothing of what was done and how it ended. */
function ignore(): void {}

/** Null in a container whose user has no home and no name. */
function home(): string | null {
  try {
    return process.env['HOME'] || homedir() || null
  } catch {
    return null
  }
}

/** One's own, the system's, and behind `sudo` one's own once more: its home may still be that of who typed it. */
function believed(): number[] | undefined {
  const uid = process.getuid?.()
  const typist = uid === 0 ? Number(process.env['SUDO_UID'] || 0) : 0
  return uid === undefined ? undefined : [uid, 0, typist]
}

/**
 * The local clock set to the zone for a moment: Intl, which could be asked as well, takes a third of a bare start to
 * wake.
 */
function dayIn(zone: string): string {
  const own = process.env['TZ']
  process.env['TZ'] = zone
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  if (own === undefined) delete process.env['TZ']
  else process.env['TZ'] = own
  return day
}

function systemUser(): string {
  try {
    return userInfo().username
  } catch {
    return 'nobody'
  }
}
