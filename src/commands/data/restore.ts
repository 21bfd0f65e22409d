import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'restore',
  args: '<file>',
  book: 'own',
  confirms: true,
  input: (read) => read.object({ file: read.text }),
  async run(context, { file }) {
    const { flags, world, terminal } = context
    const { readyToRestore } = await import('../../ledger/backup/restore.ts')
    const { contentsOf } = await import('../../ledger/backup/contents.ts')
    const { momentInZone } = await import('../../ledger/day.ts')
    const { agreed } = await import('../../cli/confirm.ts')
    const ready = readyToRestore(file, flags.db, world.migrations)
    try {
      const book = await context.openBook(ready.waiting, 'read')
      const found = await contentsOf(book)
      const at = found.backedUpAt === null ? null : momentInZone(new Date(found.backedUpAt), book.timezone)
      book.store.close()
      const { safety } = context.words
      terminal.tell(safety.foundInBackup({ ...found, at }, terminal.voice))
      if (!(await agreed(context, 'restore', ready.replaces ? safety.replaceLedger(flags.db) : safety.putLedger(flags.db)))) {
        terminal.tell(safety.notRestored)
        return
      }
      const replaced = flags.dryRun ? null : ready.inPlace(momentInZone(world.now(), book.timezone))
      const { customers, purchases, owed, credit, backedUpAt } = found
      await terminal.show(
        { change: null, path: flags.db, from: file, replaced, customers, purchases, owed, credit, backedUpAt },
        { say: (value) => safety.restored(value, ready.replaces, flags.dryRun) },
      )
    } finally {
      ready.abandon()
    }
  },
})
