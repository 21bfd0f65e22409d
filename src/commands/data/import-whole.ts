import type { Context } from '../../cli/context.ts'
import { withProgress } from '../../cli/with-progress.ts'
import { linesOf } from '../../ledger/dump/lines.ts'
import { type DumpImported, importAll, openDump, refuseUnfit } from '../../ledger/dump/read.ts'
import { wholeShop } from '../../screens/import-all.ts'
import { ledgerExists } from '../../store/exists.ts'
import { piecesOf } from '../../store/files/read.ts'

/**
 * Reads a whole shop into an empty ledger: `import all`, and `import` of such a file. Undefined where somebody was
 * asked and left it.
 */
export async function importWhole(
  context: Context,
  file: string,
  pieces = file === '-' ? context.world.stdin : piecesOf(file),
): Promise<(DumpImported & { readonly dryRun: boolean }) | undefined> {
  const { flags, openBook, terminal } = context
  const there = (await ledgerExists(flags.db)) ? await openBook(flags.db, 'create') : null
  // A ledger is made only for a file that is one, and that somebody wants.
  const whole = await openDump(file, linesOf(file, pieces))
  await refuseUnfit(there ?? (await openBook(flags.db, 'create', undefined, true)), whole)
  const { words } = context
  const say = words.exported.whole
  const { ledger, rows } = whole.header
  if (terminal.interactive && !flags.yes && !flags.dryRun) {
    terminal.tell(wholeShop(file, ledger.name, rows, terminal.voice))
    if (!(await terminal.confirm(say.question(flags.db)))) {
      terminal.tell(say.left)
      return undefined
    }
  }
  const book = there ?? (await openBook(flags.db, 'create'))
  if (!there && !flags.dryRun) terminal.tell(words.newLedger(flags.db))
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
  const imported = await withProgress(context, total, (progress) => importAll(book, whole, progress))
  return { ...imported, dryRun: flags.dryRun }
}
