/** Customers lost, and why. */
export const loss = {
  /** A cause and what was noted of it. */
  withNote: (cause: string, note: string) => `${cause} “${note}”`,
  noted: (who: string, cause: string) => `${who}: why they left: ${cause}`,
  nameCause: (said: string) => `${said} (regulars lost … --why price)`,
  /** Where they stand by their own rhythm, one sentence in pieces. */
  still: (stage: string) => `By their rhythm still ${stage}`,
  lastBought: (day: string) => `, last bought ${day}`,
  lostFrom: (day: string) => `; lost from ${day} on`,
  staysSo: '. The stage stays as it is.',
  next: 'Who else left, and why: regulars report losses',
  /** In show and why. */
  told: (cause: string, day: string) => `left: ${cause} (noted ${day})`,
}
