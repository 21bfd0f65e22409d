import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { snooze } from '../../ledger/followup/snooze.ts'
import { snoozeScreen } from '../../screens/snooze.ts'

export const verb = declare({
  name: 'snooze',
  args: '<customer> <day>',
  book: 'write',
  input: (read) =>
    read.object({
      customer: read.text,
      day: read.from((typed) => (/^(off|取消)$/i.test(typed.trim()) ? null : read.aheadDay.parse(typed))),
    }),
  screen: snoozeScreen,
  async run(context, { customer, day }) {
    const { id, name } = await customerArgument(context, customer, 'snooze')
    return { name, ...(await snooze(context.book, id, day)) }
  },
})
