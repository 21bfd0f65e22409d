import type { Context } from '../../cli/context.ts'
import type { Imported } from '../../ledger/import/apply.ts'
import type { ImportPlan, StateMeaning } from '../../ledger/import/import-plan.ts'
import { freeName } from '../../ledger/import/rejects.ts'
import { stateKey } from '../../ledger/import/row/state-words.ts'
import { importView } from '../../screens/import.ts'
import { type AppliedImport, importValue, publicImport } from '../../screens/import-value.ts'
import { applyTo, bringsNothing, type ImportLedger, showImported } from './import-steps.ts'

/** Shows what would happen, asks, and does it: on a terminal. Returns the exit code. */
export async function importAsked(context: Context, ledger: ImportLedger, planned: ImportPlan): Promise<number> {
  const { terminal, words } = context
  const first = await applyTo(ledger.book, context, planned, true)
  const states = await askStates(context, first)
  const isSaid = states === null
  const meant = isSaid ? planned : withOptions(planned, { states: { ...planned.options.states, ...states } })
  const foreseen = isSaid ? first : await applyTo(ledger.book, context, meant, true)
  const nothing = bringsNothing(foreseen)
  // Where nobody said where the rejected rows go, and some will be: beside the file, as the preview announces.
  const plan = foreseen.rejected > 0 ? withOptions(meant, { rejects: rejectsBeside(meant, context) }) : meant
  await preview(context, plan, foreseen)
  if (nothing && foreseen.rejected === 0) {
    terminal.tell(words.importing.nothingToAsk)
    return 0
  }
  if (!(await terminal.confirm(words.importing.ask))) {
    terminal.tell(words.importing.declined)
    return 0
  }
  const imported = await applyTo(nothing ? ledger.book : await ledger.open(), context, plan, false)
  if ((['created', 'updated', 'unchanged', 'rejected'] as const).some((end) => imported[end] !== foreseen[end]))
    terminal.tell(words.importing.otherwise)
  return showImported(context, plan, imported, { dryRun: false, isForetold: true })
}

function withOptions(plan: ImportPlan, options: Partial<ImportPlan['options']>): ImportPlan {
  return { ...plan, options: { ...plan.options, ...options } }
}

/** What words of a status column are, asked of whoever sits there, once a word; null where nobody said. */
async function askStates(
  { terminal, words }: Context,
  { unknownStates }: Imported,
): Promise<Record<string, StateMeaning> | null> {
  const meanings: readonly StateMeaning[] = ['sale', 'owed', 'refund', 'skip']
  const states: Record<string, StateMeaning> = {}
  for (const { heading, word, rows } of unknownStates.slice(0, 20)) {
    const { whatState, stateMeanings } = words.importing
    const chosen = await terminal.chooseListed(whatState(heading, word, rows), stateMeanings)
    const meaning = chosen === null ? undefined : meanings[chosen]
    if (meaning) states[stateKey(word)] = meaning
  }
  return Object.keys(states).length > 0 ? states : null
}

function rejectsBeside({ table, options }: ImportPlan, { words }: Context): string {
  if (options.rejects !== null) return options.rejects
  const { file } = table.about
  const stem = file === '-' ? 'import' : file.replace(/\.[^./\\]+$/, '')
  return freeName((number) => words.importing.rejectsName(number === 1 ? stem : `${stem}-${number}`))
}

/**
 * What would be done, before it is asked for: on stdout where people read it, else beside the one value that goes
 * there.
 */
async function preview(context: Context, plan: ImportPlan, foreseen: AppliedImport): Promise<void> {
  const { flags, terminal, words, world } = context
  const full = await importValue(plan, foreseen, true, terminal.voice)
  const value = publicImport(full)
  const view = importView(plan, full, foreseen.classified, words)
  if (flags.format === 'table' && !flags.columns && world.stdout.isTTY) await terminal.show(value, view, true)
  else terminal.warn([view.lines(value, terminal.voice)].flat().join('\n'))
}
