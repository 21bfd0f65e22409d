import { verb as declare } from '../../cli/verb.ts'
import { policyKey, readPolicyValue } from '../../ledger/book/policy/read-value.ts'
import { isOfSorting, setPolicy } from '../../ledger/book/policy/set-policy.ts'
import { policySetScreen } from '../../screens/policy.ts'

export const verb = declare({
  name: 'policy set',
  args: '<key> <value...>',
  dashWords: /^-[\d.]/,
  book: 'write',
  input: (read) => read.object({ key: read.text, value: read.words }),
  screen: policySetScreen,
  async run({ book }, { key: typed, value: written }) {
    const key = policyKey(typed)
    const set = await setPolicy(book, key, await readPolicyValue(key, written.join(' '), book.currency))
    return { set, sortAgain: isOfSorting(key, book.policy) && set.value !== set.was }
  },
})
