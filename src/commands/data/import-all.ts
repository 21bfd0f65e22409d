import { verb as declare } from '../../cli/verb.ts'
import { withProgress } from '../../cli/with-progress.ts'
import { linesOf } from '../../ledger/dump/lines.ts'
import { importAll, openDump, refuseUnfit } from '../../ledger/dump/read.ts'
import { importAllScreen, wholeShop } from '../../screens/import-all.ts'
import { piecesOf } from '../../store/files/read.ts'
import { ledgerExists } from '../../store/sqlite/file.ts'

export const verb = declare({
  name: 'import all',
  args: '<file>',
  book: 'own',
  confirms: true,
  input: (read) => read.object({ file: read.text }),
  screen: importAllScreen,
  async run(context, { file }) {
    const { flags, openBook, terminal, world } = context
    const there = ledgerExists(flags.db) ? await openBook(flags.db, 'create') : null
    // A ledger is made only for a file that is one, and that somebody wants.
    const whole = await openDump(file, linesOf(file, file === '-' ? world.stdin : piecesOf(file)))
    await refuseUnfit(there ?? (await openBook(flags.db, 'create', undefined, true)), whole)
    const { words } = context
    const say = words.exported.whole
    const { ledger, rows } = whole.header
    if (terminal.interactive && !flags.yes && !flags.dryRun) {
      terminal.tell(wholeShop(file, ledger.name, rows, terminal.voice))
      if (!(await terminal.confirm(say.question(flags.db)))) return terminal.tell(say.left)
    }
    const book = there ?? (await openBook(flags.db, 'create'))
    if (!there && !flags.dryRun) terminal.tell(words.newLedger(flags.db))
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
    const imported = await withProgress(context, total, (progress) => importAll(book, whole, progress))
    return { ...imported, dryRun: flags.dryRun }
  },
})
