import { verb as declare } from '../../cli/verb.ts'
import { readPlan } from '../../ledger/today/plan.ts'
import { planScreen } from '../../screens/plan.ts'

export const verb = declare({
  name: 'plan',
  options: ['--from <day>', '--capacity <count>'],
  book: 'read',
  input: (read) => read.object({ from: read.optional(read.aheadDay), capacity: read.optional(read.count(1)) }),
  screen: planScreen,
  run: ({ book }, { from, capacity }) => readPlan(book, from ?? book.today, capacity ?? book.policy['due.capacity']),
})
