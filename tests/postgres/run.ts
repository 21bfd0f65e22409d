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

/** What is about a file, or writes into one past the program, by its words: skipped as well. */
const aboutFiles = [
  'backup goes to a dated file',
  'backup writes over a backup',
  'restore says what is in the backup',
  'restore refuses what is no whole',
  'doctor finds (?!a sound)',
  'doctor sees a ledger that others',
  'doctor --duplicates and --data',
  'an encrypted backup holds',
  'a copy that was changed, cut off',
  'nothing of a forgotten person',
  'nothing of what was done before can',
  'held up by a reader it is forgotten',
  'copies of the ledger and texts',
  'it asks; a dry run and a no',
  'a whole export carries on that somebody',
  'what becomes of every text',
  'whatever tables there are, no free',
  'whoever is forgotten is in no file',
  'what is unpaid of a linked purchase',
  'messages of the owner: beside',
  'a format beside the ledger is listed',
  'the replay has on every morning',
  'a newer ledger as the ledger',
  'an older ledger, only read',
  'a torn ledger as',
  'a dry run leaves no file where none',
  'init says what the ledger is',
  'config says where each value',
  'what is there stays, without',
  String.raw`\d+ broken files \(seed`,
  'a file that is read while it changes',
  'the money of the last year, by plain',
  'everything of the first goes to the second',
  'a table added later is joined',
  'there doctor says nothing of who may',
  'the file is only the owner',
  'whatever was bought, spent and given back: a merge',
  'two who brought each other are drawn',
  'schedule (?:prints lines|--install|--mask)',
  'on Windows the list goes to the desktop',
  'restore of a folder names',
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
  const named = ['--testNamePattern', `^(?!.*(?:${aboutFiles.join('|')}))`]
  const words = ['run', '--testTimeout=300000', ...named, ...excluded, ...files]
  const { status } = spawnSync('vitest', words, {
    stdio: 'inherit',
    // A schema is made for every shop: chance is tried less often.
    env: { REGULARS_RUNS: isPart ? '1' : '2', ...process.env, REGULARS_TEST_SERVER: server.address },
  })
  await server.stop()
  process.exitCode = status ?? 1
}
