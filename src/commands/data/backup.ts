import { verb as declare } from '../../cli/verb.ts'
import { backUp } from '../../ledger/backup/backup.ts'
import { backupScreen } from '../../screens/backup.ts'

export const verb = declare({
  name: 'backup',
  args: '[file]',
  options: ['--keep <n>'],
  book: 'write',
  input: (read) => read.object({ file: read.optional(read.text), keep: read.optional(read.count(1)) }),
  screen: backupScreen,
  async run({ book, world }, { file, keep }) {
    return {
      backup: await backUp(book, file ?? null, keep ?? null, {
        migrations: world.migrations,
        temporary: world.folders.temporary,
      }),
      dryRun: book.dryRun,
    }
  },
})
