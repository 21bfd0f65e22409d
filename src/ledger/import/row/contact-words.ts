import type { ContactOutcome, Direction } from '../../followup/contacts.ts'
import { meaning } from '../../vocabulary.ts'

/** What telephones and call lists write for the two directions. */
const directions: Readonly<Record<string, Direction>> = {
  呼入: 'in',
  来电: 'in',
  呼入电话: 'in',
  被叫: 'in',
  接入: 'in',
  incoming: 'in',
  inbound: 'in',
  received: 'in',
  呼出: 'out',
  去电: 'out',
  拨出: 'out',
  主叫: 'out',
  呼出电话: 'out',
  outgoing: 'out',
  outbound: 'out',
  dialed: 'out',
  dialled: 'out',
  made: 'out',
  eingehend: 'in',
  entrant: 'in',
  entrante: 'in',
  着信: 'in',
  受信: 'in',
  ausgehend: 'out',
  sortant: 'out',
  saliente: 'out',
  発信: 'out',
}

export interface Call {
  readonly direction: Direction
  readonly outcome: ContactOutcome | null
}
const missed: Call = { direction: 'in', outcome: 'no-answer' }
const each = (words: string, call: Call) => Object.fromEntries(words.split(', ').map((word) => [word, call]))

/** A kind of call says its direction, and whether anybody answered. */
const calls: Readonly<Record<string, Call>> = {
  ...Object.fromEntries(
    Object.entries(directions).map(([word, direction]) => [word, { direction, outcome: 'reached' as const }]),
  ),
  未接: { direction: 'in', outcome: 'no-answer' },
  未接来电: { direction: 'in', outcome: 'no-answer' },
  漏接: { direction: 'in', outcome: 'no-answer' },
  拒接: { direction: 'in', outcome: 'no-answer' },
  missed: { direction: 'in', outcome: 'no-answer' },
  'missed call': { direction: 'in', outcome: 'no-answer' },
  rejected: { direction: 'in', outcome: 'no-answer' },
  未接通: { direction: 'out', outcome: 'no-answer' },
  呼出未接: { direction: 'out', outcome: 'no-answer' },
  'no answer': { direction: 'out', outcome: 'no-answer' },
  unanswered: { direction: 'out', outcome: 'no-answer' },
  ...each('verpasst, verpasster anruf, entgangen, manqué, appel manqué, perdida, llamada perdida, 不在着信', missed),
  ...each('incoming call, inbound call, eingehender anruf, appel entrant, appel reçu, llamada entrante', {
    direction: 'in',
    outcome: 'reached',
  }),
  ...each('outgoing call, outbound call, ausgehender anruf, appel sortant, appel émis, llamada saliente', {
    direction: 'out',
    outcome: 'reached',
  }),
}

/** Which way a contact went, by the words of a call list or the program's own; null for any other word. */
export function directionIn(text: string): Direction | null {
  return directions[plainWord(text)] ?? meaning('direction', text)
}

/** What a kind of call says; null for any other word. */
export function callIn(text: string): Call | null {
  return calls[plainWord(text)] ?? null
}

/** Whether a word is of telephones alone, and says no direction of a letter or a visit. */
export function isOfCalls(text: string): boolean {
  return /[来去]电|[呼拨叫]|call|dial|anruf|appel|llamada|[着発]信/.test(plainWord(text))
}

function plainWord(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}
