import { verb as declare } from '../../cli/verb.ts'
import { readToday } from '../../ledger/today/today.ts'
import { todayScreen } from '../../screens/today.ts'

/** What `regulars` alone shows on a terminal. */
export const verb = declare({
  name: '',
  book: 'read',
  input: (read) => read.object({}),
  screen: todayScreen,
  run: ({ book }) => readToday(book),
})
