/** What stands between pieces of a sentence. */
export const marks = {
  /** Between things of a kind. */
  items: ', ',
  /** Between parts of one statement. */
  parts: ', ',
  /** Between statements. */
  clauses: '; ',
  /** A statement with somebody's own words after it. */
  note: (said: string, note: string) => `${said}: “${note}”`,
}
