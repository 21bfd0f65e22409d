export type Format = 'table' | 'json' | 'jsonl' | 'csv' | 'tsv' | 'md' | 'vcf' | 'ics'

/** How a command's value is to be shown, and whether anybody is asked. */
export interface OutputOptions {
  readonly format: Format
  readonly columns: readonly string[] | null
  readonly header: boolean
  readonly ids: boolean
  readonly input: boolean
  readonly yes: boolean
  readonly quiet: boolean
  readonly dryRun: boolean
  /** Phones and surnames are hidden. */
  readonly mask: boolean
}
