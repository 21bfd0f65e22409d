import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'import all',
  args: '<file>',
  book: 'own',
  confirms: true,
  input: (read) => read.object({ file: read.text }),
  async run(context, { file }) {
    const { flags, openBook, terminal, world } = context
    const { importAll, openDump, refuseUnfit } = await import('../../ledger/dump/read.ts')
    const { linesOf } = await import('../../ledger/dump/lines.ts')
    const { ledgerExists } = await import('../../store/sqlite/file.ts')
    const { piecesOf } = await import('../../store/files/read.ts')
    const { progressOn } = await import('../../terminal/progress.ts')
    const there = ledgerExists(flags.db) ? await openBook(flags.db, 'create') : null
    // A ledger is made only for a file that is one, and that somebody wants.
    const whole = await openDump(file, linesOf(file, file === '-' ? world.stdin : piecesOf(file)))
    await refuseUnfit(there ?? (await openBook(flags.db, 'create', undefined, true)), whole)
    const { words } = context
    const say = words.exported.whole
    const { customer = 0, entry = 0, contact = 0 } = whole.header.rows
    if (terminal.interactive && !flags.yes && !flags.dryRun) {
      terminal.tell(say.plan(file, whole.header.ledger.name, customer, entry, contact))
      if (!(await terminal.confirm(say.question(flags.db)))) {
        terminal.tell(say.left)
        return
      }
    }
    const book = there ?? (await openBook(flags.db, 'create'))
    if (!there && !flags.dryRun) terminal.tell(words.newLedger(flags.db))
    const total = Object.values(whole.header.rows).reduce((sum, rows) => sum + rows, 0)
    const progress = await progressOn(world, total, flags.quiet, words.roster.progress)
    const callOff = world.atExit?.(() => {
      progress.end()
      terminal.tell(words.roster.interrupted)
    })
    const done = await importAll(book, whole, (rows) => progress.to(rows)).finally(() => {
      callOff?.()
      progress.end()
    })
    await terminal.show({ ...done, dryRun: flags.dryRun }, { say: (value) => say.done(customer, entry, contact, value.change) })
  },
})
