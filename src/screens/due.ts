import { addDays, type Day } from '../ledger/day.ts'
import type { Due, DueAside } from '../ledger/followup/due.ts'
import type { DueFooter } from '../ledger/followup/due-footer.ts'
import type { DueReason } from '../ledger/followup/reasons.ts'
import type { DueRow } from '../ledger/followup/row.ts'
import { tiers } from '../ledger/vocabulary.ts'
import { dueHead, lastContactSaid, lastPurchaseSaid, reachSaid } from '../locales/due-said.ts'
import { reasonSentence } from '../locales/reason-sentence.ts'
import type { Typed } from '../locales/typed.ts'
import { cleanDeep } from '../terminal/clean.ts'
import type { Columns } from '../terminal/columns.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'
import { cut, flow, hung, padEnd, widthOf } from '../terminal/width.ts'

interface DueAsked {
  readonly due: Due
  readonly aside: DueAside
  readonly footer: DueFooter
  /** How far ahead was looked. */
  readonly days: number
  /** What was asked for, to see the others of it. */
  readonly filters: Typed
  /** A line each. */
  readonly short: boolean
}

const dueColumns = {
  customerId: 'count',
  name: 'text',
  called: 'text',
  code: 'text',
  phone: 'phone',
  wechat: 'text',
  channel: 'text',
  hours: 'text',
  tier: 'text',
  stage: 'text',
  score: 'count',
  tags: 'list',
  style: 'text',
  balance: 'balance',
  reasons: 'list',
  dueOn: 'day',
  daysOverdue: 'count',
  lastPurchaseOn: 'day',
  lastContactOn: 'day',
} as const satisfies Columns<ReturnType<typeof reasonsAsCells>>

/** The list of whom to contact; a spreadsheet has the reasons by name, JSON of `--short` the lines to paste as well. */
export const dueScreen: Screen<DueAsked, Partial<ReturnType<typeof reasonsAsCells>>> = {
  async data(asked, voice) {
    const { due } = asked
    return asked.short ? { ...due, text: shortLines(asItStands(cleanDeep(asked)), await voice()).join('\n') } : due
  },
  rows: ({ due }, format) =>
    format === 'json' || format === 'jsonl' ? (due.rows as readonly object[]) : due.rows.map(reasonsAsCells),
  lines(asked, voice) {
    if (asked.due.shown === 0 && voice.quiet) return []
    return asked.short ? shortLines(asItStands(asked), voice) : listLines(asItStands(asked), voice)
  },
  columns: dueColumns,
  id: ({ customerId = 0 }) => customerId,
}

/** What is held back is said from the day on which it stands; the day of a promise stays the one that was promised. */
function asItStands(asked: DueAsked): DueAsked {
  const { due, aside } = asked
  const rows = due.rows.map((row) => {
    const held = aside.heldUntil[row.customerId]
    const from = (one: DueReason): DueReason =>
      one.reason === 'promise' ? one : { ...one, dueOn: held?.[one.reason] ?? one.dueOn }
    return held ? { ...row, reasons: row.reasons.map(from) } : row
  })
  return { ...asked, due: { ...due, rows } }
}

/** Festivals, a block for each customer, what their tiers ask for, then what to type next. */
function listLines(asked: DueAsked, voice: Voice): string[] {
  const { due, footer, days, filters } = asked
  const { words } = voice
  const head = dueHead(due, days > 0 ? addDays(due.asOf, days) : null, words)
  const festivals = due.festivals
    .filter(({ customers, greeted }) => greeted < customers)
    .map((one) => words.due.festival(one, voice))
  const events = due.events.map((one) => {
    const { event, nobodyInvited, invited } = words.due
    return event(one, one.invited === 0 ? nobodyInvited : invited(one.invited), voice)
  })
  const above = [voice.strong(head), ...[...festivals, ...events].flatMap((line) => hung(line, voice.width))]
  const below = voice.quiet ? [] : [...adviceLines(due.rows, voice), '', ...footerLines(due, footer, filters, voice)]
  // The line of the prompt is one of the terminal's, too.
  const room = voice.height === null ? null : voice.height - above.length - below.length - 1
  const rows = customerLines(asked, voice, room)
  return [...above, ...rows, ...below]
}

