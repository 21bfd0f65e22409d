import { verb as declare } from '../../cli/verb.ts'
import { readCustomers } from '../../ledger/customer/customer.ts'
import { congratulations, readBirthdays } from '../../ledger/identity/birthdays.ts'
import { birthdaysScreen } from '../../screens/birthdays.ts'

export const verb = declare({
  name: 'birthdays',
  options: ['--days <count>'],
  book: 'read',
  input: (read) => read.object({ days: read.optional(read.count(0, 366)) }),
  screen: birthdaysScreen,
  async run({ book }, { days = 7 }) {
    const near = await readBirthdays(book, days)
    const people = await readCustomers(book, { ids: near.map(({ customerId }) => customerId) })
    const congratulated = Object.fromEntries(await congratulations(book, near))
    return { near, people: Object.fromEntries(people.map((customer) => [customer.id, customer])), congratulated, days }
  },
})
