import { CommanderError } from 'commander'
import { declareCommand, refuseDashes, wordsOfRefusal } from '../../cli/command-line.ts'
import { reader } from '../../cli/inputs.ts'
import { wordsOfLine } from '../../ledger/account/purchase-line.ts'
import type { Book } from '../../ledger/book/book.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { purchaseFlags, purchaseInput } from './purchase-input.ts'

/**
 * Reads a line of a till as the words and flags of a `buy`. Throws usage.missing-argument and whatever the command line
 * would be refused with.
 */
export function readTillLine(text: string, book: Book) {
  const words = wordsOfLine(text)
  const command = declareCommand({ name: 'buy', args: '[customer] [amount] [what...]', options: purchaseFlags }, [])
  refuseDashes(words, 'buy', command)
  try {
    command.parse(words, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) throw wordsOfRefusal(error, 'buy', command)
    throw error
  }
  const [customer, amount, what = []] = command.processedArgs as [
    string | undefined,
    string | undefined,
    string[] | undefined,
  ]
  if (customer === undefined || amount === undefined)
    throw new LedgerError('usage.missing-argument', {
      argument: customer === undefined ? 'customer' : 'amount',
      command: 'buy',
    })
  const read = reader(book)
  const schema = read.object({ customer: read.text, amount: read.money, ...purchaseInput(read) })
  return schema.parse({ ...command.opts(), customer, amount, what })
}
