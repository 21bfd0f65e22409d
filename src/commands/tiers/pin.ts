import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { pinTier } from '../../ledger/tier/pin.ts'
import { pinScreen } from '../../screens/pin.ts'

export const verb = declare({
  name: 'pin',
  args: '<customer> <tier>',
  options: ['--reason <text>', '--until <day>'],
  book: 'write',
  input: (read) =>
    read.object({
      customer: read.text,
      tier: read.one('tier'),
      reason: read.optional(read.text),
      until: read.optional(read.aheadDay),
    }),
  screen: pinScreen,
  async run(context, { customer, tier, reason, until }) {
    const who = await customerArgument(context, customer, 'pin')
    return pinTier(context.book, who, tier, { reason: reason || null, until: until ?? null })
  },
})
