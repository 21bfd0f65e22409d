/** What help says of one command: what it does, examples first, then its flags. */
export interface CommandHelp {
  readonly does: string
  readonly examples: readonly string[]
  /** What a flag does, where it differs from `flags` below. */
  readonly flags?: Readonly<Record<string, string>>
  /** What else to know, in a few lines. */
  readonly more?: string
}
