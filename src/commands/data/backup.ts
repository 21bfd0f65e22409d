import { dirname, join } from 'node:path'
import { readPassword } from '../../cli/password-file.ts'
import { verb as declare } from '../../cli/verb.ts'
import { backUp } from '../../ledger/backup/backup.ts'
import { backupScreen } from '../../screens/backup.ts'
import { ledgerExists } from '../../store/exists.ts'
import { isServerAddress } from '../../store/postgres/address.ts'
import { mayWrite } from '../../store/sqlite/file.ts'

export const verb = declare({
  name: 'backup',
  args: '[file]',
  options: ['--keep <n>', '--password-file <file>'],
  book: 'own',
  confirms: true,
  input: (read) =>
    read.object({
      file: read.optional(read.text),
      keep: read.optional(read.count(1)),
      passwordFile: read.optional(read.text),
    }),
  screen: backupScreen,
  async run({ flags, world, openBook }, { file, keep, passwordFile }) {
    // Who may only read a ledger can take a copy of it too.
    const onServer = isServerAddress(flags.db)
    const mayNote = onServer || !(await ledgerExists(flags.db)) || mayWrite(flags.db)
    const book = await openBook(flags.db, mayNote ? 'write' : 'read')
    const wishes = { keep: keep ?? null, password: readPassword(passwordFile) }
    return {
      backup: await backUp(book, file ?? null, wishes, {
        migrations: world.migrations,
        temporary: world.folders.temporary,
        usual: join(onServer ? world.folders.data : dirname(flags.db), 'backups'),
      }),
      dryRun: book.dryRun,
    }
  },
})
