import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** A PostgreSQL of the tests' own on loopback: its address, and how it ends. */
export interface TestServer {
  readonly address: string
  /** As if the power had gone; `start` brings it back with all that was confirmed. */
  kill(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

/** Where a PostgreSQL that is installed here has its programs; null where there is none. */
export function programs(): string | null {
  const versions = '/usr/lib/postgresql'
  const found = existsSync(versions) ? readdirSync(versions).sort((one, other) => Number(other) - Number(one)) : []
  const places = [
    process.env['PG_BIN'],
    ...found.map((version) => join(versions, version, 'bin')),
    '/usr/local/pgsql/bin',
  ]
  return places.find((place) => place !== undefined && existsSync(join(place, 'postgres'))) ?? null
}

/**
 * Begins a server in a folder of its own, where `prepare` may put further files. PostgreSQL does not run as root: then
 * it runs as nobody.
 */
export async function startServer(
  bin: string,
  settings: readonly string[] = ['fsync=off'],
  prepare: (data: string) => void = () => {},
): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-postgres-'))
  const as = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid)
  const data = join(folder, 'data')
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'owner', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    {
      ...as,
      cwd: folder,
      stdio: 'ignore',
    },
  )
  prepare(data)
  if (as.uid !== undefined) for (const name of readdirSync(data)) chownSync(join(data, name), as.uid, as.gid)
  const port = await freePort()
  const address = `postgres://owner@127.0.0.1:${port}/postgres`
  const options = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, ...settings]
  let running: ChildProcess | null = null
  const start = async () => {
    running = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...options.flatMap((one) => ['-c', one])], {
      ...as,
      cwd: folder,
      stdio: 'ignore',
    })
    await answering(bin, port)
  }
  const end = async (signal: NodeJS.Signals) => {
    const ended = running
    running = null
    if (!ended || ended.exitCode !== null) return
    const gone = new Promise((resolve) => ended.once('exit', resolve))
    ended.kill(signal)
    await gone
  }
  await start()
  return {
    address,
    start,
    kill: () => end('SIGQUIT'),
    async stop() {
      await end('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answering(bin: string, port: number): Promise<void> {
  for (let turn = 0; turn < 300; turn++) {
    try {
      execFileSync(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port), '-q'])
      return
    } catch {
      await setTimeout(100)
    }
  }
  throw new Error('PostgreSQL does not answer')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const found = server.address()
      server.close(() => (typeof found === 'object' && found ? resolve(found.port) : reject(new Error('no port'))))
    })
  })
}
