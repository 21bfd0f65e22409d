import { verb as declare } from '../../cli/verb.ts'
import { listGroups } from '../../ledger/audience/group.ts'
import { groupsScreen } from '../../screens/group.ts'

export const verb = declare({
  name: 'group list',
  book: 'read',
  input: (read) => read.object({}),
  screen: groupsScreen,
  run: ({ book }) => listGroups(book),
})
