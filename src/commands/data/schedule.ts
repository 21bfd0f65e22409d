import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'schedule',
  args: '[system]',
  book: 'none',
  input: (read) => read.object({ system: read.optional(read.text) }),
  async run({ world, flags, terminal, words }, { system: asked = 'cron' }) {
    const { dailyJobs, schedulers, scheduleText } = await import('../../screens/schedule.ts')
    const { LedgerError } = await import('../../ledger/errors.ts')
    const { resolve } = await import('node:path')
    const system = schedulers.find((one) => one === asked.toLowerCase())
    if (!system) throw new LedgerError('usage.bad-choice', { asked, what: 'system', choices: schedulers })
    const jobs = dailyJobs(world.program, resolve(flags.db))
    await terminal.show({ system, jobs }, { say: () => scheduleText(system, jobs, words.data.schedule), verbatim: true })
    terminal.tell(words.data.howToSchedule[system])
  },
})
