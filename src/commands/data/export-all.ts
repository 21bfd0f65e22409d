import { sendOut } from '../../cli/export-file.ts'
import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'export all',
  options: ['--out <file>'],
  formats: ['jsonl'],
  book: 'read',
  input: (read) => read.object({ out: read.optional(read.text) }),
  async run(context, asked) {
    const { exportAll } = await import('../../ledger/dump/write.ts')
    await sendOut(context, 'all', asked, { jsonl: () => exportAll(context.book, context.world.version) })
  },
})
