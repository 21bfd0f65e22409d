// The tests on PostgreSQL: `npm run test:postgres`, or some of them, `npm run test:postgres -- tests/ledger/account`.
import { spawnSync } from 'node:child_process'
import { programs, startServer } from './server.ts'

const bin = programs()
if (bin === null) {
  console.log('No PostgreSQL here (PG_BIN names one): its tests were skipped.')
} else {
  const server = await startServer(bin)
  const asked = process.argv.slice(2)
  const files = asked.length > 0 ? asked : ['tests/commands', 'tests/ledger']
  const { status } = spawnSync('vitest', ['run', ...files], {
    stdio: 'inherit',
    // A schema is made for every shop: chance is tried less often.
    env: { REGULARS_RUNS: '2', ...process.env, REGULARS_TEST_SERVER: server.address },
  })
  await server.stop()
  process.exitCode = status ?? 1
}
