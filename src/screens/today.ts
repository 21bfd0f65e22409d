import type { Glance } from '../ledger/today/today.ts'
import type { Screen } from '../terminal/screen.ts'

/** The shop at a glance. */
export const todayScreen: Screen<Glance> = {
  lines: (glance, voice) => voice.words.glance(glance, voice),
}
