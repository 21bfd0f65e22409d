import { LedgerError } from '../errors.ts'

/** What is written on one line of a till: `CUSTOMER AMOUNT [ITEM]`. A name with blanks stands in quotes of any kind. */
export interface TillLine {
  readonly customer: string
  readonly amount: string
  readonly item: string | null
}

const piece = /"([^"]*)"|'([^']*)'|“([^”]*)”|「([^」]*)」|(\S+)/gu

/** Takes a till's line apart; its words are not understood yet. Throws usage.missing-argument. */
export function parsePurchaseLine(text: string): TillLine {
  const pieces = [...text.replace(/^\uFEFF/, '').matchAll(piece)].map((found) => found.slice(1).find((group) => group !== undefined) ?? '')
  const [customer, amount, ...item] = pieces
  if (customer === undefined || amount === undefined)
    throw new LedgerError('usage.missing-argument', { argument: customer !== undefined ? 'amount' : 'customer', command: 'buy' })
  return { customer, amount, item: item.join(' ') || null }
}
