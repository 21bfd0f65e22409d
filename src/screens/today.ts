import type { TodayView } from '../ledger/today/today.ts'
import type { Screen } from '../terminal/screen.ts'

/** The shop at a glance. */
export const todayScreen: Screen<TodayView> = {
  lines: (glance, voice) => voice.words.glance(glance, voice),
}
