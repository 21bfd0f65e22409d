/** A figure beside what it was before, and what is to be said of it. */
export type Compared = readonly [what: string, now: string, before: string, note: string]
