import type { Finding } from '../../ledger/backup/doctor.ts'
import type { Duplicates } from '../../ledger/backup/duplicates.ts'
import type { Oddity } from '../../ledger/backup/oddities.ts'
import { quoted } from '../asked.ts'
import { sizeOf } from '../size.ts'
import { counted } from './plural.ts'

type Found = { readonly [One in Finding as One['check']]: One['facts'] }

/** What a check found, its lists already worded. */
interface WordedFacts
  extends Omit<Found, 'integrity' | 'references' | 'schema' | 'sums' | 'beside' | 'rights' | 'sweeping' | 'server'> {
  readonly integrity: { readonly broken: string }
  readonly references: { readonly dangling: string }
  readonly schema: { readonly different: string }
  readonly sums: { readonly wrong: string }
  readonly beside: { readonly foreign: string }
  readonly server: { readonly version: string; readonly line: string }
  readonly rights: { readonly closed: string }
  readonly sweeping: { readonly unswept: string }
}

/** A sentence of each check for when all is as it should be, and for what it found else. */
export type CheckWords = {
  readonly [Check in keyof WordedFacts]: {
    readonly fine: string
    readonly else: (facts: WordedFacts[Check]) => string
  }
}

type OddWords = Readonly<Record<Oddity['what'], (ids: string) => string>>
type AlikeWords = Readonly<Record<Exclude<Duplicates['what'], 'same-phone'>, (who: string) => string>>

/** What each thing looked at says when it is as it should be, and when it is not. */
const checks: CheckWords = {
  integrity: { fine: 'the file is whole', else: ({ broken }) => `the file is damaged: ${broken}` },
  references: {
    fine: 'every row names rows that are there',
    else: ({ dangling }) => `rows name others that are not there: ${dangling}`,
  },
  version: {
    fine: 'the file is of this version',
    else: ({ found, known }) =>
      `an older file (version ${found}, this program writes ${known}): regulars doctor --migrate`,
  },
  schema: {
    fine: 'tables and indexes are as they should be',
    else: ({ different }) => `tables or indexes are not as they should be: ${different}`,
  },
  sums: {
    fine: 'every balance is the sum of its entries',
    else: ({ wrong }) => `sums do not agree: ${wrong}`,
  },
  tiers: {
    fine: 'tiers are fresh',
    else: ({ days }) => `tiers are ${days} days old: regulars classify`,
  },
  backup: {
    fine: 'a backup is at hand',
    else: ({ days }) => `the last backup is ${days} days old: regulars backup`,
  },
  list: {
    fine: 'the daily list is made',
    else: ({ stoppedOn }) =>
      `the daily list has not been made since ${stoppedOn}: ` +
      'regulars schedule --install, or --remove if it is not wanted',
  },
  timezone: {
    fine: 'the time zone is known',
    else: ({ timezone }) => `no such time zone: ${timezone}: regulars policy set shop.timezone Asia/Shanghai, say`,
  },
  currency: {
    fine: 'the currency is known',
    else: ({ currency }) => `no such currency: ${currency}: regulars policy set shop.currency CNY, say`,
  },
  region: {
    fine: 'the region is known',
    else: ({ region }) => `no such region: ${region}: regulars policy set shop.region CN, say`,
  },
  place: {
    fine: 'the file lies on this computer',
    else: ({ shared }) =>
      `the folder is served by ${shared}, which may tear the ledger: keep it on this computer, and put backups there`,
  },
  permissions: {
    fine: 'only you can read the file',
    else: ({ mode }) => `others on this computer can open the file (${mode}): chmod 600 FILE`,
  },
  wiped: {
    fine: 'nothing is left of who was forgotten',
    else: () =>
      'somebody was forgotten, and the file is not yet wiped: another program reads it; close it, then regulars doctor',
  },
  beside: {
    fine: 'what lies beside it is the owner’s',
    else: ({ foreign }) =>
      `beside it lies what belongs to another user, and nothing is read before it is moved away: ${foreign}`,
  },
  names: {
    fine: 'the file has one name',
    else: ({ names }) =>
      `the file has ${names} names (hard links), and its log lies beside one of them: use one, remove the others`,
  },
  server: {
    fine: 'the server answers',
    else: ({ version, line }) => `PostgreSQL ${version}${line}`,
  },
  rights: {
    fine: 'every table can be read and written',
    else: ({ closed }) => `this user may not read or write: ${closed}`,
  },
  sweeping: {
    fine: 'the server sweeps its tables',
    else: ({ unswept }) => `tables full of rows that are gone: ${unswept}: vacuumdb, or ask who keeps the server`,
  },
  log: {
    fine: 'no log is left beside it',
    else: ({ bytes }) =>
      `a log of ${sizeOf(bytes)} lies beside it (-wal): it belongs to the ledger, copy with regulars backup`,
  },
}

