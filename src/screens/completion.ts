import type { Screen } from '../terminal/screen.ts'

/** The script for a shell to read. */
export const completionScreen: Screen<{ readonly shell: string; readonly script: string }> = {
  lines: ({ script }) => script,
  verbatim: true,
}
