import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { useCoupon } from '../../ledger/benefit/coupon-changes.ts'
import { couponUsedScreen } from '../../screens/coupons.ts'

export const verb = declare({
  name: 'coupon use',
  args: '<code> <customer>',
  book: 'write',
  input: (read) => read.object({ code: read.text, customer: read.text }),
  screen: couponUsedScreen,
  async run(context, { code, customer }) {
    return useCoupon(context.book, code, await customerArgument(context, customer, 'coupon use'))
  },
})
