import type { Context } from '../../cli/context.ts'
import { dueFilter, dueFlags, dueInput } from '../../cli/due-flags.ts'
import { ownFilesBeside } from '../../cli/own-files.ts'
import { unlessInterrupted, unlessRefused } from '../../cli/refused.ts'
import { verb as declare } from '../../cli/verb.ts'
import { recordPurchase } from '../../ledger/account/purchase.ts'
import { undoChange } from '../../ledger/book/change/undo.ts'
import { addNote } from '../../ledger/customer/edit.ts'
import { parseDay } from '../../ledger/day.ts'
import { LedgerError } from '../../ledger/errors.ts'
import type { ContactOutcome } from '../../ledger/followup/contacts.ts'
import { contactCustomers } from '../../ledger/followup/done.ts'
import type { DueRow } from '../../ledger/followup/row.ts'
import { measureShop, type ShopReader } from '../../ledger/followup/shop-reader.ts'
import { snooze } from '../../ledger/followup/snooze.ts'
import { type OwnTemplate, readOwnTemplates } from '../../ledger/message/own-templates.ts'
import { planMessages } from '../../ledger/message/plan.ts'
import { findTemplate, wordedReasons } from '../../ledger/message/templates.ts'
import { noteRound, type Round, readCard, readRound } from '../../ledger/today/round.ts'
import { boughtTillScreen } from '../../screens/entry.ts'
import { writeMessages } from '../../screens/message-text.ts'
import { type RoundKey, roundCardScreen, roundDone, roundKey, roundKeys, roundScreen } from '../../screens/round.ts'
import { describedPurchase } from './purchase-input.ts'
import { readTillLine } from './till-line.ts'

/** What a key did: with whom, and the change it is taken back by. */
interface Deed {
  readonly at: number
  readonly what: 'contact' | 'snooze' | 'note' | 'buy'
  readonly change: number
}

export const verb = declare({
  name: 'round',
  options: dueFlags,
  book: 'write',
  confirms: true,
  input: (read) => read.object(dueInput(read)),
  screen: roundScreen,
  async run(context, asked) {
    const { book, terminal } = context
    if (!terminal.interactive) throw new LedgerError('usage.no-terminal', { command: 'round' })
    const round = await readRound(book, await dueFilter(book, asked))
    const deeds: Deed[] = []
    if (!(await unlessInterrupted(() => goRound(context, round, deeds)))) context.exitWith(130)
    const settled = new Set(deeds.filter(({ what }) => what === 'contact' || what === 'snooze').map(({ at }) => at))
    const count = (wanted: Deed['what']) => deeds.filter(({ what }) => what === wanted).length
    return {
      contacts: count('contact'),
      snoozed: count('snooze'),
      notes: count('note'),
      purchases: count('buy'),
      left: round.rows.length - settled.size,
      waiting: round.waiting,
    }
  },
})

/** Card after card, until there is none or the owner has had enough. */
async function goRound(context: Context, round: Round, deeds: Deed[]): Promise<void> {
  const { book, terminal, words } = context
  const own = readOwnTemplates(ownFilesBeside(context, 'messages'), words.terms.language)
  const measure = measureShop(book)
  for (let at = round.at; at < round.rows.length; ) {
    await noteRound(book, (round.rows[at] as Round['rows'][number]).customerId)
    const card = await readCard(book, round, at)
    await terminal.show({ ...card, message: await messageFor(context, card.row, own, measure) }, roundCardScreen, true)
    const went = await answerCard(context, round, at, deeds)
    if (went === 'quit') return
    at = Math.max(0, went)
  }
}

