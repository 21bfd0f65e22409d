import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'birthdays',
  options: ['--days <count>'],
  book: 'read',
  input: (read) => read.object({ days: read.optional(read.count(0, 366)) }),
  async run({ book, terminal, words }, { days = 7 }) {
    const { congratulations, readBirthdays } = await import('../../ledger/identity/birthdays.ts')
    const { readCustomers } = await import('../../ledger/customer/customer.ts')
    const { birthdayColumns, birthdayLines } = await import('../../screens/birthdays.ts')
    const near = await readBirthdays(book, days)
    const people = new Map((await readCustomers(book, { ids: near.map(({ customerId }) => customerId) })).map((customer) => [customer.id, customer]))
    const congratulated = await congratulations(book, near)
    await terminal.voice.prepare([...people.values()].map(({ phone }) => phone))
    await terminal.show(near, {
      say: (rows, voice) => [
        ...birthdayLines(rows, people, congratulated, voice),
        ...rows
          .filter(({ customerId }) => !congratulated.has(customerId) && !people.get(customerId)?.doNotContact)
          .slice(0, 1)
          .map(({ customerId }) => words.customer.birthdayRow.next(customerId)),
      ],
      columns: birthdayColumns,
      id: ({ customerId }) => customerId,
    })
    if (near.length === 0) terminal.tell(words.customer.nearBirthdays(days))
  },
})
