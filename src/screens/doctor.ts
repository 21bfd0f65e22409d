import type { Finding } from '../ledger/backup/doctor.ts'
import type { Duplicates } from '../ledger/backup/duplicates.ts'
import type { Oddity } from '../ledger/backup/oddities.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'

type Suspicion = Duplicates | Oddity

interface Examined {
  readonly path: string
  readonly sound: boolean
  readonly findings: readonly Finding[]
  readonly suspicions: readonly Suspicion[]
  readonly backups: readonly string[]
}

interface ExaminedLedger {
  readonly examined: Examined
  /** Whether it was asked for what looks odd. */
  readonly asked: boolean
}

/** What was looked at, and what was found there; with --quiet only what is wrong. */
export const doctorScreen: Screen<ExaminedLedger, Finding> = {
  data: ({ examined }) => examined,
  lines({ examined: { path, sound, findings, suspicions, backups }, asked }, voice) {
    const { words, quiet } = voice
    const { safety } = words
    const shown = findings.filter(({ state }) => !quiet || state === 'fault' || state === 'damage')
    const damaged = findings.some(({ state }) => state === 'damage')
    const odd = suspicions.map((suspicion) => `  ${suspected(suspicion, voice)}`)
    const [alike] = suspicions.flatMap((one) => ('customers' in one ? [one.customers] : []))
    return [
      ...(quiet && shown.length === 0 ? [] : [path]),
      ...shown.map((finding) => `  ${safety.marks[finding.state]}  ${found(finding, voice)}`),
      ...(asked
        ? odd.length === 0
          ? [safety.nothingOdd]
          : [safety.worthALook, ...odd, ...(alike ? [mergeHint(alike, voice)] : [])]
        : []),
      ...(damaged ? [safety.goBack(backups[0] ?? safety.aBackup)] : []),
      ...(quiet || damaged ? [] : [sound ? safety.sound : safety.works]),
    ]
  },
  rows: ({ examined }) => examined.findings,
  columns: { check: 'text', state: 'text', facts: 'facts' },
}

/** What a check found; of long lists what comes first. */
function found({ check, state, facts }: Finding, { words: { safety, marks } }: Voice): string {
  const { checks } = safety
  if (check === 'server')
    return checks.server.else({ ...facts, line: facts.encrypted ? safety.lines.encrypted : safety.lines.local })
  if (state === 'fine') return checks[check].fine
  switch (check) {
    case 'integrity':
      return checks.integrity.else({ broken: facts.broken.slice(0, 3).join(marks.clauses) })
    case 'references': {
      const dangling = Object.entries(facts.dangling).map(([table, rows]) => `${table} ${rows}`)
      return checks.references.else({ dangling: dangling.join(marks.items) })
    }
    case 'schema':
      return checks.schema.else({ different: facts.different.join(marks.items) })
    case 'sums': {
      const listed = (ids: readonly number[], said: (ids: string) => string) =>
        ids.length > 0 ? [said(ids.slice(0, 8).join(marks.items))] : []
      const wrong = [...listed(facts.entries, safety.entries), ...listed(facts.customers, safety.customers)]
      return checks.sums.else({ wrong: wrong.join(' ') })
    }
    case 'rights':
      return checks.rights.else({ closed: facts.closed.join(marks.items) })
    case 'sweeping':
      return checks.sweeping.else({ unswept: facts.unswept.join(marks.items) })
    case 'beside':
      return checks.beside.else({ foreign: facts.foreign.join(marks.items) })
    case 'tiers':
      return facts.on === null ? safety.neverSorted : checks.tiers.else(facts)
    case 'wiped':
      return facts.done ? safety.wiped : checks.wiped.else(facts)
    case 'backup':
      return facts.at === null ? safety.noBackup : checks.backup.else(facts)
    default:
      return (checks[check].else as (facts: Finding['facts']) => string)(facts)
  }
}

function suspected(suspicion: Suspicion, { words: { safety, marks }, phone }: Voice): string {
  if ('customers' in suspicion) {
    const who = suspicion.customers.map(({ id, name }) => `${name} #${id}`).join(marks.items)
    return suspicion.what === 'same-phone'
      ? safety.samePhone(phone(suspicion.shared), who)
      : safety.alike[suspicion.what](who)
  }
  const { what, ids } = suspicion
  const first = ids.slice(0, 12).join(marks.items)
  return safety.odd[what](ids.length > 12 ? safety.andMore(first) : first)
}

/** What makes one of the first two: the one entered later goes. */
function mergeHint(alike: Duplicates['customers'], { words: { safety } }: Voice): string {
  const [kept, duplicate] = alike
  return safety.mergeHint(duplicate?.id ?? 0, kept?.id ?? 0)
}
