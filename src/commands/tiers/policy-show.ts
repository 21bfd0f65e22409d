import { verb as declare } from '../../cli/verb.ts'
import { policyKey } from '../../ledger/book/policy/read-value.ts'
import { showPolicy } from '../../ledger/book/policy/set-policy.ts'
import { policyScreen } from '../../screens/policy.ts'

export const verb = declare({
  name: 'policy show',
  args: '[key]',
  book: 'read',
  input: (read) => read.object({ key: read.optional(read.text) }),
  screen: policyScreen,
  async run({ book }, { key }) {
    const shown = showPolicy(book, key)
    // Nothing under that name: a slip, and the error says which key is near.
    if (key !== undefined && shown.length === 0) policyKey(key)
    return shown
  },
})
