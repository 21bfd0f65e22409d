import { confirmed } from '../../cli/confirm.ts'
import { verb as declare } from '../../cli/verb.ts'
import { policyKey } from '../../ledger/book/policy/read-value.ts'
import { isOfSorting, resetPolicy } from '../../ledger/book/policy/set-policy.ts'
import { policyResetScreen } from '../../screens/policy.ts'

export const verb = declare({
  name: 'policy reset',
  args: '[key...]',
  book: 'write',
  input: (read) => read.object({ key: read.words }),
  screen: policyResetScreen,
  async run(context, { key: typed }) {
    const { book, words } = context
    const keys = typed.map(policyKey)
    if (keys.length === 0 && !(await confirmed(context, 'policy reset', words.policy.resetAll))) return
    const done = await resetPolicy(book, keys.length === 0 ? null : keys)
    return { ...done, sortAgain: done.reset.some(({ key }) => isOfSorting(key, book.policy)) }
  },
})
