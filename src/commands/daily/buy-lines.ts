import type { Context } from '../../cli/context.ts'
import { customerOrWalkIn } from '../../cli/customer-argument.ts'
import { attempt, readLines } from '../../cli/stdin-lines.ts'
import { type NewPurchase, type RecordedPurchase, recordPurchase } from '../../ledger/account/purchase.ts'
import { parsePurchaseLine } from '../../ledger/account/purchase-line.ts'
import { undoChange } from '../../ledger/book/change/undo.ts'
import { decimal, minorOf, parseMoney } from '../../ledger/money.ts'
import { boughtManyScreen, tillTotal } from '../../screens/entry.ts'

/** What all lines have in common: the day, the method, whether on account. */
export type LineFlags = Omit<NewPurchase, 'customerId' | 'amount'> & { readonly unpaid: boolean }

/**
 * `buy -`: a purchase a line, each its own change. From a pipe all are shown at the end and the exit code is 1 when a line was refused; on a
 * terminal each is shown as it is entered, and `u` takes the last one back.
 */
export async function buyLines(context: Context, flags: LineFlags): Promise<void> {
  const { book, terminal, words } = context
  const entered: RecordedPurchase[] = []
  let failed = 0
  let interrupted = false
  const interrupt = () => {
    interrupted = true
  }
  for await (const { number, text } of readLines(context, words.entry.till.prompt, interrupt)) {
    if (text.trim() === '') continue
    const done = await attempt(context, number, async () => {
      if (terminal.interactive && text.trim().toLowerCase() === 'u') return takeBack(context, entered)
      const bought = await enterLine(context, text, flags)
      entered.push(bought)
      if (terminal.interactive) await terminal.show([bought], boughtManyScreen)
    })
    if (!done) failed++
  }
  if (!terminal.interactive) await terminal.show(entered, boughtManyScreen)
  const sum = decimal(
    entered.reduce((total, { amount }) => total + minorOf(amount), 0),
    book.currency,
  )
  terminal.tell(tillTotal(entered.length, sum, failed, terminal.voice))
  if (interrupted) context.exitWith(130)
  else if (failed > 0 && !terminal.interactive) context.exitWith(1)
}

async function enterLine(context: Context, text: string, { unpaid, ...given }: LineFlags): Promise<RecordedPurchase> {
  const { book } = context
  const line = parsePurchaseLine(text)
  const amount = parseMoney(line.amount, book.currency)
  const who = await customerOrWalkIn(context, line.customer)
  const wanted: NewPurchase = {
    ...given,
    customerId: who === 'walk-in' ? null : who.id,
    amount,
    item: line.item ?? given.item,
    withTakings: context.terminal.interactive,
  }
  return recordPurchase(book, unpaid ? { ...wanted, paid: 0 } : wanted)
}

async function takeBack({ book, terminal, words }: Context, entered: RecordedPurchase[]): Promise<void> {
  const last = entered.at(-1)
  if (!last || last.change === null) return terminal.tell(words.entry.till.nothingToTakeBack)
  await undoChange(book, last.change)
  entered.pop()
  terminal.tell(words.entry.till.takenBack(last.id))
}
