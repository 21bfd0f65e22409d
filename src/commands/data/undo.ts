import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'undo',
  args: '[change]',
  options: ['--keep-edited'],
  book: 'write',
  input: (read) => read.object({ change: read.optional(read.count(1)), keepEdited: read.flag }),
  async run({ book, flags, terminal, words }, { change, keepEdited }) {
    const { planUndo, undoChange } = await import('../../ledger/book/change/undo.ts')
    const { tellable } = await import('../../ledger/book/change/log.ts')
    const { agreed } = await import('../../cli/confirm.ts')
    const { cleanDeep } = await import('../../terminal/clean.ts')
    const target = await planUndo(book, change ?? null, { keepEdited })
    const [told] = cleanDeep(await tellable(book, [target]))
    if (!told) return
    const what = words.changes.tell(told, terminal.voice)
    if (!(await agreed({ terminal, flags }, 'undo', words.changes.question(told, what)))) {
      terminal.tell(words.changes.left)
      return
    }
    const undone = await undoChange(book, target.change, { keepEdited })
    await terminal.show(undone, {
      say: ({ change, undone, kept }) =>
        [(change === null ? words.changes.wouldUndo : words.changes.undone)(undone, what), words.changes.kept(kept.length)].filter(Boolean),
      rows: (value) => [{ ...value, kept: value.kept.length }],
      columns: { change: 'count', undone: 'count', kept: 'count' },
    })
  },
})