/** Each customer whole, a blank line before each; where there is not room for all, the last ones on a line each. */
function customerLines({ due, aside }: DueAsked, voice: Voice, room: number | null): string[] {
  const widths = columnsOf(due.rows, voice)
  const whole = due.rows.map((row) => {
    const shopOnly = aside.shopOnly[row.customerId]
    return ['', ...block(row, { asOf: due.asOf, shopOnly, widths }, voice)]
  })
  const lengths = whole.map((lines) => lines.length)
  let count = whole.length
  let used = lengths.reduce((sum, length) => sum + length, 0)
  while (room !== null && count > 1 && used > room) {
    used -= (lengths[--count] ?? 0) - (count === whole.length - 1 ? 2 : 1)
  }
  const short = due.rows.slice(count).map((row) => shortRow(row, due.asOf, widths, voice))
  return [...whole.slice(0, count).flat(), ...(short.length > 0 ? ['', ...short] : [])]
}

/** Customers on one line each: who, phone, tier, and why in a few words. */
export function briefRows(rows: readonly DueRow[], asOf: string, voice: Voice, indent = ''): string[] {
  const widths = columnsOf(rows, voice)
  return rows.map((row) => indent + shortRow(row, asOf, widths, voice, widthOf(indent)))
}

function shortRow(row: DueRow, asOf: string, widths: Widths, voice: Voice, indent = 0): string {
  const said = row.reasons
    .map((reason) => reasonSentence(reason, asOf, voice, 'brief'))
    .join(voice.words.due.shortBetween)
  const phone = row.phone === null ? '' : voice.phone(row.phone)
  return cut(
    [padEnd(cut(nameOf(row), widths.name), widths.name), padEnd(phone, widths.phone), row.tier, said].join('  '),
    (voice.width ?? 80) - indent,
  )
}

/** What to do with the tiers of the list: once, not with each customer. */
function adviceLines(rows: readonly DueRow[], voice: Voice): string[] {
  const advice = tiers
    .filter((tier) => rows.some((row) => row.tier === tier))
    .map((tier) => voice.words.due.tier[tier] ?? tier)
  return advice.length === 0
    ? []
    : ['', ...flow(advice, voice.words.due.adviceBetween, voice.width ?? 80, '').map((line) => voice.dim(line))]
}

/** A line each, to paste into a message. */
function shortLines({ due }: DueAsked, voice: Voice): string[] {
  const { words } = voice
  if (due.rows.length === 0) return [dueHead(due, null, words)]
  return due.rows.map((row, at) => {
    const phone = row.phone === null ? (row.wechat ?? '') : voice.phone(row.phone).replaceAll(' ', '')
    const said = row.reasons
      .filter(({ reason, dueOn }) => reason !== 'debt' || dueOn > due.asOf)
      .map((reason) => reasonSentence(reason, due.asOf, voice, 'brief'))
    const owes = row.balance.startsWith('-') ? '' : voice.balance(row.balance)
    return (
      `${at + 1}. ` +
      `${[row.name, phone, [...said, owes].filter(Boolean).join(words.due.shortBetween)].filter(Boolean).join(' ')}`
    )
  })
}

/** Columns a name may take beside others; a longer one goes past its edge. */
const longestName = 26

interface Widths {
  readonly name: number
  readonly phone: number
  readonly balance: number
}

const nameOf = ({ customerId, name, called }: DueRow) => `#${customerId} ${name}${called ? ` (${called})` : ''}`

function columnsOf(rows: readonly DueRow[], voice: Voice): Widths {
  const widest = (texts: readonly string[], most: number) => Math.min(most, Math.max(0, ...texts.map(widthOf)))
  const names = rows.map(nameOf)
  return {
    // One very long name does not push all others aside.
    name: widest(
      names.filter((name) => widthOf(name) <= longestName || rows.length === 1),
      longestName,
    ),
    phone: widest(
      rows.map(({ phone }) => (phone === null ? '' : voice.phone(phone))),
      18,
    ),
    balance: widest(
      rows.map(({ balance }) => voice.balance(balance)),
      24,
    ),
  }
}

