import { listed, listFlags, listInput } from '../../cli/audience-flags.ts'
import { verb as declare } from '../../cli/verb.ts'
import { notSinceOf, saveGroup } from '../../ledger/audience/group.ts'
import { groupSavedScreen } from '../../screens/group.ts'

export const verb = declare({
  name: 'group save',
  args: '<name>',
  options: [...listFlags, '--replace'],
  book: 'write',
  input: (read) =>
    read.object({ ...listInput(read), name: read.text, notSince: read.optional(read.text), replace: read.flag }),
  screen: groupSavedScreen,
  async run({ book }, { name, notSince, replace, ...audience }) {
    const filter = listed({ ...audience, notSince: undefined })
    const since = notSince === undefined ? {} : notSinceOf(notSince, book.today)
    return saveGroup(book, name, { ...filter, ...since }, replace)
  },
})
