import { verb as declare } from '../../cli/verb.ts'
import { backupsBeside } from '../../ledger/backup/backups.ts'
import { examineBook, examineFile } from '../../ledger/backup/doctor.ts'
import { duplicates, oddities } from '../../ledger/backup/duplicates.ts'
import { doctorScreen } from '../../screens/doctor.ts'

export const verb = declare({
  name: 'doctor',
  options: ['--migrate', '--data', '--duplicates'],
  book: 'own',
  input: (read) => read.object({ migrate: read.flag, data: read.flag, duplicates: read.flag }),
  screen: doctorScreen,
  async run({ flags, world, openBook, exitWith }, { migrate, data, duplicates: alike }) {
    const { migrations, folders } = world
    const before = examineFile(flags.db, migrations, folders.temporary)
    const readable = before.every(
      ({ check, state }) =>
        state !== 'damage' && (state === 'fine' || !(check === 'beside' || (check === 'version' && !migrate))),
    )
    if (readable && migrate) (await openBook(flags.db, 'write')).store.close()
    const file = readable && migrate ? examineFile(flags.db, migrations, folders.temporary) : before
    const book = readable ? await openBook(flags.db, 'read') : null
    const findings = book ? [...file, ...(await examineBook(book))] : file
    const suspicions = book
      ? [...(alike || data ? await duplicates(book) : []), ...(data ? await oddities(book) : [])]
      : []
    const sound = findings.every(({ state }) => state === 'fine' || state === 'note')
    if (findings.some(({ state }) => state === 'damage')) exitWith(4)
    else if (!sound) exitWith(1)
    return {
      examined: { path: flags.db, sound, findings, suspicions, backups: backupsBeside(flags.db) },
      asked: alike || data,
    }
  },
})