/** A message about what they are due for, ready to copy; null where none can word it, or they are not to have one. */
async function messageFor(
  { book, terminal, words }: Context,
  { customerId, reasons }: DueRow,
  own: readonly OwnTemplate[],
  measure: ShopReader,
) {
  const due = reasons.map(({ reason }) => reason)
  const reason = wordedReasons.find((worded) => due.includes(worded))
  if (reason === undefined) return null
  const template = findTemplate(book, reason, { own, words: words.message.templates })
  const wanted = { template, to: [customerId], filter: {}, channel: null, campaign: template.name }
  const plan = await planMessages(book, { ...wanted, event: null, festival: null, holdOut: 0, sending: false }, measure)
  return writeMessages(template, plan.messages, plan.general, terminal.voice)[0]?.text ?? null
}

/** Asks for keys until one of them leads to another card; returns which. */
async function answerCard(context: Context, round: Round, at: number, deeds: Deed[]): Promise<number | 'quit'> {
  const { terminal } = context
  for (;;) {
    const key = roundKey(await terminal.key(roundKeys(terminal.voice)), terminal.voice)
    if (key === 'quit') return 'quit'
    if (key === 'next') return at + 1
    if (key === 'back') return at - 1
    if (key === null) continue
    const went = await unlessRefused(context, () =>
      key === 'undo' ? takeBack(context, at, deeds) : act(context, round, at, key, deeds),
    )
    if (went !== null && (went !== at || key === 'undo')) return went
  }
}

const outcomes: Partial<Record<RoundKey, ContactOutcome>> = {
  reached: 'reached',
  sent: 'sent',
  noAnswer: 'no-answer',
  interested: 'interested',
}

/** Does at once what a key asks; returns the card that follows. */
async function act(context: Context, round: Round, at: number, key: RoundKey, deeds: Deed[]): Promise<number> {
  const { book, terminal, words } = context
  const { customerId, name } = round.rows[at] as Round['rows'][number]
  const saved = (what: Deed['what'], change: number | null) => {
    if (change !== null) deeds.push({ at, what, change })
  }
  const contact = async (outcome: ContactOutcome, nextOn?: string, note?: string) => {
    const [done] = await contactCustomers(book, {
      customerIds: [customerId],
      on: book.today,
      direction: 'out',
      about: [],
      outcome,
      nextOn,
      note,
    })
    saved('contact', done?.change ?? null)
    if (done) terminal.tell(roundDone(done, name, terminal.voice))
    return at + 1
  }
  const outcome = outcomes[key]
  if (outcome) return contact(outcome)
  const { round: say } = words
  if (key === 'nextDay') {
    const typed = await terminal.ask(say.askDay, '')
    if (typed === '') return at
    const day = parseDay(typed, book.today, 'ahead')
    return contact('reached', day, (await terminal.ask(say.askAbout, '')) || undefined)
  }
  if (key === 'snooze') {
    const typed = await terminal.ask(say.askUntil, say.week)
    const { snoozedUntil, change } = await snooze(book, customerId, parseDay(typed, book.today, 'ahead'))
    saved('snooze', change)
    terminal.tell(say.snoozed(name, snoozedUntil === null ? '' : terminal.voice.day(snoozedUntil)))
    return at + 1
  }
  if (key === 'note') {
    const typed = await terminal.ask(say.askNote, '')
    if (typed === '') return at
    saved('note', (await addNote(book, customerId, typed)).change)
    terminal.tell(say.noted(name))
    return at
  }
  const typed = await terminal.ask(say.askPurchase, '')
  if (typed === '') return at
  const { customer: _, amount, ...said } = readTillLine(`id:${customerId} ${typed}`, book)
  const bought = await recordPurchase(book, { ...describedPurchase(said, book.today), customerId, amount })
  saved('buy', bought.change)
  await terminal.show(bought, boughtTillScreen)
  return at
}

/** Takes back what the last key did, and goes to that card. */
async function takeBack({ book, terminal, words }: Context, at: number, deeds: Deed[]): Promise<number> {
  const last = deeds.at(-1)
  if (!last) {
    terminal.tell(words.round.nothingToTakeBack)
    return at
  }
  await undoChange(book, last.change)
  deeds.pop()
  terminal.tell(words.round.takenBack)
  return last.at
}
