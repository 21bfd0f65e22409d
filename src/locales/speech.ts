/**
 * What sentences need of whoever says them, on a terminal or on a page: the ledger's money and phones, days and shares
 * as people write them.
 */
export interface Speech {
  /** `1288.00` as ¥1,288.00. */
  money(amount: string): string
  /** What a customer owes (positive) or has in credit, in words; '' when neither. */
  balance(amount: string): string
  /** A phone as the region writes it. */
  phone(e164: string): string
  /** A day without the year when it is this year's. */
  day(day: string): string
  /** 0.024 as 2.4 %. */
  share(share: number): string
  /** The command line that was typed, with more behind it: to be typed again. */
  again(more: string): string
  /** What stands out, and what is amiss. */
  strong(text: string): string
  alarm(text: string): string
}
