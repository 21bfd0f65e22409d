import { verb as declare } from '../../cli/verb.ts'
import { readWants } from '../../ledger/care/want/wants.ts'
import { wantsScreen } from '../../screens/want.ts'

export const verb = declare({
  name: 'wants',
  options: ['--all'],
  book: 'read',
  input: (read) => read.object({ all: read.flag }),
  screen: wantsScreen,
  run: ({ book }, { all }) => readWants(book, { all }),
})
