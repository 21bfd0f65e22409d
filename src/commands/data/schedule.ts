import { resolve } from 'node:path'
import { verb as declare } from '../../cli/verb.ts'
import { noteDailyList } from '../../ledger/backup/daily-list.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { dailyJobs, schedulers, scheduleScreen } from '../../screens/schedule.ts'
import { ledgerExists } from '../../store/exists.ts'
import { isServerAddress } from '../../store/postgres/address.ts'
import { clockOf, desktopOf } from './install-schedule.ts'

export const verb = declare({
  name: 'schedule',
  args: '[system]',
  options: ['--install', '--remove'],
  book: 'none',
  input: (read) => read.object({ system: read.optional(read.text), install: read.flag, remove: read.flag }),
  screen: scheduleScreen,
  async run({ world, flags, openBook }, { system: asked = usual(world.platform), install, remove }) {
    const system = schedulers.find((one) => one === asked.toLowerCase())
    if (!system) throw new LedgerError('usage.bad-choice', { asked, what: 'system', choices: schedulers })
    if (install && remove) throw new LedgerError('usage.conflict', { first: '--install', second: '--remove' })
    const db = isServerAddress(flags.db) ? flags.db : resolve(flags.db)
    const about = { label: flags.shop ?? '', mask: flags.mask, listIn: desktopOf(world) }
    const jobs = dailyJobs(world.program, db, about)
    const { dryRun } = flags
    if (!install && !remove) return { system, jobs, did: null, places: [], dryRun }
    // A clock that runs without a ledger would only mail errors.
    if (install && !(await ledgerExists(db))) throw new LedgerError('file.missing', { path: db })
    const clock = clockOf(system, world, db, dryRun)
    const places = install ? clock.install(jobs) : clock.remove(jobs)
    if (!dryRun && (await ledgerExists(db))) await noteDailyList(await openBook(db, 'write'), install)
    return { system, jobs, did: install ? ('installed' as const) : ('removed' as const), places, dryRun }
  },
})

/** The clock this computer has. */
function usual(platform: string): string {
  return platform === 'darwin' ? 'launchd' : platform === 'win32' ? 'windows' : 'cron'
}
