import { dueFilter, dueFlags, dueInput } from '../../cli/due-flags.ts'
import { verb as declare } from '../../cli/verb.ts'
import { dueWithFooter } from '../../ledger/followup/due-footer.ts'
import { dueScreen } from '../../screens/due.ts'

export const verb = declare({
  name: 'due',
  options: [...dueFlags, '--days <count>', '--short', '--exit-code'],
  book: 'read',
  input: (read) =>
    read.object({
      ...dueInput(read),
      days: read.optional(read.count(0, 366)),
      short: read.flag,
      exitCode: read.flag,
    }),
  screen: dueScreen,
  async run(context, { days, short, exitCode, ...asked }) {
    const { book } = context
    const { due, aside, footer } = await dueWithFooter(book, { ...(await dueFilter(book, asked)), days })
    if (exitCode && due.shown === 0) context.exitWith(1)
    const { reason, tier, tag, keeper, group } = asked
    const filters = {
      reason,
      tier,
      tag: tag?.map((one) => [one]),
      keeper: keeper?.map((one) => [one]),
      group: group === undefined ? undefined : [[group]],
      days,
    }
    return { due, aside, footer, days: days ?? 0, filters, short }
  },
})
