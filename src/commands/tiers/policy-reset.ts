import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'policy reset',
  args: '[key...]',
  book: 'write',
  input: (read) => read.object({ key: read.words }),
  async run(context, { key: typed }) {
    const { book, terminal, words } = context
    const { isOfSorting, resetPolicy } = await import('../../ledger/book/policy/set-policy.ts')
    const { policyKey } = await import('../../ledger/book/policy/read-value.ts')
    const { agreed } = await import('../../cli/confirm.ts')
    const keys = typed.map(policyKey)
    if (keys.length === 0 && !(await agreed(context, 'policy reset', words.policy.resetAll))) return
    await terminal.show(await resetPolicy(book, keys.length === 0 ? null : keys), {
      rows: ({ reset }) => reset,
      columns: { key: 'text', value: 'text', was: 'text' },
      say: ({ reset, change }, voice) => [
        ...(reset.length === 0 ? [words.policy.nothingToReset] : []),
        ...reset.map(({ key, value, was }) => words.policy.set(key, words.policy.value(key, value, voice), words.policy.value(key, was, voice))),
        ...(reset.some(({ key }) => isOfSorting(key, book.policy)) ? [words.policy.sortAgain] : []),
        ...(change === null ? [] : [words.undoHint(change)]),
      ],
    })
  },
})
