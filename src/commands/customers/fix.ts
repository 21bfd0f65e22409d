import { verb as declare } from '../../cli/verb.ts'
import type { Fixed } from '../../ledger/account/fix.ts'

export const verb = declare({
  name: 'fix',
  args: '<entry> <amount>',
  book: 'write',
  input: (read) => read.object({ entry: read.text, amount: read.money }),
  async run({ book, terminal, words }, { entry, amount }) {
    const { LedgerError } = await import('../../ledger/errors.ts')
    const { entryNumber } = await import('../../ledger/account/numbered.ts')
    const { fixEntry } = await import('../../ledger/account/fix.ts')
    const number = entryNumber(entry)
    if (number === null) throw new LedgerError('entry.unreadable', { text: entry })
    const fixed = await fixEntry(book, number, amount)
    await terminal.show(fixed, {
      say: (value, voice) => [
        words.entry.fixed(value, voice),
        ...value.balances.map((one) => words.entry.moved(one, voice)),
        ...(value.change === null ? [] : [words.undoHint(value.change)]),
      ],
      columns: { id: 'count', replaces: 'count', kind: 'text', customerId: 'count', on: 'day', amountBefore: 'money', amount: 'money', by: 'text' },
      id: ({ id }: Fixed) => id,
    })
  },
})
