import type { NameLikeness } from '../../ledger/account/likely-payers.ts'
import { grouped } from '../figure.ts'
import { plural } from './plural.ts'

const like: Record<NameLikeness, string> = {
  same: 'the same name',
  called: 'called so',
  wechat: 'WeChat',
  sound: 'sounds alike',
  part: 'part of the name',
  masked: 'the name fits',
}

/** Who pays, as pay services know them. */
export const payer = {
  heads: {
    key: 'payer',
    purchases: 'times',
    amount: 'amount',
    firstOn: 'first',
    lastOn: 'last',
    customer: 'customer',
    likely: 'may be',
  },
  like,
  samePurchases: (count: number) => `${grouped(count)} ${plural(count, 'purchase')} of the same day and amount`,
  /** Who it may be, and what speaks for it. */
  because: (who: string, why: string) => `${who} (${why})`,
  /** What moved, of so many purchases. */
  moved: (purchases: number, money: string) => `${grouped(purchases)} ${plural(purchases, 'purchase')}, ${money}`,
  nothing: 'no purchases',
  linked: (key: string, who: string, moved: string) =>
    `${key} is ${who} from now on: ${moved}; what imports bring is theirs too.`,
  unlinked: (key: string, who: string, moved: string) => `${key} is no longer ${who}: ${moved} walk-in again.`,
  none: 'No payer is open: every purchase that came with one is somebody’s. Those linked: regulars payer list --linked',
  noneLinked: 'No payer is linked yet. Open ones: regulars payer list',
  toLink: (key: string, customer: string) => `Whose they are: regulars payer link ${key} ${customer}`,
  somebody: 'CUSTOMER',
  toUnlink: (key: string) => `To take one back: regulars payer unlink ${key}`,
}
