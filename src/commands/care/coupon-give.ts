import { listed, listFlags, listInput } from '../../cli/audience-flags.ts'
import { verb as declare } from '../../cli/verb.ts'
import { audienceOf } from '../../ledger/audience/audience.ts'
import { giveCoupons, makeCoupon } from '../../ledger/benefit/coupon-changes.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { dueToday } from '../../ledger/followup/due.ts'
import { couponGivenScreen } from '../../screens/coupons.ts'
import { recipientsOf } from './message-recipients.ts'

export const verb = declare({
  name: 'coupon give',
  args: '<code>',
  options: [
    '--to <whom>*',
    ...listFlags.filter((flag) => flag !== '--archived'),
    '--value <amount>',
    '--percent <percent>',
    '--min <amount>',
    '--until <day>',
    '--uses <count>',
  ],
  book: 'write',
  input: (read) =>
    read.object({
      ...listInput(read),
      code: read.text,
      to: read.optional(read.array(read.list)),
      value: read.optional(read.money),
      percent: read.optional(read.count(1, 100)),
      min: read.optional(read.money),
      until: read.optional(read.aheadDay),
      uses: read.optional(read.count(0, 1000)),
    }),
  screen: couponGivenScreen,
  async run(context, { code, to, value, percent, min, until, uses, ...filter }) {
    const { book } = context
    if (value !== undefined && percent !== undefined)
      throw new LedgerError('usage.conflict', { first: '--value', second: '--percent' })
    // From nothing on is from any amount on.
    const terms = { worth: value, percent, least: min || undefined, until, uses }
    if (to?.flat().length === 1 && /^(nobody|none|无|没有人|先不送)$/i.test(to.flat()[0] ?? ''))
      return makeCoupon(book, code, terms)
    const recipients = await recipientsOf(context, to?.flat() ?? [], listed(filter))
    if (recipients === null) throw new LedgerError('coupon.nobody', { code })
    const among = await audienceOf(book, recipients.filter)
    const named =
      recipients.to === 'due'
        ? (await dueToday(book)).rows.map(({ customerId }) => customerId)
        : recipients.to === 'all'
          ? [...(among ?? [])]
          : recipients.to
    return giveCoupons(
      book,
      code,
      terms,
      named.filter((id) => !among || among.has(id)),
    )
  },
})
