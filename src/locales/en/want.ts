import { counted } from './plural.ts'

/** What `want`, `arrived` and `wants` say. */
export const want = {
  waits: (who: string, text: string) => `${who} waits for “${text}”`,
  waitsSince: (who: string, text: string, day: string) => `${who} waits for “${text}” since ${day}`,
  until: (said: string, day: string) => `${said}, until ${day}`,
  nextNoted: (text: string) => `When it comes in: regulars arrived "${text}"   who waits for what: regulars wants`,
  ended: (who: string, text: string) => `${who} no longer waits for “${text}”`,
  arrived: (text: string, count: number) => `“${text}” has come in: ${counted(count, 'customer')} to be told`,
  nobodyWaits: (text: string) => `Nobody waits for “${text}”. Who waits for what: regulars wants`,
  nobody: 'Nobody waits for anything. To note it: regulars want CUSTOMER "what they want"',
  title: (count: number) => `${counted(count, 'customer')} waiting`,
  heads: ['customer', 'tier', 'waits for', 'since then', 'days'],
  stillWaiting: 'waiting',
  isIn: (day: string) => `in since ${day}`,
  told: (day: string) => `told ${day}`,
  nextArrived: (id: number) => `Told: regulars done ${id} --about wanted   worded: regulars message wanted --to due`,
  next: (text: string) => `Come in: regulars arrived "${text}"   those told too: regulars wants --all`,
}
