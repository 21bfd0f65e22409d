import { confirmed } from '../../cli/confirm.ts'
import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { copiesOf } from '../../ledger/backup/copies.ts'
import { forgetCustomer } from '../../ledger/customer/forget/forget.ts'
import { forgetQuestion, forgottenScreen } from '../../screens/forget.ts'
import { isServerAddress } from '../../store/postgres/address.ts'

export const verb = declare({
  name: 'forget',
  args: '<customer>',
  book: 'write',
  input: (read) => read.object({ customer: read.text }),
  screen: forgottenScreen,
  async run(context, { customer }) {
    const { book, flags, terminal, words } = context
    const onServer = isServerAddress(flags.db)
    const who = await customerArgument(context, customer, 'forget')
    const plan = await forgetCustomer({ ...book, dryRun: true }, who)
    if (flags.dryRun) return { who, forgotten: plan, copies: await copiesOf(book), onServer }
    if (!(await confirmed(context, 'forget', forgetQuestion(who, plan, terminal.voice))))
      return terminal.tell(words.forget.left)
    const forgotten = await forgetCustomer(book, who)
    return { who, forgotten, copies: await copiesOf(book), onServer }
  },
})
