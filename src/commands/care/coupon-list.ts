import { verb as declare } from '../../cli/verb.ts'
import { listCoupons } from '../../ledger/benefit/coupons.ts'
import { couponsScreen } from '../../screens/coupons.ts'

export const verb = declare({
  name: 'coupon list',
  book: 'read',
  input: (read) => read.object({}),
  screen: couponsScreen,
  run: ({ book }) => listCoupons(book),
})
