import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '../../cli/context.ts'
import { LedgerError } from '../../ledger/errors.ts'
import {
  type ClockFile,
  cronLines,
  type Job,
  launchdFile,
  type Scheduler,
  systemdFiles,
  windowsTask,
} from '../../screens/schedule.ts'
import { writeWhole } from '../../store/files/draft.ts'

type ProgramEnd = NonNullable<ReturnType<NonNullable<Context['world']['runProgram']>>>

/** What may be done with the jobs of a shop; each returns the places it wrote, or would write on a dry run. */
interface Clock {
  install(jobs: readonly Job[]): string[]
  remove(jobs: readonly Job[]): string[]
}

/**
 * The clock of a system. What is installed twice is there once; what others keep in the same table is left as it is.
 * Throws schedule.refused, usage.no-home, usage.out-unwritable.
 */
export function clockOf(system: Scheduler, world: Context['world'], db: string, dryRun: boolean): Clock {
  const run = (program: string, args: readonly string[], input = '') => {
    const end = world.runProgram?.(program, args, input) ?? null
    if (end === null) throw new LedgerError('schedule.refused', { program, said: null, system })
    return end
  }
  const must = (program: string, args: readonly string[], input = '') => {
    if (dryRun) return
    const { exit, out, err } = run(program, args, input)
    if (exit !== 0) throw new LedgerError('schedule.refused', { program, said: (err || out).trim(), system })
  }
  const files = filesIn(world.folders.home, dryRun)
  const units = (jobs: readonly Job[]) => jobs.map(({ name }) => `regulars-${name}.timer`)

  const clocks: Record<Scheduler, Clock> = {
    cron: {
      install(jobs) {
        const others = withoutBlock(tableOf(run), db)
        const block = [`${begin} ${db}`, ...cronLines(jobs), `${end} ${db}`]
        must('crontab', ['-'], `${[...others, ...block].join('\n')}\n`)
        return ['crontab']
      },
      remove() {
        const table = tableOf(run)
        const others = withoutBlock(table, db)
        if (others.length === table.length) return []
        must('crontab', ['-'], others.length === 0 ? '' : `${others.join('\n')}\n`)
        return ['crontab']
      },
    },
    systemd: {
      install(jobs) {
        const written = jobs.flatMap(systemdFiles).map(files.write)
        must('systemctl', ['--user', 'daemon-reload'])
        must('systemctl', ['--user', 'enable', '--now', ...units(jobs)])
        return written
      },
      remove(jobs) {
        const there = jobs.flatMap(systemdFiles).filter(files.isThere)
        if (there.length === 0) return []
        must('systemctl', ['--user', 'disable', '--now', ...units(jobs)])
        const gone = there.map(files.drop)
        must('systemctl', ['--user', 'daemon-reload'])
        return gone
      },
    },
    launchd: {
      install: (jobs) =>
        jobs.map(launchdFile).map((file) => {
          const again = files.isThere(file)
          const path = files.write(file)
          if (again) must('launchctl', ['unload', path])
          must('launchctl', ['load', '-w', path])
          return path
        }),
      remove: (jobs) =>
        jobs
          .map(launchdFile)
          .filter(files.isThere)
          .map((file) => {
            must('launchctl', ['unload', '-w', files.pathOf(file)])
            return files.drop(file)
          }),
    },
    windows: {
      install: (jobs) =>
        jobs.map((job) => {
          const task = join(world.folders.temporary, `regulars-${job.name}-${crypto.randomUUID()}.xml`)
          try {
            // As the clock writes such files itself: it reads others by the code page.
            if (!dryRun) writeWhole(task, Buffer.from(`\ufeff${windowsTask(job).join('\r\n')}\r\n`, 'utf16le'))
            must('schtasks', ['/create', '/f', '/tn', `regulars-${job.name}`, '/xml', task])
          } finally {
            rmSync(task, { force: true })
          }
          return `regulars-${job.name}`
        }),
      remove: (jobs) =>
        jobs
          .map(({ name }) => `regulars-${name}`)
          .filter((name) => run('schtasks', ['/query', '/tn', name]).exit === 0)
          .map((name) => {
            must('schtasks', ['/delete', '/f', '/tn', name])
            return name
          }),
    },
  }
  return clocks[system]
}

const begin = '# regulars: begin'
const end = '# regulars: end'

/**
 * The lines of the user's table. Where there is none cron says so; of any other failure nothing is written over what
 * may be there.
 */
function tableOf(run: (program: string, args: readonly string[]) => ProgramEnd): string[] {
  const { exit, out, err } = run('crontab', ['-l'])
  if (exit === 0) return out === '' ? [] : out.replace(/\n$/, '').split('\n')
  if (/no crontab/i.test(err)) return []
  throw new LedgerError('schedule.refused', { program: 'crontab', said: (err || out).trim(), system: 'cron' })
}

function withoutBlock(table: readonly string[], db: string): string[] {
  const from = table.indexOf(`${begin} ${db}`)
  const to = table.indexOf(`${end} ${db}`, from)
  return from < 0 || to < 0 ? [...table] : [...table.slice(0, from), ...table.slice(to + 1)]
}

function filesIn(home: string, dryRun: boolean) {
  const pathOf = ({ path }: ClockFile) => {
    if (home === '') throw new LedgerError('usage.no-home', {})
    return join(home, path)
  }
  return {
    pathOf,
    isThere: (file: ClockFile) => existsSync(pathOf(file)),
    write(file: ClockFile): string {
      const path = pathOf(file)
      const text = `${file.lines.join('\n')}\n`
      if (dryRun || (existsSync(path) && readFileSync(path, 'utf8') === text)) return path
      writeWhole(path, text)
      return path
    },
    drop(file: ClockFile): string {
      const path = pathOf(file)
      if (!dryRun) rmSync(path)
      return path
    },
  }
}

/** Where an owner looks in the morning: the desktop, wherever the system has put it; the home folder where none is. */
export function desktopOf({ folders: { home }, env }: Context['world']): string {
  const cloud = env['OneDrive']
  const bases = [...(cloud ? [cloud] : []), ...(home === '' ? [] : [home])]
  const desktops = bases.flatMap((base) => [join(base, 'Desktop'), join(base, '桌面')])
  return desktops.find((folder) => existsSync(folder)) ?? home
}
