import { confirmed } from '../../cli/confirm.ts'
import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { mergeCustomers } from '../../ledger/customer/merge/merge.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { mergedScreen, mergeQuestions } from '../../screens/merge.ts'

export const verb = declare({
  name: 'merge',
  args: '<duplicate> [kept]',
  options: ['--into <customer>'],
  book: 'write',
  input: (read) =>
    read.object({ duplicate: read.text, kept: read.optional(read.text), into: read.optional(read.text) }),
  screen: mergedScreen,
  async run(context, { duplicate, kept, into }) {
    const { book, flags, terminal, words } = context
    const asked = into ?? kept
    if (asked === undefined || (into !== undefined && kept !== undefined))
      throw new LedgerError('merge.kept', { kept: asked !== undefined })
    const from = await customerArgument(context, duplicate, 'merge')
    const to = await customerArgument(context, asked, 'merge')
    const plan = await mergeCustomers({ ...book, dryRun: true }, from.id, to.id)
    if (flags.dryRun) return plan
    if (terminal.interactive && !flags.yes) await terminal.show(plan, mergedScreen, true)
    for (const question of mergeQuestions(plan, terminal.voice))
      if (!(await confirmed(context, 'merge', question))) return terminal.tell(words.merge.left)
    return mergeCustomers(book, from.id, to.id, plan)
  },
})
