import { exportVerb } from '../../cli/export-verb.ts'
import { exportAll } from '../../ledger/dump/write.ts'

export const verb = exportVerb({
  what: 'all',
  formats: { jsonl: ({ book, world }) => exportAll(book, world.version) },
})
