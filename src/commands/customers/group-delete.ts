import { verb as declare } from '../../cli/verb.ts'
import { deleteGroup } from '../../ledger/audience/group.ts'
import { groupDeletedScreen } from '../../screens/group.ts'

export const verb = declare({
  name: 'group delete',
  args: '<name>',
  book: 'write',
  input: (read) => read.object({ name: read.text }),
  screen: groupDeletedScreen,
  run: ({ book }, { name }) => deleteGroup(book, name),
})
