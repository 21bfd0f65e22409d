import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build, bin as program } from '../attacks/started.ts'
import { programs, startServer, type TestServer } from './server.ts'

const programsHere = programs()
const hasOpenssl = spawnSync('openssl', ['version']).status === 0
const runs = programsHere !== null && hasOpenssl
const secret = 'correct-horse-7'

let folder: string
let server: TestServer
let open: TestServer
let dataFolder: string

/** An authority of one's own, and the certificates it gave: to this server, and to another. */
function certify(): void {
  const openssl = (...words: string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'ignore' })
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.crt', '-days', '2', '-subj', '/CN=Shop authority')
  openssl('req', ...key, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=A server')
  const signed = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names']
  for (const [file, name] of [
    ['server.crt', '127.0.0.1'],
    ['other.crt', 'elsewhere.example'],
  ] as const) {
    writeFileSync(join(folder, 'names'), `subjectAltName=DNS:${name}\n`)
    openssl('x509', '-req', '-in', 'server.csr', ...signed, '-out', file)
  }
}

beforeAll(async () => {
  if (!runs) {
    console.log('No PostgreSQL or no openssl here: what is secured is not tried.')
    return
  }
  build()
  folder = mkdtempSync(join(tmpdir(), 'regulars-secured-'))
  certify()
  server = await startServer(
    programsHere as string,
    ['fsync=off', 'ssl=on', 'password_encryption=scram-sha-256'],
    (data) => {
      dataFolder = data
      for (const name of ['server.crt', 'server.key']) copyFileSync(join(folder, name), join(data, name))
      chmodSync(join(data, 'server.key'), 0o600)
      const lines = [
        'hostssl all teller 0.0.0.0/0 scram-sha-256',
        'hostssl all teller ::/0 scram-sha-256',
        'hostnossl all teller 0.0.0.0/0 reject',
        'host all owner 127.0.0.1/32 trust',
      ]
      writeFileSync(join(data, 'pg_hba.conf'), `${lines.join('\n')}\n`)
    },
  )
  open = await startServer(programsHere as string)
  await asOwner(`create role teller login password '${secret}'; grant create on database postgres to teller`)
})
afterAll(async () => {
  await server?.stop()
  await open?.stop()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

async function asOwner(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.address })
  await client.connect()
  await client.query(text)
  await client.end()
}

/** By another spelling of 127.0.0.1, which is not taken for this very computer: it is asked who it is. */
const at = (host: string, { address }: TestServer = server) =>
  address.replace('owner@127.0.0.1', `teller@${host}`).concat('?ledger=north')

/** The program as somebody starts it, with a home folder of their own. */
function start(words: readonly string[], env: NodeJS.ProcessEnv): Promise<{ exit: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...words, '--json'], {
      env: { PATH: '/usr/bin:/bin', HOME: folder, REGULARS_LANG: 'en', TMPDIR: folder, ...env },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (said += bytes))
    child.on('close', (exit) => resolve({ exit, said }))
  })
}

const init = ['init', '--name', 'North', '--currency', 'CNY', '--region', 'CN', '--lang', 'en', '--db']

describe.skipIf(!runs)('a server elsewhere', () => {
  const trusted = () => ({ NODE_EXTRA_CA_CERTS: join(folder, 'ca.crt') })

  test('shows by a certificate that is trusted who it is, and takes a password from ~/.pgpass alone', async () => {
    const pgpass = join(folder, '.pgpass')
    writeFileSync(pgpass, `*:*:*:teller:${secret}\n`, { mode: 0o600 })
    const made = await start([...init, at('127.1')], trusted())
    expect(made, made.said).toMatchObject({ exit: 0 })
    const doctor = await start(['doctor', '--db', at('127.1')], trusted())
    const { findings } = JSON.parse(doctor.said)
    expect(findings).toContainEqual(
      expect.objectContaining({ check: 'server', facts: expect.objectContaining({ encrypted: true }) }),
    )
    writeFileSync(pgpass, '*:*:*:teller:wrong-horse-8\n')
    const wrong = await start(['list', '--db', at('127.1')], trusted())
    expect([wrong.exit, JSON.parse(wrong.said).error.code]).toEqual([4, 'engine.refused'])
    rmSync(pgpass)
    const none = await start(['list', '--db', at('127.1')], trusted())
    expect([none.exit, JSON.parse(none.said).error.code]).toEqual([4, 'engine.refused'])
    const told = await start(['list', '--db', at('127.1')], { ...trusted(), PGPASSWORD: secret })
    expect(told, told.said).toMatchObject({ exit: 0 })
    for (const { said } of [made, doctor, wrong, none, told]) expect(said).not.toMatch(/horse/)
  })

  test('is not spoken to where it cannot show who it is', async () => {
    const password = { PGPASSWORD: secret }
    for (const [what, address, env] of [
      ['nobody vouches for its certificate', at('127.1'), {}],
      ['what is said of encryption elsewhere does not count', at('127.1'), { PGSSLMODE: 'disable' }],
      ['it does not encrypt', at('127.1', open), trusted()],
    ] as const) {
      const { exit, said } = await start(['list', '--db', address], { ...password, ...env })
      expect([what, exit, JSON.parse(said).error.code]).toEqual([what, 4, 'engine.untrusted'])
      expect(said).not.toMatch(/horse/)
    }
  })

  test('nor where its certificate is another’s', async () => {
    writeFileSync(join(dataFolder, 'server.crt'), readFileSync(join(folder, 'other.crt')))
    await asOwner('select pg_reload_conf()')
    const code = async () => {
      const { said } = await start(['ledgers', '--db', at('127.1')], { ...trusted(), PGPASSWORD: secret })
      return said.startsWith('[') ? 'let in' : JSON.parse(said).error.code
    }
    // The server takes note of it when it comes to it.
    await expect.poll(code, { timeout: 40_000, interval: 200 }).toBe('engine.untrusted')
  })
})
