/** What the manual says besides what help says. */
export interface ManWords {
  /** The name of the page, in ASCII: `man regulars`. */
  readonly title: string
  readonly name: string
  readonly inShort: string
  readonly synopsis: string
  readonly command: string
  readonly words: string
  readonly description: string
  readonly about: string
  readonly commands: string
  /** What stands before the name of a topic of help. */
  readonly topic: string
  readonly tables: readonly (readonly [title: string, rows: readonly (readonly [string, string])[]])[]
}
