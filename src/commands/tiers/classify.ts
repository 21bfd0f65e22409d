import { verb as declare } from '../../cli/verb.ts'
import { classify } from '../../ledger/tier/classify.ts'
import { classifyScreen } from '../../screens/classify.ts'

export const verb = declare({
  name: 'classify',
  book: 'write',
  input: (read) => read.object({}),
  screen: classifyScreen,
  run: ({ book }) => classify(book),
})
