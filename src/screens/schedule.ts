import type { Screen } from '../terminal/screen.ts'

/** The systems that can run a command by the clock. */
export const schedulers = ['cron', 'systemd', 'launchd', 'windows'] as const
export type Scheduler = (typeof schedulers)[number]

/** What runs when: the program and the ledger by their full paths, for a clock knows neither PATH nor home folder. */
export interface Job {
  readonly name: 'morning' | 'backup'
  readonly hour: number
  readonly minute: number
  /** One after another; the next only when the one before went well. */
  readonly lines: readonly (readonly string[])[]
}

export function dailyJobs(program: readonly string[], db: string): Job[] {
  const typed = (...words: string[]) => [...program, ...words, '--db', db]
  return [
    { name: 'morning', hour: 8, minute: 0, lines: [typed('classify', '--quiet'), typed('due', '--no-input')] },
    { name: 'backup', hour: 21, minute: 30, lines: [typed('backup', '--keep', '14', '--quiet')] },
  ]
}

/** Lines to paste, with a comment of the reader's language before each job. */
export const scheduleScreen: Screen<{ readonly system: Scheduler; readonly jobs: readonly Job[] }> = {
  lines: ({ system, jobs }, { words }) => jobs.flatMap((job) => writers[system](job, words.data.schedule[job.name])),
  aside: ({ system }, { words }) => [words.data.howToSchedule[system]],
  verbatim: true,
}

const two = (number: number) => String(number).padStart(2, '0')
const shellWord = (word: string) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)
const shellLine = ({ lines }: Job) => lines.map((line) => line.map(shellWord).join(' ')).join(' && ')
const xml = (text: string) => text.replace(/[<>&"]/g, (mark) => `&#${mark.charCodeAt(0)};`)

const writers: Record<Scheduler, (job: Job, said: string) => string[]> = {
  // cron takes a bare % for the end of the line.
  cron: (job, said) => [`# ${said}`, `${job.minute} ${job.hour} * * * ${shellLine(job).replaceAll('%', '\\%')}`],
  systemd: (job, said) => [
    `# ~/.config/systemd/user/regulars-${job.name}.service: ${said}`,
    '[Service]',
    'Type=oneshot',
    ...job.lines.map(
      (line) =>
        `ExecStart=${line.map((word) => `"${word.replace(/[\\"]/g, '\\$&').replaceAll('%', '%%')}"`).join(' ')}`,
    ),
    `# ~/.config/systemd/user/regulars-${job.name}.timer`,
    '[Timer]',
    `OnCalendar=*-*-* ${two(job.hour)}:${two(job.minute)}:00`,
    'Persistent=true',
    '[Install]',
    'WantedBy=timers.target',
    `# systemctl --user enable --now regulars-${job.name}.timer`,
    '',
  ],
  launchd: (job, said) => [
    `<!-- ~/Library/LaunchAgents/regulars.${job.name}.plist: ${xml(said)} -->`,
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<plist version="1.0"><dict>',
    `  <key>Label</key><string>regulars.${job.name}</string>`,
    '  <key>ProgramArguments</key><array>',
    ...['/bin/sh', '-c', shellLine(job)].map((word) => `    <string>${xml(word)}</string>`),
    '  </array>',
    `  <key>StartCalendarInterval</key><dict><key>Hour</key><integer>${job.hour}</integer><key>Minute</key><integer>${job.minute}</integer></dict>`,
    '</dict></plist>',
    `<!-- launchctl load ~/Library/LaunchAgents/regulars.${job.name}.plist -->`,
    '',
  ],
  windows: (job, said) => {
    const line = job.lines
      .map((words) => words.map((word) => (/^[\w@+=:,./\\-]+$/.test(word) ? word : `\\"${word}\\"`)).join(' '))
      .join(' && ')
    return [
      `:: ${said}`,
      `schtasks /create /tn regulars-${job.name} /sc daily /st ${two(job.hour)}:${two(job.minute)} /tr "cmd /c ${line}"`,
    ]
  },
}
