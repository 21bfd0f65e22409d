import { verb as declare } from '../../cli/verb.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { ledgersScreen } from '../../screens/ledgers.ts'
import { isServerAddress } from '../../store/postgres/address.ts'
import { grantsOf } from './grants-of.ts'

export const verb = declare({
  name: 'ledgers',
  options: ['--grants'],
  book: 'none',
  input: (read) => read.object({ grants: read.flag }),
  screen: ledgersScreen,
  async run({ flags, openBook }, asked) {
    if (!isServerAddress(flags.db)) throw new LedgerError('engine.server-only', {})
    if (asked.grants) return { grants: await grantsOf(await openBook(flags.db, 'read'), flags.db) }
    const { ledgersOn } = await import('../../store/postgres/ledgers.ts')
    const found = await ledgersOn(flags.db, ['name', 'lastBackupAt'])
    const ledgers = found.map(({ ledger, notes }) => ({
      ledger,
      name: notes['name'] ?? '',
      lastBackupAt: notes['lastBackupAt'] ?? null,
    }))
    return { ledgers }
  },
})
