import { readPassword } from '../../cli/password-file.ts'
import { verb as declare } from '../../cli/verb.ts'
import { backUp } from '../../ledger/backup/backup.ts'
import { backupScreen } from '../../screens/backup.ts'

export const verb = declare({
  name: 'backup',
  args: '[file]',
  options: ['--keep <n>', '--password-file <file>'],
  book: 'write',
  input: (read) =>
    read.object({
      file: read.optional(read.text),
      keep: read.optional(read.count(1)),
      passwordFile: read.optional(read.text),
    }),
  screen: backupScreen,
  async run({ book, world }, { file, keep, passwordFile }) {
    const wishes = { keep: keep ?? null, password: readPassword(passwordFile) }
    return {
      backup: await backUp(book, file ?? null, wishes, {
        migrations: world.migrations,
        temporary: world.folders.temporary,
      }),
      dryRun: book.dryRun,
    }
  },
})
