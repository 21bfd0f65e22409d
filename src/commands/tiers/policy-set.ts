import { verb as declare } from '../../cli/verb.ts'
import { admitRule } from '../../ledger/benefit/coupons.ts'
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
    const value = await readPolicyValue(key, written.join(' '), book.currency)
    if (key.startsWith('referral.') || key.endsWith('.birthdayGift')) await admitRule(book, value)
    const set = await setPolicy(book, key, value)
    return { set, sortAgain: isOfSorting(key, book.policy) && set.value !== set.was }
  },
})
