import { confirmed } from '../../cli/confirm.ts'
import { readPassword } from '../../cli/password-file.ts'
import { verb as declare } from '../../cli/verb.ts'
import { contentsOf } from '../../ledger/backup/contents.ts'
import { readyToRestore } from '../../ledger/backup/restore.ts'
import { momentInZone } from '../../ledger/day.ts'
import { foundInBackup, restoreScreen } from '../../screens/backup.ts'

export const verb = declare({
  name: 'restore',
  args: '<file>',
  options: ['--password-file <file>'],
  book: 'own',
  confirms: true,
  input: (read) => read.object({ file: read.text, passwordFile: read.optional(read.text) }),
  screen: restoreScreen,
  async run(context, { file, passwordFile }) {
    const { flags, world, terminal } = context
    const surroundings = { migrations: world.migrations, temporary: world.folders.temporary }
    const ready = await readyToRestore(file, flags.db, readPassword(passwordFile), surroundings)
    try {
      const book = await context.openBook(ready.waiting, 'read')
      const found = await contentsOf(book)
      const at = found.backedUpAt === null ? null : momentInZone(new Date(found.backedUpAt), book.timezone)
      book.store.close()
      const { safety } = context.words
      terminal.tell(foundInBackup({ ...found, at }, terminal.voice))
      // Where nothing is, nothing can be lost.
      if (ready.replaces && !(await confirmed(context, 'restore', safety.replaceLedger(flags.db))))
        return terminal.tell(safety.notRestored)
      const moment = momentInZone(world.now(), book.timezone)
      const { replaced, leftBehind } = flags.dryRun ? { replaced: null, leftBehind: [] } : await ready.inPlace(moment)
      for (const log of leftBehind) terminal.warn(context.words.logKept(log))
      const { customers, purchases, owed, credit, backedUpAt } = found
      const restored = {
        change: null,
        path: flags.db,
        from: file,
        replaced,
        customers,
        purchases,
        owed,
        credit,
        backedUpAt,
      }
      return { restored, replaces: ready.replaces, dryRun: flags.dryRun }
    } finally {
      ready.abandon()
    }
  },
})
