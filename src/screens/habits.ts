import type { Customer } from '../ledger/customer/customer.ts'
import type { Habits } from '../ledger/customer/habits.ts'
import type { OpenMatters } from '../ledger/customer/open-matters.ts'
import type { NotedShare } from '../ledger/customer/share-history.ts'
import { asksOf } from '../ledger/tier/asks.ts'
import type { Tier } from '../ledger/vocabulary.ts'
import type { Voice } from '../terminal/voice.ts'
import { padEnd, widthOf } from '../terminal/width.ts'
import { openComplaintSaid } from './complaint-lines.ts'
import { personCells } from './person.ts'

/** What to do with customers of a tier, and what that asks of the shop. */
export function asksLine(tier: Tier, { words: { tier: words, terms } }: Voice): string {
  const { expertise, service, talk } = asksOf[tier]
  const level = (of: string) => terms.level[of] ?? of
  return words.asks(tier, words.focus[tier], level(expertise), level(service), level(talk))
}

/** What they like, when they come, what they spend, what is about to run out, how they pay. */
export function habitPieces(
  { favourites, weekday, basket, runsOut, pays }: Habits,
  { words, day, money }: Voice,
): string[] {
  const { habits: say, marks, terms } = words
  return [
    favourites.length === 0
      ? ''
      : say.favourites(favourites.map(({ item, days }) => say.favourite(item, days)).join(marks.items)),
    weekday === null ? '' : say.weekday(terms.weekday[weekday.weekday] ?? '', weekday.days, weekday.of),
    basket === null ? '' : say.basket(money(basket)),
    runsOut.length === 0
      ? ''
      : say.runsOut(runsOut.map(({ item, on }) => say.runsOutOn(item, day(on))).join(marks.items)),
    pays === null ? '' : paying(pays, words.habits),
  ]
}

function paying({ daysLate, purchases }: NonNullable<Habits['pays']>, say: Voice['words']['habits']): string {
  if (daysLate === 0) return say.paysInTime(purchases)
  return daysLate > 0 ? say.paysLate(daysLate, purchases) : say.paysEarly(-daysLate, purchases)
}

/** The share of what they need that they buy here, and what it was before. */
export function shareOf({ walletShare }: Customer, shares: readonly NotedShare[], { words, day }: Voice): string {
  if (walletShare === null) return ''
  const said = words.customer.share(walletShare)
  const before = shares.filter(({ share }, at) => at < shares.length - 1 || share !== walletShare).slice(-3)
  if (before.length === 0) return said
  return words.habits.shareWas(
    said,
    before.map(({ on, share }) => words.habits.shareBefore(day(on), share)).join(words.marks.items),
  )
}

/** Loyalty by the signs that are known; of one who never bought there is nothing to say. */
export function loyaltyOf(
  { loyalty: { signs, known, high }, purchases }: Customer,
  { words: { habits } }: Voice,
): string {
  return purchases === 0 ? '' : habits.signs(high ? habits.loyalty.high : habits.loyalty.low, signs, known)
}

/** The people of a firm, a line each under one another. */
export function personLines({ persons }: Customer, voice: Voice): string[] {
  const label = `${voice.words.habits.persons}  `
  const rows = persons.map((person) => personCells(person, voice))
  const widest = (column: number) => Math.max(0, ...rows.map((row) => widthOf(row[column] ?? '')))
  const filled = [0, 1, 2, 3, 4].map(widest)
  return rows.map((row, at) => {
    const cells = row.flatMap((cell, column) =>
      (filled[column] ?? 0) === 0 ? [] : [padEnd(cell, filled[column] ?? 0)],
    )
    return ((at === 0 ? label : ' '.repeat(widthOf(label))) + cells.join('  ')).trimEnd()
  })
}

/** What was left open with a customer, a line each; where nothing was, that is said. */
export function openLines({ debt, complaint, question, promise, refund }: OpenMatters, voice: Voice): string[] {
  const { words, day, money } = voice
  const { open } = words.habits
  const noted = (said: string, note: string | null) =>
    note ? words.marks.note(said, note.replace(/\s*\n\s*/g, ' ')) : said
  const lines = [
    debt && open.debt(money(debt.amount), day(debt.oldestOn), debt.days),
    complaint && openComplaintSaid(complaint, voice),
    question && noted(open.question(day(question.on)), question.note),
    promise && noted(open.promise(day(promise.on)), promise.note),
    refund &&
      [open.refund(day(refund.on), money(refund.amount)), refund.item, refund.reason, refund.fault]
        .filter(Boolean)
        .join(words.marks.parts),
  ].filter((line) => line !== null)
  return lines.length === 0 ? [open.nothing] : [open.title, ...lines.map((line) => `  ${line}`)]
}
