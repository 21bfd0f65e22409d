import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { readName } from '../../ledger/customer/details.ts'
import { addPerson } from '../../ledger/customer/person.ts'
import { parseBirthday } from '../../ledger/identity/birthday.ts'
import { parsePhone } from '../../ledger/identity/phone.ts'
import { personAddedScreen } from '../../screens/person.ts'

export const verb = declare({
  name: 'person add',
  args: '<customer> <name>',
  options: ['--role <role>', '--phone <phone>', '--birthday <birthday>', '--style <style>'],
  book: 'write',
  input: (read) =>
    read.object({
      customer: read.text,
      name: read.from((typed) => readName(typed, 'person add')),
      role: read.optional(read.one('role')),
      phone: read.optional(read.text),
      birthday: read.optional(read.from((typed) => parseBirthday(typed, read.today))),
      style: read.optional(read.one('style')),
    }),
  screen: personAddedScreen,
  async run(context, { customer, name, role = null, phone, birthday = null, style = null }) {
    const who = await customerArgument(context, customer, 'person add')
    return addPerson(context.book, who, {
      name,
      role,
      birthday,
      style,
      phone: phone ? await parsePhone(phone, context.book.region) : null,
    })
  },
})
