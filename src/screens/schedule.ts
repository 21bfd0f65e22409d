import { basename, join } from 'node:path'
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
  /** One after another, whatever became of the one before: where tiers cannot be sorted there is still a list. */
  readonly lines: readonly (readonly string[])[]
  /**
   * The file that what is printed goes to where the clock itself shows it to nobody; null: there is nothing to read.
   */
  readonly list: string | null
}

/** A file that a clock reads its orders from, by its path from the home folder. */
export interface ClockFile {
  readonly path: string
  readonly lines: readonly string[]
}

/**
 * `label` tells the jobs of one shop on this computer from another's; empty where there is one. `mask`: the list goes
 * to a mailbox without phones and surnames. `listIn` is the folder the list goes to, its owner's desktop.
 */
export function dailyJobs(
  program: readonly string[],
  db: string,
  { label, mask, listIn }: { label: string; mask: boolean; listIn: string },
): Job[] {
  const typed = (...words: string[]) => [...program, ...words, '--db', db]
  const named = (name: string) => (label === '' ? name : `${label}-${name}`)
  return [
    {
      kind: 'morning',
      name: named('morning'),
      hour: 8,
      minute: 0,
      lines: [typed('classify', '--quiet'), typed('due', '--no-input', ...(mask ? ['--mask'] : []))],
      list: join(listIn, `regulars-${named('morning')}.txt`),
    },
    {
      kind: 'backup',
      name: named('backup'),
      hour: 21,
      minute: 30,
      lines: [typed('backup', '--keep', '14', '--quiet')],
      list: null,
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
      ...(system === 'cron' ? [scheduled.byMail] : jobs.flatMap(({ list }) => (list ? [scheduled.listIn(list)] : []))),
      scheduled.back,
    ]
  },
  aside: ({ system, did }, { words }) => (did === null ? [words.data.howToSchedule[system]] : []),
  verbatim: true,
}

/** The lines of cron, without comments: it takes a bare % for the end of the line, and mails what is printed. */
export const cronLines = (jobs: readonly Job[]): string[] =>
  jobs.map((job) => `${job.minute} ${job.hour} * * * ${shellLine(job).replaceAll('%', '\\%')}`)

export const systemdFiles = (job: Job): ClockFile[] => [
  {
    path: `.config/systemd/user/regulars-${job.name}.service`,
    lines: ['[Service]', 'Type=oneshot', `ExecStart=${['/bin/sh', '-c', shellLineTo(job)].map(systemdWord).join(' ')}`],
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
    ...['/bin/sh', '-c', shellLineTo(job)].map((word) => `    <string>${xml(word)}</string>`),
    '  </array>',
    `  <key>StartCalendarInterval</key><dict><key>Hour</key><integer>${job.hour}</integer>` +
      `<key>Minute</key><integer>${job.minute}</integer></dict>`,
    '</dict></plist>',
  ],
})

/**
 * A task of Windows as its clock writes one itself: a command line given to schtasks may have 261 characters, and a
 * task made of it is not made up for when the computer was off at the hour.
 */
export const windowsTask = (job: Job): string[] => [
  '<?xml version="1.0" encoding="UTF-16"?>',
  '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
  '  <Triggers><CalendarTrigger>',
  `    <StartBoundary>2026-01-01T${two(job.hour)}:${two(job.minute)}:00</StartBoundary>`,
  '    <ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>',
  '  </CalendarTrigger></Triggers>',
  '  <Principals><Principal id="Author"><LogonType>InteractiveToken</LogonType></Principal></Principals>',
  '  <Settings>',
  '    <StartWhenAvailable>true</StartWhenAvailable>',
  '    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>',
  '    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>',
  '  </Settings>',
  '  <Actions Context="Author"><Exec>',
  '    <Command>cmd.exe</Command>',
  `    <Arguments>${xml(`/d /s /c "${windowsLine(job)}"`)}</Arguments>`,
  '  </Exec></Actions>',
  '</Task>',
]

const two = (number: number) => String(number).padStart(2, '0')
const shellWord = (word: string) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)
const shellLine = ({ lines }: Job) => lines.map((line) => line.map(shellWord).join(' ')).join('; ')

/** The same with what is printed, and what is said of a fault, in the file; in the home folder where it cannot be. */
function shellLineTo(job: Job): string {
  if (job.list === null) return shellLine(job)
  const home = `"$HOME"/${shellWord(basename(job.list))}`
  return (
    `umask 077; f=${shellWord(job.list)}; (: >>"$f") 2>/dev/null || f=${home}; ` + `{ ${shellLine(job)}; } >"$f" 2>&1`
  )
}

/** systemd takes % for its own words and $ for the environment. */
const systemdWord = (word: string) =>
  `"${word.replace(/[\\"]/g, '\\$&').replaceAll('%', '%%').replaceAll('$', '$$$$')}"`

function windowsLine({ lines, list }: Job): string {
  const word = (text: string) => (/^[\w@+=:,./\\-]+$/.test(text) ? text : `"${text}"`)
  const line = lines.map((words) => words.map(word).join(' ')).join(' & ')
  return list === null ? line : `(${line}) > ${word(list)} 2>&1`
}

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
    `<!-- regulars-${job.name}.xml: ${xml(said)} -->`,
    ...windowsTask(job),
    `<!-- schtasks /create /f /tn regulars-${job.name} /xml regulars-${job.name}.xml -->`,
    '',
  ],
}
