import { LedgerError } from '../ledger/errors.ts'
import { dashesBefore, flagMeant } from './dashes.ts'

const onAccount = ['赊', '赊账', '赊帐']

/**
 * What words after an amount say: the goods, and whether the last of them puts it on account. Throws usage.dash: a flag
 * is no goods.
 */
export function readGoods(
  words: readonly string[],
  flags: readonly string[],
  command: string,
): { readonly item: string; readonly unpaid: boolean } {
  for (const word of words) {
    if (dashesBefore(word) !== '') throw new LedgerError('usage.dash', { word, flag: flagMeant(word, flags), command })
  }
  const unpaid = onAccount.includes(words.at(-1) ?? '')
  return { item: (unpaid ? words.slice(0, -1) : words).join(' '), unpaid }
}

const credits = ['credit', '预存', '储值', '余额']

/** Whether a method of payment means the customer's own credit; a credit card is `card`. */
export function isCredit(method: string | undefined): boolean {
  return method !== undefined && credits.includes(method.normalize('NFKC').trim().toLowerCase())
}

/** Whether a method of payment is none: it stands on account. */
export function isOnAccount(method: string | undefined): boolean {
  return method !== undefined && onAccount.includes(method.normalize('NFKC').trim())
}

interface PaidHow {
  readonly paid?: number | undefined
  readonly unpaid: boolean
  readonly method?: string | undefined
}

/** How a purchase is paid, of what was said of it. Throws usage.conflict, usage.credit-paid. */
export function paidHow({ paid, unpaid, method }: PaidHow): {
  readonly paid?: number
  readonly fromCredit?: boolean
  readonly method?: undefined
} {
  if (isCredit(method)) {
    if (paid !== undefined) throw new LedgerError('usage.credit-paid', { method: method ?? '' })
    return { fromCredit: true }
  }
  if (isOnAccount(method)) {
    if (paid !== undefined) throw new LedgerError('usage.conflict', { first: '--paid', second: `--method ${method}` })
    return { paid: 0, method: undefined }
  }
  if (unpaid && paid !== undefined) throw new LedgerError('usage.conflict', { first: '--paid', second: '--unpaid' })
  return unpaid ? { paid: 0 } : paid === undefined ? {} : { paid }
}
