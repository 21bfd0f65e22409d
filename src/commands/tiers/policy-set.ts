import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'policy set',
  args: '<key> <value...>',
  dashWords: /^-[\d.]/,
  book: 'write',
  input: (read) => read.object({ key: read.text, value: read.words }),
  async run({ book, terminal, words }, { key: typed, value: written }) {
    const { isOfSorting, setPolicy } = await import('../../ledger/book/policy/set-policy.ts')
    const { policyKey, readPolicyValue } = await import('../../ledger/book/policy/read-value.ts')
    const key = policyKey(typed)
    await terminal.show(await setPolicy(book, key, readPolicyValue(key, written.join(' '), book.currency)), {
      columns: { key: 'text', value: 'text', was: 'text', change: 'count' },
      say: ({ key, value, was, change }, voice) => [
        words.policy.set(key, words.policy.value(key, value, voice), words.policy.value(key, was, voice)),
        ...(isOfSorting(key, book.policy) && value !== was ? [words.policy.sortAgain] : []),
        ...(change === null ? [] : [words.undoHint(change)]),
      ],
    })
  },
})
