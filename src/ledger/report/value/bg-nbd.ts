/**
 * The BG/NBD model of when customers buy (Fader, Hardie & Lee 2005, "Counting your customers" the easy way: an
 * alternative to the Pareto/NBD model, Marketing Science 24(2)): while active a customer buys at a rate of their own,
 * gamma distributed over customers (shape r, scale alpha); after each purchase they leave for good with a chance of
 * their own, beta distributed (a, b).
 */
export interface BgNbd {
  readonly r: number
  readonly alpha: number
  readonly a: number
  readonly b: number
}

/**
 * A customer's buying as the model sees it, in units of time: purchase days after the first; from the first to the
 * last, and to the end.
 */
export interface BuyingHistory {
  readonly frequency: number
  readonly recency: number
  readonly age: number
}

/** Customers of one history, and how many they are. */
export interface SharedHistory extends BuyingHistory {
  readonly customers: number
}
