import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { adjustPoints } from '../../ledger/benefit/points-changes.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { pointsMovedScreen } from '../../screens/points.ts'

export const verb = declare({
  name: 'points adjust',
  args: '<customer> <points>',
  options: ['--reason <text>'],
  dashWords: /^-\d+$/,
  book: 'write',
  input: (read) =>
    read.object({ customer: read.text, points: read.from(readSigned), reason: read.optional(read.text) }),
  screen: pointsMovedScreen,
  async run(context, { customer, points, reason }) {
    if (!reason) throw new LedgerError('usage.missing-value', { option: '--reason', command: 'points adjust' })
    return adjustPoints(context.book, await customerArgument(context, customer, 'points adjust'), points, reason)
  },
})

/** `50`, `+50` or `-50`. */
function readSigned(typed: string): number {
  const points = /^[+-]?\d{1,9}$/.test(typed.normalize('NFKC').trim()) ? Number(typed.normalize('NFKC')) : 0
  if (points === 0) throw new LedgerError('usage.bad-count', { asked: typed, least: 1, most: 999_999_999 })
  return points
}
