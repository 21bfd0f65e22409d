import { confirmed } from '../../cli/confirm.ts'
import { verb as declare } from '../../cli/verb.ts'
import { refuseSpentRewards, rewardedBy } from '../../ledger/account/settle-rewards.ts'
import { refuseOverdrawn } from '../../ledger/benefit/passes.ts'
import { refuseOverdrawnPoints } from '../../ledger/benefit/settle-points.ts'
import { tellable } from '../../ledger/book/change/log.ts'
import { planUndo, undoChange } from '../../ledger/book/change/undo.ts'
import { undoQuestion, undoScreen } from '../../screens/changes.ts'

export const verb = declare({
  name: 'undo',
  args: '[change]',
  options: ['--keep-edited'],
  book: 'write',
  input: (read) => read.object({ change: read.optional(read.count(1)), keepEdited: read.flag }),
  screen: undoScreen,
  async run(context, { change, keepEdited }) {
    const { book, terminal, words } = context
    let rewarded: Awaited<ReturnType<typeof rewardedBy>> = new Map()
    const before = async (db: typeof book.db, change: number) => {
      rewarded = await rewardedBy(db, book, change)
    }
    const check = async (db: typeof book.db) => {
      await refuseOverdrawn(db)
      await refuseOverdrawnPoints(db)
      await refuseSpentRewards(db, book, rewarded)
    }
    const target = await planUndo(book, change ?? null, { keepEdited })
    const [told] = await tellable(book, [target])
    if (!told) return
    if (!(await confirmed(context, 'undo', undoQuestion(told, terminal.voice))))
      return terminal.tell(words.changes.left)
    return { undone: await undoChange(book, target.change, { keepEdited, before, check }), told }
  },
})
