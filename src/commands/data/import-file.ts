import type { Context } from '../../cli/context.ts'
import { ownFilesBeside } from '../../cli/own-files.ts'
import { bringsAnything } from '../../ledger/import/apply.ts'
import type { ImportKind } from '../../ledger/import/columns.ts'
import { type InputFile, inputFile } from '../../ledger/import/file/spool.ts'
import { knownFormats } from '../../ledger/import/format/own-formats.ts'
import type { ImportPlan } from '../../ledger/import/import-plan.ts'
import { planImport } from '../../ledger/import/plan.ts'
import { askColumns } from './import-ask-columns.ts'
import { importAsked } from './import-asked.ts'
import { optionsOf, type TypedImport } from './import-flags.ts'
import { applyTo, type ImportLedger, ledgerOf, showImported } from './import-steps.ts'

/**
 * Reads, plans, shows what would happen and asks (on a terminal), applies: `import`, `import customers`, `import
 * purchases`, `import contacts`, `import surveys`. `kind` null: the file says what it is; `spooled`: it was opened to
 * see.
 */
export async function runImport(
  context: Context,
  kind: ImportKind | null,
  typed: TypedImport,
  spooled?: InputFile,
): Promise<void> {
  const { flags, terminal, world } = context
  const ledger = await ledgerOf(context)
  const options = optionsOf(typed, ledger.book)
  const input = spooled ?? (await inputFile(typed.file, world.stdin, world.folders.temporary))
  try {
    const formats = (await knownFormats(ownFilesBeside(context, 'formats'))).map(({ format }) => format)
    const ask = terminal.interactive ? askColumns(context) : null
    const plan = await planImport(ledger.book, kind, input, options, formats, ask)
    const isAsked = terminal.interactive && !flags.yes && !flags.dryRun
    const exit = isAsked ? await importAsked(context, ledger, plan) : await importAtOnce(context, ledger, plan)
    context.exitWith(exit)
  } finally {
    input.drop()
  }
}

/** Nobody is asked. A ledger is made for a file when something of it will stand there, which large ones do. */
async function importAtOnce(context: Context, ledger: ImportLedger, plan: ImportPlan): Promise<number> {
  const { dryRun } = context.flags
  const isSure = dryRun || ledger.isThere || plan.table.about.large
  // Of a file that brings nothing, all that stays is the rows it was rejected for.
  const isNothing = !isSure && !(await bringsAnything(ledger.book, plan))
  const book = isNothing ? ledger.book : await ledger.open()
  const imported = await applyTo(book, context, plan, dryRun)
  return showImported(context, plan, imported, { dryRun, isForetold: false })
}
