import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'backup',
  args: '[file]',
  options: ['--keep <n>'],
  book: 'write',
  input: (read) => read.object({ file: read.optional(read.text), keep: read.optional(read.count(1)) }),
  async run({ book, world, terminal, words }, { file, keep }) {
    const { backUp } = await import('../../ledger/backup/backup.ts')
    const done = await backUp(book, file ?? null, keep ?? null, world.migrations)
    await terminal.show(done, { say: (value) => words.safety.backedUp(value, book.dryRun) })
  },
})
