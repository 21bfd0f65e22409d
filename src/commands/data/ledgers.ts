import { verb as declare } from '../../cli/verb.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { ledgersScreen } from '../../screens/ledgers.ts'
import { isServerAddress } from '../../store/postgres/address.ts'

export const verb = declare({
  name: 'ledgers',
  book: 'none',
  input: (read) => read.object({}),
  screen: ledgersScreen,
  async run({ flags }) {
    if (!isServerAddress(flags.db)) throw new LedgerError('engine.server-only', {})
    const { ledgersOn } = await import('../../store/postgres/ledgers.ts')
    const found = await ledgersOn(flags.db, ['name', 'lastBackupAt'])
    return found.map(({ ledger, notes }) => ({
      ledger,
      name: notes['name'] ?? '',
      lastBackupAt: notes['lastBackupAt'] ?? null,
    }))
  },
})
