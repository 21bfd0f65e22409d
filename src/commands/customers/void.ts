import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'void',
  args: '<entry...>',
  options: ['--reason <reason>'],
  book: 'write',
  input: (read) => read.object({ entry: read.words, reason: read.optional(read.text) }),
  async run({ book, terminal, words }, { entry, reason }) {
    const { LedgerError } = await import('../../ledger/errors.ts')
    const { contactNumber, entryNumber } = await import('../../ledger/account/numbered.ts')
    const { voidEntries } = await import('../../ledger/account/void.ts')
    const entries = entry.flatMap((typed) => entryNumber(typed) ?? [])
    const contacts = entry.flatMap((typed) => contactNumber(typed) ?? [])
    const odd = entry.find((typed) => entryNumber(typed) === null && contactNumber(typed) === null)
    if (odd !== undefined) throw new LedgerError('entry.unreadable', { text: odd })
    const voided = await voidEntries(book, { entries, contacts, reason })
    await terminal.show(voided, {
      say: ({ entries, contacts, balances, change }, voice) => {
        const nameOf = new Map(balances.map(({ customerId, name }) => [customerId, name]))
        return [
          ...entries.map((one) => words.entry.voided(one, nameOf.get(one.customerId ?? 0) ?? words.terms.walkIn, voice)),
          ...contacts.map((one) => words.entry.voidedContact(one, voice)),
          ...balances.map((one) => words.entry.moved(one, voice)),
          ...(change === null ? [] : [words.undoHint(change)]),
        ]
      },
      rows: ({ entries }) => entries,
      columns: { id: 'count', kind: 'text', customerId: 'count', on: 'day', amount: 'money', by: 'text', void: 'flag' },
      id: ({ id }) => id,
    })
  },
})
