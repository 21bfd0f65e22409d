import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { recordAttendance } from '../../ledger/followup/attendance.ts'
import { eventCameScreen } from '../../screens/event.ts'

export const verb = declare({
  name: 'event came',
  args: '<name> <customer...>',
  options: ['-d, --on <day>'],
  book: 'write',
  input: (read) => read.object({ name: read.text, customer: read.array(read.text), on: read.optional(read.pastDay) }),
  screen: eventCameScreen,
  async run(context, { name, customer, on }) {
    const names = new Map<number, string>()
    for (const asked of customer) {
      const who = await customerArgument(context, asked, 'event came')
      names.set(who.id, who.name)
    }
    const attendance = await recordAttendance(context.book, name, [...names.keys()], on)
    return { attendance, names: Object.fromEntries(names) }
  },
})