/** What backup, restore and doctor say. */
export const safety = {
  lines: { encrypted: ', over an encrypted line', local: ', on this computer' },
  backedUp: (path: string, size: string, customers: number) =>
    `Backed up and read back: ${path} (${size}, ${counted(customers, 'customer')})`,
  wouldBackUp: (path: string, size: string, customers: number) =>
    `Would back up to ${path} (about ${size}, ${counted(customers, 'customer')})`,
  notEncrypted: (customers: number) =>
    `Not encrypted: who finds it finds ${counted(customers, 'customer')} with phones and purchases.`,
  encrypted: 'Encrypted: without its password nobody opens it again, you included.',
  deleted: (count: number) => `Deleted ${counted(count, 'older backup')} (--keep).`,
  holds: (customers: number, purchases: number, owed: string) =>
    `${counted(customers, 'customer')}, ${counted(purchases, 'purchase')}, owed ${owed}`,
  found: (holds: string) => `The backup is whole, ${holds}`,
  foundOf: (at: string, holds: string) => `The backup is whole: ${at}, ${holds}`,
  replaceLedger: (path: string) => `Put it in the place of ${path}? (That one is kept beside it.)`,
  notRestored: 'Nothing was restored.',
  wouldReplace: (path: string) => `Would take the place of ${path}.`,
  wouldPut: (path: string) => `Would be put at ${path}.`,
  put: (path: string) => `There was no ledger here; it is now at ${path}`,
  restored: (path: string, replaced: string) => [
    `Restored: ${path}`,
    `The one before is kept: ${replaced}`,
    `To go back to it: regulars restore ${quoted(replaced)} --yes`,
  ],
  marks: { fine: 'ok   ', note: 'note ', fault: 'FAULT', damage: 'FAULT' },
  checks,
  entries: (ids: string) => `entries ${ids}`,
  customers: (ids: string) => `customers ${ids}`,
  neverSorted: 'tiers have never been sorted: regulars classify',
  noBackup: 'no backup yet: regulars backup',
  andMore: (ids: string) => `${ids} …`,
  samePhone: (phone: string, who: string) => `same phone ${phone}: ${who}`,
  alike: {
    'same-person': (who) => `same name and birthday: ${who}`,
    'same-name': (who) => `same name: ${who}`,
    'same-but-title': (who) => `same name but for how they are addressed: ${who}`,
    'sounds-alike': (who) => `names that sound alike: ${who}`,
  } as AlikeWords,
  mergeHint: (duplicate: number, kept: number) =>
    `Two that are one: regulars merge ${duplicate} --into ${kept} --dry-run`,
  wiped: 'somebody was forgotten while another program read the file: it is wiped now',
  odd: {
    'entry-ahead': (ids: string) => `entries of days to come: ${ids}`,
    'joined-ahead': (ids: string) => `customers who join in days to come: ${ids}`,
    birthday: (ids: string) => `birthdays that cannot be read: customers ${ids}`,
    'birthday-improbable': (ids: string) => `birthdays that are hardly theirs: customers ${ids}`,
    'no-phone': (ids: string) => `no phone: customers ${ids}`,
    unverified: (ids: string) => `not bought, answered or edited for two years: customers ${ids}`,
    'same-ref': (ids: string) => `one receipt number, several purchases: entries ${ids}`,
  } as OddWords,
  nothingOdd: 'Nothing that looks odd.',
  worthALook: 'Worth a look:',
  goBack: (backup: string) => `Go back to the last good state: regulars restore ${backup}`,
  aBackup: 'BACKUP',
  sound: 'The ledger is sound.',
  works: 'The ledger works; put right what is marked FAULT.',
}
