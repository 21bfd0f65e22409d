import { resolve } from 'node:path'
import { verb as declare } from '../../cli/verb.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { dailyJobs, schedulers, scheduleScreen } from '../../screens/schedule.ts'

export const verb = declare({
  name: 'schedule',
  args: '[system]',
  book: 'none',
  input: (read) => read.object({ system: read.optional(read.text) }),
  screen: scheduleScreen,
  async run({ world, flags }, { system: asked = 'cron' }) {
    const system = schedulers.find((one) => one === asked.toLowerCase())
    if (!system) throw new LedgerError('usage.bad-choice', { asked, what: 'system', choices: schedulers })
    return { system, jobs: dailyJobs(world.program, resolve(flags.db)) }
  },
})
