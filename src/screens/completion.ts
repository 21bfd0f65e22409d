import type { Screen } from '../terminal/screen.ts'

interface Completion {
  readonly shell: string
  readonly script: string
  /** The files it was put into, or would be; null: it was only asked for. */
  readonly installed: readonly string[] | null
  readonly dryRun: boolean
}

/** The script for a shell to read, or where it was put. */
export const completionScreen: Screen<Completion> = {
  saysWould: true,
  lines({ script, installed, dryRun }, { words: { data, marks } }) {
    if (installed === null) return script
    return (dryRun ? data.completion.wouldInstall : data.completion.installed)(installed.join(marks.items))
  },
  verbatim: true,
}
