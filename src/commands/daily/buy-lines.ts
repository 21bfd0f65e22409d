import type { Context } from '../../cli/context.ts'
import type { NewPurchase, RecordedPurchase } from '../../ledger/account/purchase.ts'

/** What a whole till has in common: the day, the method, whether on account. */
export type TillFlags = Omit<NewPurchase, 'customerId' | 'amount'> & { readonly unpaid: boolean }

/**
 * `buy -`: a purchase a line, each its own change. From a pipe all are shown at the end and the exit code is 1 when a line was refused; on a terminal
 * each is shown as it is entered, and `u` takes the last one back.
 */
export async function keepTill(context: Context, flags: TillFlags): Promise<number> {
  const { book, terminal, words } = context
  const { attempt, readLines } = await import('../../cli/stdin-lines.ts')
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
      if (terminal.interactive) await show(context, [bought])
    })
    if (!done) failed++
  }
  if (!terminal.interactive) await show(context, entered)
  const { decimal, minorOf } = await import('../../ledger/money.ts')
  const sum = decimal(
    entered.reduce((total, { amount }) => total + minorOf(amount), 0),
    book.currency,
  )
  terminal.tell(words.entry.till.total(entered.length, sum, failed, terminal.voice))
  if (interrupted) return 130
  return failed > 0 && !terminal.interactive ? 1 : 0
}

async function enterLine(context: Context, text: string, { unpaid, ...given }: TillFlags): Promise<RecordedPurchase> {
  const { book } = context
  const { whoIs } = await import('../../cli/customer-argument.ts')
  const { parseTillLine } = await import('../../ledger/account/purchase-line.ts')
  const { recordPurchase } = await import('../../ledger/account/purchase.ts')
  const { parseMoney } = await import('../../ledger/money.ts')
  const line = parseTillLine(text)
  const amount = parseMoney(line.amount, book.currency)
  const who = await whoIs(context, line.customer)
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
  const { undoChange } = await import('../../ledger/book/change/undo.ts')
  await undoChange(book, last.change)
  entered.pop()
  terminal.tell(words.entry.till.takenBack(last.id))
}

async function show({ book, terminal, words }: Context, bought: readonly RecordedPurchase[]): Promise<void> {
  const { purchaseColumns } = await import('../../screens/purchases.ts')
  const { wrap } = await import('../../terminal/width.ts')
  await terminal.show(bought, {
    say: (value, voice) => value.flatMap((one) => wrap(words.entry.bought(one, voice, book.today), voice.width ?? Number.POSITIVE_INFINITY, '    ')),
    columns: purchaseColumns,
    id: ({ id }) => id,
  })
}
