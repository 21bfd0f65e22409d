import type { Finding } from '../ledger/backup/doctor.ts'
import type { Examined } from '../locales/en/safety.ts'
import type { Screen } from '../terminal/screen.ts'

interface ExaminedLedger {
  readonly examined: Examined
  /** Whether it was asked for what looks odd. */
  readonly asked: boolean
}

/** What was looked at, and what was found there; with --quiet only what is wrong. */
export const doctorScreen: Screen<ExaminedLedger, Finding> = {
  data: ({ examined }) => examined,
  lines: ({ examined, asked }, voice) => voice.words.safety.examined(examined, { asked, quiet: voice.quiet }, voice),
  rows: ({ examined }) => examined.findings,
  columns: { check: 'text', state: 'text', facts: 'facts' },
}
