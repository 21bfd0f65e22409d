import type { Done } from '../ledger/followup/done.ts'
import type { RoundCard } from '../ledger/today/round.ts'
import { reachSaid } from '../locales/due-said.ts'
import { reasonSentence } from '../locales/reason-sentence.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'
import { flow, padEnd, widthOf, wrap } from '../terminal/width.ts'
import { doneScreen } from './done.ts'
import { lastOf } from './due.ts'
import { habitPieces, personLines } from './habits.ts'
import { birthdayTold, occasionsTold } from './show.ts'

/** What can be done with a card, in the order the keys are told. */
const keys = [
  'reached',
  'sent',
  'noAnswer',
  'interested',
  'snooze',
  'note',
  'nextDay',
  'buy',
  'undo',
  'back',
  'next',
  'quit',
] as const
export type RoundKey = (typeof keys)[number]

/** Keys that mean the same in every language, beside the letters of each. */
const everywhere: Readonly<Record<string, RoundKey>> = {
  ' ': 'next',
  '\r': 'next',
  '\n': 'next',
  '\u001b[C': 'next',
  '\u001b[B': 'next',
  '\u001b[D': 'back',
  '\u001b[A': 'back',
  '\u007f': 'back',
  '\u0004': 'quit',
  '\u001b': 'quit',
}

/** What a key means; null: nothing. */
export function roundKey(typed: string, { words: { round } }: Voice): RoundKey | null {
  const letter = typed.toLowerCase()
  return everywhere[letter] ?? keys.find((key) => round.keys[key][0] === letter) ?? null
}

/** The line of keys under a card. */
export function roundKeys({ words: { round }, width, strong }: Voice): string {
  const said = keys.map((key) => round.keys[key]).map(([letter, does]) => [letter === ' ' ? round.space : letter, does])
  const lines = flow(
    said.map(([letter, does]) => `${letter} ${does}`),
    '  ',
    width ?? 80,
    '',
  )
  return `${lines.map(strong).join('\n')}\n> `
}

/** One customer: first what is to be done, then what to chat about, how to speak, what they owe. */
export const roundCardScreen: Screen<RoundCard & { readonly message: string | null }> = {
  lines({ row, profile, nth, of, message }, voice) {
    const { words, width } = voice
    const { round, due, terms } = words
    const { customer } = profile
    const head = [
      voice.strong(`#${row.customerId} ${row.name}${row.called ? ` (${row.called})` : ''}`),
      row.phone === null ? (row.wechat ?? '') : voice.phone(row.phone),
      row.tier,
      reachSaid(wayOf(row, terms.channel[row.channel] ?? row.channel), row.hours, words),
    ].filter(Boolean)
    const business = row.reasons.map((reason) => {
      const sentence = reasonSentence(reason, voice.today, voice, 'full')
      return reason.reason === 'debt' ? voice.alarm(sentence) : sentence
    })
    const chat = [
      row.reasons.some(({ reason }) => reason === 'birthday') ? '' : birthdayTold(customer, profile.birthdayOn, voice),
      ...(row.reasons.some(({ reason }) => reason === 'occasion') ? [] : occasionsTold(profile.occasions, voice)),
      ...Object.entries(customer.facts).map(([key, value]) => `${key} ${value.replace(/\s*\n\s*/g, ' ')}`),
      customer.tags.length > 0 ? due.tags(customer.tags) : '',
      ...habitPieces(profile.habits, voice),
      profile.referrer === null ? '' : words.customer.referrer(`${profile.referrer.name} #${profile.referrer.id}`),
    ]
    const notes = (customer.notes ?? '').split('\n').slice(-2)
    const parts: [string, readonly string[]][] = [
      [round.business, business],
      [round.last, lastOf(row, voice)],
      [round.chat, chat],
      [round.notes, notes],
      [round.speak, customer.style === null ? [] : [due.style[customer.style] ?? customer.style]],
      [
        round.account,
        [
          profile.debt === null
            ? voice.balance(customer.balance)
            : words.customer.debt(voice.balance(customer.balance), voice.day(profile.debt.oldestOn), profile.debt.days),
        ],
      ],
    ]
    const filled = parts
      .map(([label, said]) => [label, said.filter(Boolean)] as const)
      .filter(([, said]) => said.length > 0)
    // As wide on every card, whatever it has: the eye goes down one edge.
    const wide = Math.max(...parts.map(([label]) => widthOf(label))) + 2
    const indent = ' '.repeat(wide)
    return [
      '',
      ...flow([voice.dim(`${nth}/${of}`), ...head], '  ', width ?? 80, '').map((line, at) =>
        at === 0 ? line : `      ${line}`,
      ),
      ...filled.flatMap(([label, said]) =>
        flow(said, due.between, width ?? 80, indent).map((line, at) =>
          at === 0 ? padEnd(label, wide) + line.slice(wide) : line,
        ),
      ),
      ...personLines(customer, voice),
      // To copy: a line of its own, with nothing before it.
      ...(message === null
        ? []
        : [voice.dim(round.message), ...message.split('\n').flatMap((line) => wrap(line, width ?? 80))]),
    ]
  },
}

/** How they like to be spoken to; of those who write, under which name. */
function wayOf({ channel, wechat, phone }: RoundCard['row'], said: string): string {
  return channel === 'wechat' && wechat !== null && phone !== null ? `${said} ${wechat}` : said
}

/** What a contact came to, on a line. */
export function roundDone(done: Done, name: string, voice: Voice): string {
  const said = doneScreen.lines({ contacts: [done], names: { [done.customerId]: name } }, voice)
  return (typeof said === 'string' ? [said] : said).join('\n')
}

interface RoundEnd {
  readonly contacts: number
  readonly snoozed: number
  readonly notes: number
  readonly purchases: number
  readonly left: number
  readonly waiting: number
}

/** What was done in a round, and what is left. */
export const roundScreen: Screen<RoundEnd> = {
  lines(end, { words: { round, marks } }) {
    const { contacts, snoozed, notes, purchases, left, waiting } = end
    const did = [
      contacts > 0 ? round.contacts(contacts) : '',
      snoozed > 0 ? round.putOff(snoozed) : '',
      notes > 0 ? round.notesTaken(notes) : '',
      purchases > 0 ? round.purchases(purchases) : '',
    ].filter(Boolean)
    return [
      '',
      round.end(did.length === 0 ? round.nothing : did.join(marks.items), left),
      left > 0 ? round.goOn : waiting > 0 ? round.more(waiting) : round.allDone,
    ]
  },
  tellsUndo: true,
}
