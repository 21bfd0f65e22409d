import { homedir, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import manifest from '../package.json' with { type: 'json' }
import type { World } from './world.ts'

const { version } = manifest
const root = fileURLToPath(new URL('..', import.meta.url))

if (process.argv[2] === '--version' && process.argv.length === 3) process.stdout.write(`${version}\n`)
else void start()

async function start(): Promise<void> {
  let failed = false
  // A reader that closes the pipe has had enough: that is success.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    if (failed) return
    failed = true
    void import('./program/session.ts').then(async ({ failOutput }) => process.exit(await failOutput(process.argv.slice(2), world(), error)))
  })
  process.once('SIGINT', () => process.exit(130))
  const { run } = await import('./program/session.ts')
  process.exitCode = await run(process.argv.slice(2), world())
}

function world(): World {
  const { env } = process
  const home = env['HOME'] ?? homedir()
  return {
    env,
    // Each stream costs a millisecond to make: only what is read or written is made.
    get stdin() {
      return process.stdin
    },
    get stdout() {
      return process.stdout
    },
    get stderr() {
      return process.stderr
    },
    atExit(work) {
      process.once('exit', work)
      return () => process.off('exit', work)
    },
    now: () => new Date(),
    dayIn,
    get user() {
      return systemUser()
    },
    timezone: () => env['TZ'] || Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '',
    folders: {
      data: join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'regulars'),
      config: join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'regulars'),
      temporary: tmpdir(),
    },
    migrations: join(root, 'migrations', 'sqlite'),
    version,
    program: [process.execPath, join(root, 'bin', 'regulars.js')],
  }
}

/** The local clock set to the zone for a moment: Intl, which could be asked as well, takes a third of a bare start to wake. */
function dayIn(zone: string): string {
  const own = process.env['TZ']
  process.env['TZ'] = zone
  const now = new Date()
  const day = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
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
