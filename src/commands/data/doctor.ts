import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'doctor',
  options: ['--migrate', '--data', '--duplicates'],
  book: 'own',
  input: (read) => read.object({ migrate: read.flag, data: read.flag, duplicates: read.flag }),
  async run(context, { migrate, data, duplicates: alike }) {
    const { flags, world, openBook, terminal } = context
    const { examineBook, examineFile } = await import('../../ledger/backup/doctor.ts')
    const { duplicates, oddities } = await import('../../ledger/backup/duplicates.ts')
    const { backupsBeside } = await import('../../ledger/backup/backup.ts')
    const before = examineFile(flags.db, world.migrations)
    const readable = before.every(({ check, state }) => state !== 'damage' && (check !== 'version' || state === 'fine' || migrate))
    const book = readable ? await openBook(flags.db, migrate ? 'write' : 'read') : null
    const file = book && migrate ? examineFile(flags.db, world.migrations).filter(({ check }) => check !== 'log') : before
    const findings = book ? [...file, ...(await examineBook(book))] : file
    const suspicions = book ? [...(alike || data ? await duplicates(book) : []), ...(data ? await oddities(book) : [])] : []
    const value = {
      path: flags.db,
      sound: findings.every(({ state }) => state === 'fine' || state === 'note'),
      findings,
      suspicions,
      backups: backupsBeside(flags.db),
    }
    await terminal.show(value, {
      say: (shown, voice) => context.words.safety.examined(shown, { asked: alike || data, quiet: flags.quiet }, voice),
      rows: ({ findings }) => findings,
      columns: { check: 'text', state: 'text', facts: 'facts' },
    })
    if (findings.some(({ state }) => state === 'damage')) return 4
    return value.sound ? 0 : 1
  },
})
