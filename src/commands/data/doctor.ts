import type { Context } from '../../cli/context.ts'
import { verb as declare } from '../../cli/verb.ts'
import { believedBeside } from '../../ledger/backup/backups.ts'
import { examineBook, examineFile, examineServer } from '../../ledger/backup/doctor.ts'
import { duplicates } from '../../ledger/backup/duplicates.ts'
import { oddities } from '../../ledger/backup/oddities.ts'
import { isWipeDue, tellWiping } from '../../ledger/backup/wipe-due.ts'
import { finishWiping } from '../../ledger/book/wiping.ts'
import { doctorScreen } from '../../screens/doctor.ts'
import { isServerAddress } from '../../store/postgres/address.ts'

export const verb = declare({
  name: 'doctor',
  options: ['--migrate', '--data', '--duplicates'],
  book: 'own',
  input: (read) => read.object({ migrate: read.flag, data: read.flag, duplicates: read.flag }),
  screen: doctorScreen,
  async run(context, { migrate, data, duplicates: alike }) {
    const { flags, world, openBook, exitWith } = context
    const { migrations, folders } = world
    const wiping = flags.dryRun ? null : await wipedNow(context)
    const examine = async () =>
      isServerAddress(flags.db)
        ? examineServer(flags.db, migrations)
        : examineFile(flags.db, migrations, folders.temporary, world.platform !== 'win32')
    const before = await examine()
    const readable = before.every(
      ({ check, state }) =>
        state !== 'damage' && (state === 'fine' || !(check === 'beside' || (check === 'version' && !migrate))),
    )
    if (readable && migrate) await (await openBook(flags.db, 'write')).store.close()
    const file = readable && migrate ? await examine() : before
    const book = readable ? await openBook(flags.db, 'read') : null
    const findings = [
      ...file,
      ...(wiping === null ? [] : [tellWiping(wiping)]),
      ...(book ? await examineBook(book) : []),
    ]
    const suspicions = book
      ? [...(alike || data ? await duplicates(book) : []), ...(data ? await oddities(book) : [])]
      : []
    const sound = findings.every(({ state }) => state === 'fine' || state === 'note')
    if (findings.some(({ state }) => state === 'damage')) exitWith(4)
    else if (!sound) exitWith(1)
    return {
      examined: {
        path: flags.db,
        sound,
        findings,
        suspicions,
        backups: isServerAddress(flags.db) ? [] : believedBeside(flags.db),
      },
      asked: alike || data,
    }
  },
})

/** Ends the forgetting of somebody that a reader had held up; null where there is none to end. */
async function wipedNow({ flags, openBook }: Context): Promise<boolean | null> {
  if (!(await isWipeDue(flags.db))) return null
  const book = await openBook(flags.db, 'write')
  const done = await finishWiping(book)
  await book.store.close()
  return done
}
