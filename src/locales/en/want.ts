import type { WantRecorded } from '../../ledger/care/want/record-want.ts'
import type { Want } from '../../ledger/care/want/wants.ts'
import type { Speech } from '../speech.ts'

const counted = (count: number) => `${count} customer${count === 1 ? '' : 's'}`

/** What `want`, `arrived` and `wants` say. */
export const want = {
  noted: (name: string, { customerId, text, until, since, change }: WantRecorded, { day }: Speech) =>
    `${name} #${customerId} ${change === null ? `waits for “${text}” since ${day(since)}` : `waits for “${text}”`}${until === null ? '' : `, until ${day(until)}`}`,
  nextNoted: ({ text }: WantRecorded) => `When it comes in: regulars arrived "${text}"   who waits for what: regulars wants`,
  ended: (name: string, id: number, text: string) => `${name} #${id} no longer waits for “${text}”`,
  arrived: (text: string, count: number) => `“${text}” has come in: ${counted(count)} to be told`,
  nobodyWaits: (text: string) => `Nobody waits for “${text}”. Who waits for what: regulars wants`,
  nobody: 'Nobody waits for anything. To note it: regulars want CUSTOMER "what they want"',
  title: (wants: readonly Want[]) => `${counted(new Set(wants.map(({ customerId }) => customerId)).size)} waiting`,
  heads: ['customer', 'tier', 'waits for', 'since then', 'days'],
  state: (arrived: string | null, told: string | null) => (told !== null ? `told ${told}` : arrived === null ? 'waiting' : `in since ${arrived}`),
  nextArrived: (id: number) => `Told: regulars done ${id} --about wanted   they are on the list too: regulars due --reason wanted`,
  next: (text: string) => `Come in: regulars arrived "${text}"   those told too: regulars wants --all`,
}
