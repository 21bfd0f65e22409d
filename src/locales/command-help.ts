/** What help says of one command: what it does, examples first, then its flags. */
export interface CommandHelp {
  readonly does: string
  readonly examples: readonly string[]
  /** What a flag does, where it differs from `flags` below. */
  readonly flags?: Readonly<Record<string, string>>
  /** What else to know, in a few lines. */
  readonly more?: string
}

/** What help says of something that is no command: lines as they stand, the indented ones of the same thing. */
export interface HelpTopic {
  readonly does: string
  readonly lines: readonly string[]
}
