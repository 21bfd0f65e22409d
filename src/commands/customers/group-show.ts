import { verb as declare } from '../../cli/verb.ts'
import { showGroup } from '../../ledger/audience/group.ts'
import { groupScreen } from '../../screens/group.ts'

export const verb = declare({
  name: 'group show',
  args: '<name>',
  book: 'read',
  input: (read) => read.object({ name: read.text }),
  screen: groupScreen,
  run: ({ book }, { name }) => showGroup(book, name),
})
