import { readFileSync } from 'node:fs'
import { homedir, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { World } from './context.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

if (process.argv[2] === '--version' && process.argv.length === 3) process.stdout.write(`${version}\n`)
else await start()

async function start(): Promise<void> {
  // A reader that closes the pipe has had enough: that is success.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  const { run } = await import('./program.ts')
  process.exitCode = await run(process.argv.slice(2), world())
}

function world(): World {
  const { env, stdin, stdout, stderr } = process
  const home = env['HOME'] ?? homedir()
  return {
    env,
    stdin,
    stdout,
    stderr,
    now: () => new Date(),
    user: systemUser(),
    timezone: env['TZ'] || Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '',
    folders: {
      data: join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'regulars'),
      config: join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'regulars'),
      temporary: tmpdir(),
    },
    migrations: join(root, 'migrations'),
    version,
  }
}

function systemUser(): string {
  try {
    return userInfo().username
  } catch {
    return 'nobody'
  }
}
