import type { Voice } from '../terminal/voice.ts'

/** Whether there is anything of an amount. */
export const isSome = (amount: string, voice: Voice) => voice.balance(amount) !== ''

/** What a customer owes or has in credit. */
export function standing(balance: string, voice: Voice): string {
  return voice.balance(balance) || voice.words.entry.owesNothing
}

/** The same with what it was before, which has its word only when it leaned the other way. */
export function movedTo(now: string, was: string, voice: Voice): string {
  const { entry } = voice.words
  const said = standing(now, voice)
  if (!isSome(was, voice)) return entry.wasNothing(said)
  const alike = was.startsWith('-') === now.startsWith('-') && isSome(now, voice)
  return entry.was(said, alike ? voice.money(was.replace('-', '')) : voice.balance(was))
}
