// The tests on PostgreSQL: `npm run test:postgres`, or some of them, `npm run test:postgres -- tests/ledger/account`.
// `-- --part` is what `npm test` has of them: selling, undo and what accounts come to.
import { spawnSync } from 'node:child_process'
import { programs, startServer } from './server.ts'

const part = ['tests/ledger/account', 'tests/ledger/book', 'tests/commands/undo.test.ts', 'tests/commands/buy.test.ts']

/** Their shops are written into the file past the program: they have nothing to say of a server. */
const ofFiles = [
  'tests/ledger/cdnow.test.ts',
  'tests/ledger/care/referral/referrals.test.ts',
  'tests/ledger/report/cdnow.test.ts',
  'tests/ledger/report/cohort.test.ts',
  'tests/ledger/report/months.test.ts',
  'tests/ledger/report/pareto.test.ts',
  'tests/ledger/report/summary/summary.property.test.ts',
  'tests/ledger/segment/properties.test.ts',
  'tests/ledger/segment/quadrant.test.ts',
  'tests/ledger/standing/standing.test.ts',
]

const bin = programs()
if (bin === null) {
  console.log('No PostgreSQL here (PG_BIN names one): its tests were skipped.')
} else {
  const server = await startServer(bin, ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'])
  const [first, ...others] = process.argv.slice(2)
  const isPart = first === '--part'
  const asked = isPart || first === undefined ? others : [first, ...others]
  const files = asked.length > 0 ? asked : isPart ? part : ['tests/commands', 'tests/ledger']
  const excluded = ofFiles.flatMap((file) => ['--exclude', file])
  const { status } = spawnSync('vitest', ['run', '--testTimeout=300000', ...excluded, ...files], {
    stdio: 'inherit',
    // A schema is made for every shop: chance is tried less often.
    env: { REGULARS_RUNS: isPart ? '1' : '2', ...process.env, REGULARS_TEST_SERVER: server.address },
  })
  await server.stop()
  process.exitCode = status ?? 1
}
