import type { Snoozed } from '../ledger/followup/snooze.ts'
import type { Screen } from '../terminal/screen.ts'

/** A snooze begun or ended, and what its days will pass over. */
export const snoozeScreen: Screen<Snoozed & { readonly name: string }, Omit<Snoozed, 'ended'>> = {
  data: ({ name: _, ended: __, ...snoozed }) => snoozed,
  lines: ({ name, customerId, snoozedUntil, ended }, voice) => {
    const { off, wasNot, until } = voice.words.due.snooze
    return [
      snoozedUntil === null
        ? (ended ? off : wasNot)(name, customerId)
        : until(name, customerId, voice.day(snoozedUntil)),
    ]
  },
  warnings: ({ customerId, passes }, voice) =>
    passes.map(({ reason, on }) => {
      const { missed, passes: say } = voice.words.due.snooze
      const what = reason === 'birthday' || reason === 'complaint' ? missed[reason] : missed.promise
      return say(what, voice.day(on), String(customerId))
    }),
  id: ({ customerId }) => customerId,
}
