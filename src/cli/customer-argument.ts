import { LedgerError } from '../ledger/errors.ts'
import { type NamedCustomer, nameCustomer } from '../ledger/identity/resolve.ts'
import type { Context } from './context.ts'

/** The customer a command line means; where several fit and somebody is there to answer, asks which. */
export async function customerOrWalkIn({ book, terminal, words }: Context, asked: string): Promise<NamedCustomer> {
  try {
    return await nameCustomer(book, asked)
  } catch (error) {
    if (!(error instanceof LedgerError && error.code === 'customer.ambiguous' && terminal.interactive)) throw error
    const { matches } = terminal.hide((error as LedgerError<'customer.ambiguous'>).facts)
    const lines = matches.map(({ id, name, phone, lastPurchaseOn }) =>
      [`${name} #${id}`, phone?.slice(-4), lastPurchaseOn].filter(Boolean).join('  '),
    )
    const chosen = await terminal.choose(words.whichOne(asked), lines)
    const match = chosen === null ? undefined : matches[chosen]
    if (!match) throw error
    return { id: match.id, name: match.name }
  }
}

/** The same where nobody in particular will not do. */
export async function customerArgument(
  context: Context,
  asked: string,
  command: string,
): Promise<{ id: number; name: string }> {
  const who = await customerOrWalkIn(context, asked)
  if (who === 'walk-in') throw new LedgerError('customer.walk-in', { command })
  return who
}
