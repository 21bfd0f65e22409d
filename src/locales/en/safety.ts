import type { BackedUp } from '../../ledger/backup/backup.ts'
import type { Contents } from '../../ledger/backup/contents.ts'
import type { Finding, Sayings } from '../../ledger/backup/doctor.ts'
import type { Suspicion } from '../../ledger/backup/duplicates.ts'
import { sizeOf } from '../size.ts'
import type { Speech } from '../speech.ts'

const plural = (count: number, one: string, many = `${one}s`) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`
/** What each thing looked at says when it is as it should be, and when it is not. */
const checks: Sayings = {
  integrity: { fine: 'the file is whole', else: ({ broken }) => `the file is damaged: ${broken.slice(0, 3).join('; ')}` },
  references: {
    fine: 'every row names rows that are there',
    else: ({ dangling }) =>
      `rows name others that are not there: ${Object.entries(dangling)
        .map(([table, rows]) => `${table} ${rows}`)
        .join(', ')}`,
  },
  version: {
    fine: 'the file is of this version',
    else: ({ found, known }) => `an older file (version ${found}, this program writes ${known}): regulars doctor --migrate`,
  },
  schema: {
    fine: 'tables and indexes are as they should be',
    else: ({ different }) => `tables or indexes are not as they should be: ${different.join(', ')}`,
  },
  sums: {
    fine: 'every balance is the sum of its entries',
    else: ({ entries, customers }) => {
      return [
        'sums do not agree:',
        entries.length > 0 ? `entries ${entries.slice(0, 8).join(', ')}` : '',
        customers.length > 0 ? `customers ${customers.slice(0, 8).join(', ')}` : '',
      ]
        .filter(Boolean)
        .join(' ')
    },
  },
  tiers: {
    fine: 'tiers are fresh',
    else: ({ on, days }) => (on === null ? 'tiers have never been sorted: regulars classify' : `tiers are ${days} days old: regulars classify`),
  },
  backup: {
    fine: 'a backup is at hand',
    else: ({ at, days }) => (at === null ? 'no backup yet: regulars backup' : `the last backup is ${days} days old: regulars backup`),
  },
  timezone: { fine: 'the time zone is known', else: ({ timezone }) => `no such time zone: ${timezone}` },
  place: {
    fine: 'nobody else serves the folder',
    else: ({ shared }) => `the folder is served by ${shared}, which may tear the ledger: keep it on this computer, and put backups there`,
  },
  permissions: { fine: 'only you can read the file', else: ({ mode }) => `others on this computer can open the file (${mode}): chmod 600 FILE` },
  log: {
    fine: 'no log is left beside it',
    else: ({ bytes }) => `a log of ${sizeOf(bytes)} lies beside it (-wal): it belongs to the ledger, copy with regulars backup`,
  },
}
const marks = { fine: 'ok   ', note: 'note ', fault: 'FAULT', damage: 'FAULT' }

const told = ({ check, state, facts }: Finding) => (state === 'fine' ? checks[check].fine : (checks[check].else as (facts: Finding['facts']) => string)(facts))

const suspicion = (found: Suspicion, voice: Speech): string => {
  if ('customers' in found) {
    const who = found.customers.map(({ id, name }) => `${name} #${id}`).join(', ')
    return found.what === 'same-phone' ? `same phone ${voice.phone(found.shared)}: ${who}` : `same name: ${who}`
  }
  const ids = `${found.ids.slice(0, 12).join(', ')}${found.ids.length > 12 ? ' …' : ''}`
  return {
    'entry-ahead': `entries of days to come: ${ids}`,
    'joined-ahead': `customers who join in days to come: ${ids}`,
    birthday: `birthdays that cannot be read: customers ${ids}`,
    'same-ref': `one receipt number, several purchases: entries ${ids}`,
  }[found.what]
}

/** What backup, restore and doctor say. */
export const safety = {
  backedUp: ({ path, bytes, customers, removed }: BackedUp, rehearsed: boolean): string[] => [
    rehearsed
      ? `Would back up to ${path} (about ${sizeOf(bytes)}, ${plural(customers, 'customer')})`
      : `Backed up and read back: ${path} (${sizeOf(bytes)}, ${plural(customers, 'customer')})`,
    `Not encrypted: who finds it finds ${plural(customers, 'customer')} with phones and purchases.`,
    ...(removed.length > 0 ? [`Deleted ${plural(removed.length, 'older backup')} (--keep).`] : []),
  ],
  foundInBackup: ({ at, customers, purchases, owed }: Contents & { at: string | null }, voice: Speech) =>
    `The backup is whole${at === null ? '' : `: ${at}`}, ${plural(customers, 'customer')}, ${plural(purchases, 'purchase')}, owed ${voice.money(owed)}`,
  replaceLedger: (path: string) => `Put it in the place of ${path}? (That one is kept beside it.)`,
  putLedger: (path: string) => `There is no ledger at ${path} yet. Put it there?`,
  notRestored: 'Nothing was restored.',
  restored: ({ path, replaced }: { path: string; replaced: string | null }, replaces: boolean, rehearsed: boolean): string[] => {
    if (rehearsed) return [replaces ? `Would take the place of ${path}.` : `Would be put at ${path}.`]
    if (replaced === null) return [`There was no ledger here; it is now at ${path}`]
    return [`Restored: ${path}`, `The one before is kept: ${replaced}`, `To go back to it: regulars restore ${replaced} --yes`]
  },
  examined: ({ path, sound, findings, suspicions, backups }: Examined, { asked, quiet }: { asked: boolean; quiet: boolean }, voice: Speech): string[] => {
    const shown = findings.filter(({ state }) => !quiet || state === 'fault' || state === 'damage')
    const damaged = findings.some(({ state }) => state === 'damage')
    return [
      ...(quiet && shown.length === 0 ? [] : [path]),
      ...shown.map((found) => `  ${marks[found.state]}  ${told(found)}`),
      ...(asked
        ? suspicions.length === 0
          ? ['Nothing that looks odd.']
          : ['Worth a look:', ...suspicions.map((found) => `  ${suspicion(found, voice)}`)]
        : []),
      ...(damaged ? [`Go back to the last good state: regulars restore ${backups[0] ?? 'BACKUP'}`] : []),
      ...(quiet || damaged ? [] : [sound ? 'The ledger is sound.' : 'The ledger works; put right what is marked FAULT.']),
    ]
  },
}

export interface Examined {
  readonly path: string
  readonly sound: boolean
  readonly findings: readonly Finding[]
  readonly suspicions: readonly Suspicion[]
  readonly backups: readonly string[]
}
