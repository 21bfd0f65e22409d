import type { Context } from '../../cli/context.ts'
import { customerOrWalkIn } from '../../cli/customer-argument.ts'
import { linesFile } from '../../cli/lines-file.ts'
import { askLines, attempt, readPipedLines } from '../../cli/stdin-lines.ts'
import type { NewPurchase } from '../../ledger/account/new-purchase.ts'
import { enterPurchase, recordPurchase } from '../../ledger/account/purchase.ts'
import type { EnteredPurchase, RecordedPurchase } from '../../ledger/account/recorded-purchase.ts'
import type { Book } from '../../ledger/book/book.ts'
import { recordChange } from '../../ledger/book/change/record.ts'
import { undoChange } from '../../ledger/book/change/undo.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { decimal, minorOf } from '../../ledger/money.ts'
import { boughtManyScreen, boughtTillScreen, tillTotal } from '../../screens/entry.ts'
import { describedPurchase, type PurchaseSaid } from './purchase-input.ts'
import { readTillLine } from './till-line.ts'

/**
 * `buy -`: a purchase a line, with the flags of `buy`; those of the command line stand where a line has none of its
 * own. On a terminal each is shown as it is entered, its own change, and `u` takes the last one back.
 */
export async function buyLines(
  context: Context,
  flags: PurchaseSaid,
  rejects: string | null,
): Promise<RecordedPurchase[] | undefined> {
  if (!context.terminal.interactive) return takePipe(context, flags, rejects)
  if (rejects !== null) throw new LedgerError('usage.needs', { flag: '--rejects', other: 'buy - < FILE' })
  await askTill(context, flags)
  return undefined
}

/**
 * All lines of a pipe as one change. The exit code is 1 when a line was refused; with `rejects` those lines are put
 * there, and all of them where the change did not come to stand: the server went away, say.
 */
async function takePipe(context: Context, flags: PurchaseSaid, rejects: string | null): Promise<undefined> {
  const { book, terminal } = context
  const lines = await readPipedLines(context)
  const left = rejects === null ? null : linesFile(context, rejects, 'buy -')
  const refused: string[] = []
  let stands = false
  try {
    const { value: entered, change } = await recordChange(book, 'buy', async (db, change) => {
      const here = { ...book, db }
      const entered: EnteredPurchase[] = []
      for (const { number, text } of lines) {
        const done = await attempt(context, number, async () => {
          entered.push(await enterPurchase(db, here, change, await wantedOf({ ...context, book: here }, text, flags)))
        })
        if (!done) refused.push(text)
      }
      if (entered.length === 0) change.discard()
      Object.assign(change.facts, factsOf(entered))
      return entered
    })
    stands = true
    const purchases = entered.map((one) => ({ ...one, change }))
    await terminal.show(purchases, boughtManyScreen)
    tellTotal(context, entered, refused.length)
    if (refused.length > 0) context.exitWith(1)
  } finally {
    const kept = stands ? refused : lines.map(({ text }) => text)
    for (const text of kept) left?.add(text)
    left?.place()
    if (rejects !== null && !stands && !context.flags.dryRun) tellUnconfirmed(context, kept.length, [rejects])
  }
  return undefined
}

function factsOf(entered: readonly EnteredPurchase[]) {
  const [first] = entered
  return first && entered.length === 1
    ? { entryId: first.id, customerId: first.customerId, amount: minorOf(first.amount), on: first.on }
    : { count: entered.length }
}

async function askTill(context: Context, flags: PurchaseSaid): Promise<void> {
  const { book, terminal, words } = context
  const entered: RecordedPurchase[] = []
  const waiting: string[] = []
  let failed = 0
  let asked: string | null = null
  let interrupted = false
  const interrupt = () => {
    interrupted = true
  }
  const prompts = [words.entry.till.prompt, words.entry.till.promptAgain] as const
  try {
    for await (const { number, text } of askLines(context, prompts, interrupt, waiting)) {
      asked = text
      const done = await attempt(context, number, async () => {
        if (text.trim().toLowerCase() === 'u') return takeBack(context, entered)
        const bought = await recordPurchase(book, { ...(await wantedOf(context, text, flags)), withTakings: true })
        entered.push(bought)
        await terminal.show(bought, boughtTillScreen)
      })
      asked = null
      if (!done) failed++
    }
  } finally {
    // The ledger went away in the middle of a line: those that were pasted after it are told too.
    if (asked !== null) tellUnconfirmed(context, 1 + waiting.length, [asked, ...waiting])
  }
  tellTotal(context, entered, failed)
  if (interrupted) context.exitWith(130)
}

async function wantedOf(
  context: Context & { readonly book: Book },
  text: string,
  flags: PurchaseSaid,
): Promise<NewPurchase> {
  const { customer, amount, ...own } = readTillLine(text, context.book)
  const described = describedPurchase(together(flags, own), context.book.today)
  const who = await customerOrWalkIn(context, customer)
  return { ...described, customerId: who === 'walk-in' ? null : who.id, amount }
}

/** What a line says goes before what was said for all; how it is paid is said by one of them alone. */
function together(all: PurchaseSaid, own: PurchaseSaid): PurchaseSaid {
  const said = Object.fromEntries(
    Object.entries(own).filter(([, value]) => value !== undefined && value !== false),
  ) as Partial<PurchaseSaid>
  const paysItself = own.paid !== undefined || own.unpaid || own.method !== undefined
  const { paid, unpaid, method, ...rest } = all
  return {
    ...rest,
    ...(paysItself ? { unpaid: false } : { paid, unpaid, method }),
    ...said,
    ...(own.what.length > 0 ? { item: own.item } : {}),
    what: own.what,
  }
}

function tellTotal({ book, terminal }: Context, entered: readonly EnteredPurchase[], failed: number): void {
  const sum = decimal(
    entered.reduce((total, { amount }) => total + minorOf(amount), 0),
    book.currency,
  )
  terminal.tell(tillTotal(entered.length, sum, failed, terminal.voice))
}

/** Lines of which nobody knows whether they were entered, or where they are. */
function tellUnconfirmed({ terminal, words }: Context, count: number, lines: readonly string[]): void {
  for (const line of [words.entry.till.unconfirmed(count), ...lines]) terminal.tell(line)
}

async function takeBack({ book, terminal, words }: Context, entered: RecordedPurchase[]): Promise<void> {
  const last = entered.at(-1)
  if (!last || last.change === null) return terminal.tell(words.entry.till.nothingToTakeBack)
  await undoChange(book, last.change)
  entered.pop()
  terminal.tell(words.entry.till.takenBack(last.id))
}
