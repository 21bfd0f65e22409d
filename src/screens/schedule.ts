import type { Screen } from '../terminal/screen.ts'

/** The systems that can run a command by the clock. */
export const schedulers = ['cron', 'systemd', 'launchd', 'windows'] as const
export type Scheduler = (typeof schedulers)[number]

/** What runs when: the program and the ledger by their full paths, for a clock knows neither PATH nor home folder. */
export interface Job {
  readonly kind: 'morning' | 'backup'
  readonly name: string
  readonly hour: number
  readonly minute: number
  /** One after another; the next only when the one before went well. */
  readonly lines: readonly (readonly string[])[]
}

/** A file that a clock reads its orders from, by its path from the home folder. */
export interface ClockFile {
  readonly path: string
  readonly lines: readonly string[]
}

/**
 * `label` tells the jobs of one shop on this computer from another's; empty where there is one. `mask`: the list goes
 * to a mailbox without phones and surnames.
 */
export function dailyJobs(program: readonly string[], db: string, label: string, mask: boolean): Job[] {
  const typed = (...words: string[]) => [...program, ...words, '--db', db]
  const named = (name: string) => (label === '' ? name : `${label}-${name}`)
  return [
    {
      kind: 'morning',
      name: named('morning'),
      hour: 8,
      minute: 0,
      lines: [typed('classify', '--quiet'), typed('due', '--no-input', ...(mask ? ['--mask'] : []))],
    },
    {
      kind: 'backup',
      name: named('backup'),
      hour: 21,
      minute: 30,
      lines: [typed('backup', '--keep', '14', '--quiet')],
    },
  ]
}

interface Scheduled {
  readonly system: Scheduler
  readonly jobs: readonly Job[]
  /** What was done with them; null: they were only printed. */
  readonly did: 'installed' | 'removed' | null
  /** The files or tables that were written, or would be. */
  readonly places: readonly string[]
  readonly dryRun: boolean
}

/** Lines to paste, with a comment of the reader's language before each job; or what was done with them. */
export const scheduleScreen: Screen<Scheduled> = {
  saysWould: true,
  lines({ system, jobs, did, places, dryRun }, { words }) {
    const { schedule, scheduled } = words.data
    if (did === null) return jobs.flatMap((job) => writers[system](job, schedule[job.kind]))
    const at = places.join(words.marks.items)
    if (did === 'removed')
      return places.length === 0 ? scheduled.nothing : dryRun ? scheduled.wouldRemove(at) : scheduled.removed(at)
    return [
      dryRun ? scheduled.wouldInstall(at) : scheduled.installed(at),
      ...jobs.map((job) => `  ${two(job.hour)}:${two(job.minute)}  ${schedule[job.kind]}`),
      scheduled.back,
    ]
  },
  aside: ({ system, did }, { words }) => (did === null ? [words.data.howToSchedule[system]] : []),
  verbatim: true,
}

/** The lines of cron, without comments: it takes a bare % for the end of the line. */
export const cronLines = (jobs: readonly Job[]): string[] =>
  jobs.map((job) => `${job.minute} ${job.hour} * * * ${shellLine(job).replaceAll('%', '\\%')}`)

export const systemdFiles = (job: Job): ClockFile[] => [
  {
    path: `.config/systemd/user/regulars-${job.name}.service`,
    lines: [
      '[Service]',
      'Type=oneshot',
      ...job.lines.map(
        (line) =>
          `ExecStart=${line.map((word) => `"${word.replace(/[\\"]/g, '\\$&').replaceAll('%', '%%')}"`).join(' ')}`,
      ),
    ],
  },
  {
    path: `.config/systemd/user/regulars-${job.name}.timer`,
    lines: [
      '[Timer]',
      `OnCalendar=*-*-* ${two(job.hour)}:${two(job.minute)}:00`,
      'Persistent=true',
      '[Install]',
      'WantedBy=timers.target',
    ],
  },
]

export const launchdFile = (job: Job): ClockFile => ({
  path: `Library/LaunchAgents/regulars.${job.name}.plist`,
  lines: [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<plist version="1.0"><dict>',
    `  <key>Label</key><string>regulars.${job.name}</string>`,
    '  <key>ProgramArguments</key><array>',
    ...['/bin/sh', '-c', shellLine(job)].map((word) => `    <string>${xml(word)}</string>`),
    '  </array>',
    `  <key>StartCalendarInterval</key><dict><key>Hour</key><integer>${job.hour}</integer>` +
      `<key>Minute</key><integer>${job.minute}</integer></dict>`,
    '</dict></plist>',
  ],
})

/** What the task of a Windows clock runs. */
export const windowsTask = (job: Job): string =>
  `cmd /c ${job.lines
    .map((words) => words.map((word) => (/^[\w@+=:,./\\-]+$/.test(word) ? word : `"${word}"`)).join(' '))
    .join(' && ')}`

const two = (number: number) => String(number).padStart(2, '0')
const shellWord = (word: string) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)
const shellLine = ({ lines }: Job) => lines.map((line) => line.map(shellWord).join(' ')).join(' && ')
const xml = (text: string) => text.replace(/[<>&"]/g, (mark) => `&#${mark.charCodeAt(0)};`)

const writers: Record<Scheduler, (job: Job, said: string) => string[]> = {
  cron: (job, said) => [`# ${said}`, ...cronLines([job])],
  systemd: (job, said) => [
    ...systemdFiles(job).flatMap(({ path, lines }, nth) => [`# ~/${path}${nth === 0 ? `: ${said}` : ''}`, ...lines]),
    `# systemctl --user enable --now regulars-${job.name}.timer`,
    '',
  ],
  launchd(job, said) {
    const { path, lines } = launchdFile(job)
    return [`<!-- ~/${path}: ${xml(said)} -->`, ...lines, `<!-- launchctl load ~/${path} -->`, '']
  },
  windows: (job, said) => [
    `:: ${said}`,
    `schtasks /create /tn regulars-${job.name} /sc daily /st ${two(job.hour)}:${two(job.minute)} ` +
      `/tr "${windowsTask(job).replaceAll('"', '\\"')}"`,
  ],
}
