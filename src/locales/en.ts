import { account } from './en/account.ts'
import { changes } from './en/changes.ts'
import { columns } from './en/columns.ts'
import { data } from './en/data.ts'
import { entry } from './en/entry.ts'
import { errors } from './en/errors.ts'
import { glance } from './en/glance.ts'
import { help } from './en/help.ts'
import { terms } from './en/terms.ts'

/** Every sentence of the program in English: its type is the contract each language keeps. */
export const en = {
  terms,
  columns,
  help,
  errors,
  fault: (message: string) => ({
    message: `A fault of ours: ${message}`,
    hint: 'The ledger is as before. To see where: the same command with REGULARS_DEBUG=1',
  }),
  dryRun: 'Nothing was changed (--dry-run).',
  undoHint: (change: number) => `Slip? regulars undo   (change ${change})`,
  newLedger: (path: string) => `New ledger: ${path}`,
  whichOne: (asked: string) => `“${asked}”: which one?`,
  entry,
  glance,
  account,
  changes,
  data,
}

export type Words = typeof en
