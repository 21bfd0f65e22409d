import { inSmallHeap } from '../book/v8-flags.ts'
import type { ImportKind } from './columns.ts'
import type { InputFile } from './file/spool.ts'
import { type AskColumns, findColumns } from './find-columns.ts'
import type { FileFormat } from './format/schema.ts'
import type { ImportOptions, ImportPlan } from './import-plan.ts'
import { kindOf } from './kind-of.ts'
import type { ReadContext } from './outcome.ts'
import { profileColumns } from './profile/profile-columns.ts'
import { readFile } from './read-file.ts'

/** In bytes: a workbook of so many has 25,000 rows and more. */
const large = 1_000_000

/**
 * Reads how a file is written and what its columns mean; where that cannot be told and somebody is there, `ask` asks.
 * `kind` null lets the file say what it is. Throws what its steps throw: `readFile`, `kindOf`, `findColumns`,
 * `profileColumns`.
 */
export async function planImport(
  context: ReadContext,
  kind: ImportKind | null,
  input: InputFile,
  options: ImportOptions,
  formats: readonly FileFormat[],
  ask: AskColumns | null = null,
): Promise<ImportPlan> {
  const understood = async () => {
    const opened = await readFile(kind, input, options, formats)
    const known = await findColumns(kindOf(opened, kind), opened, options, ask)
    const written = await profileColumns(context, known, options)
    return { ...written, options }
  }
  // Looking through a large file leaves as much behind as taking it in.
  return input.size >= large ? inSmallHeap(understood) : understood()
}