function* block(
  row: DueRow,
  { asOf, shopOnly, widths }: { readonly asOf: Day; readonly shopOnly: boolean | undefined; readonly widths: Widths },
  voice: Voice,
): Generator<string> {
  const { words } = voice
  const { between } = words.due
  const width = voice.width ?? 80
  const channel = shopOnly
    ? words.due.shopOnly
    : shopOnly === false
      ? (words.terms.channel[row.channel] ?? row.channel)
      : null
  const reach = reachSaid(channel, row.hours, words)
  const balance = padEnd(voice.balance(row.balance), widths.balance)
  const cells = [
    padEnd(nameOf(row), widths.name),
    padEnd(row.phone === null ? '' : voice.phone(row.phone), widths.phone),
    row.tier,
    balance,
    reach,
  ]
  const head = cells.join('  ').trimEnd()
  // Too wide for the terminal, it is not set in columns: what is left of it stands under it.
  if (widthOf(head) <= width) yield voice.strong(head)
  else {
    const said = cells.map((cell) => cell.trimEnd()).filter((cell) => cell !== '')
    const [first = '', ...rest] = flow(said, '  ', width - 4, '')
    yield voice.strong(first)
    yield* rest.map((line) => voice.strong(`    ${line}`))
  }
  const said = row.reasons.map((reason) => {
    const sentence = reasonSentence(reason, asOf, voice, 'full')
    return reason.reason === 'debt' || reason.reason === 'complaint' ? voice.alarm(sentence) : sentence
  })
  yield* flow(said, between, width)
  yield* flow(facts(row, voice), between, width).map((line) => voice.dim(line))
}

function facts(row: DueRow, voice: Voice): string[] {
  const { due } = voice.words
  const { style, tags } = row
  return [
    ...lastOf(unsaid(row), voice),
    style === null ? '' : (due.style[style] ?? style),
    tags.length > 0 ? due.tags(tags) : '',
  ].filter((piece) => piece !== '')
}

/** The row without what its reasons have told already: the note that was left, the purchase they are thanked for. */
function unsaid(row: DueRow): DueRow & { readonly saidPurchase?: boolean } {
  const { lastPurchase, lastContact, reasons } = row
  const told = reasons.map(({ detail }) => detail as { on?: string; amount?: string; item?: unknown; note?: unknown })
  return {
    ...row,
    saidPurchase: told.some(
      ({ on, amount, item }) => item !== undefined && on === lastPurchase?.on && amount === lastPurchase?.amount,
    ),
    lastContact: lastContact && {
      ...lastContact,
      note: told.some(({ note }) => note === lastContact.note) ? null : lastContact.note,
    },
  }
}

/** When they last bought, and when they were last spoken to. */
export function lastOf(row: DueRow & { readonly saidPurchase?: boolean }, voice: Voice): string[] {
  return [
    ...(row.saidPurchase ? [] : [lastPurchaseSaid(row, voice.words, voice)]),
    lastContactSaid(row, voice.words, voice),
  ]
}

function footerLines(due: Due, { tiersAge, backupAge, type }: DueFooter, filters: Typed, voice: Voice): string[] {
  const { next, ...say } = voice.words.due
  const gap = '   '
  const tiers = tiersAge === null ? say.unsorted : tiersAge > 7 ? say.tiersAge(tiersAge) : ''
  const backup = backupAge === null ? say.noBackup : backupAge === 0 ? say.backupToday : say.backupAge(backupAge)
  const asides = [due.waiting > 0 ? next.all(due.waiting, filters) : '', tiers, backup].filter(Boolean)
  if (type === null) return [asides.join(gap)]
  return [[next.done(type), next.noAnswer(type)].join(gap), next.snooze(type), asides.join(gap)]
}

/** A row as a spreadsheet takes it: reasons by name, days of the last purchase and contact. */
function reasonsAsCells(row: DueRow) {
  const { reasons, lastPurchase, lastContact, ...plain } = row
  const [weightiest] = reasons
  return {
    ...plain,
    reasons: reasons.map(({ reason }) => reason),
    dueOn: weightiest?.dueOn ?? null,
    daysOverdue: Math.max(0, ...reasons.map(({ daysOverdue }) => daysOverdue)),
    lastPurchaseOn: lastPurchase?.on ?? null,
    lastContactOn: lastContact?.on ?? null,
  }
}
