import type { AgedBalance } from '../../ledger/account/aged.ts'
import type { Statement, StatementLine } from '../../ledger/account/statement.ts'
import type { Speech } from '../speech.ts'

const standing = (balance: string, voice: Speech) => voice.balance(balance) || 'owes nothing'
const kinds: Record<string, string> = { purchase: 'purchase', refund: 'refund', payment: 'payment', opening: 'brought forward' }

/** Statements and what is owed. */
export const account = {
  statement: {
    title: ({ name, customerId, from, to }: Statement) => `${name} #${customerId}   ${from} to ${to}`,
    heads: ['Day', 'No.', '', 'Charged', 'Settled', 'Balance'],
    opening: 'brought forward',
    line: ({ kind, item, charged }: StatementLine, { balance }: Speech) =>
      kind === 'payment' && balance(charged) !== '' ? 'handed back' : [kinds[kind], item].filter(Boolean).join(' '),
    standing,
    closing: ({ closing }: Statement, voice: Speech) => standing(closing, voice),
    /** One line to paste into a message: only what moved the account. */
    short: ({ name, called, from, to, opening, entries, closing }: Statement, shop: string, voice: Speech, _today: string) => {
      const { money, day, balance } = voice
      const moves = entries.filter(({ charged, settled }) => charged !== settled)
      const said = moves.map((line, at) => {
        const paid = line.kind === 'purchase' && balance(line.settled) !== '' ? ` (${money(line.settled)} paid)` : ''
        if (line.kind === 'opening') return `${line.on === moves[at - 1]?.on ? '' : `${day(line.on)} `}you already ${had(line, voice)}`
        const what = line.kind === 'payment' ? (balance(line.charged) === '' ? 'payment' : 'handed back') : kinds[line.kind]
        const amount = line.kind === 'refund' ? line.settled : line.amount
        return `${line.on === moves[at - 1]?.on ? '' : `${day(line.on)} `}${what} ${money(amount)}${paid}`
      })
      const before = `before ${day(from)} you ${you(opening, voice).replace(/^owe/, 'owed').replace(/^have/, 'had')}`
      return `Dear ${called ?? name}, your account${shop ? ` at ${shop}` : ''}: ${[balance(opening) === '' ? '' : before, said.join(', ') || `nothing new on account from ${day(from)} to ${day(to)}`, `now you ${you(closing, voice)}`].filter(Boolean).join('; ')}.`
    },
  },
  balances: {
    nobody: 'Nobody owes anything, nobody has credit.',
    totals: ({ debtors, owed, creditors, credit }: { debtors: number; owed: string; creditors: number; credit: string }, { money }: Speech) =>
      [
        debtors > 0 ? `${debtors} ${debtors === 1 ? 'owes' : 'owe'} ${money(owed)}` : 'Nobody owes anything',
        creditors > 0 ? `${creditors} ${creditors === 1 ? 'has' : 'have'} credit ${money(credit)} (the shop owes them)` : '',
      ]
        .filter(Boolean)
        .join('; '),
    heads: ['', 'Total', '0-30 days', '31-60', '61-90', 'over 90', 'Reminded'],
    never: 'never',
    credits: 'Credit',
    credit: ({ balance }: AgedBalance, voice: Speech) => voice.balance(balance),
    next: (id: number) => [`Paid: regulars pay ${id} AMOUNT   Account: regulars statement ${id}`, `Reminded: regulars done ${id} --about debt`],
  },
}

function had({ charged, amount }: StatementLine, { balance, money }: Speech): string {
  return balance(charged) === '' ? `had credit ${money(amount)}` : `owed ${money(amount)}`
}

function you(balance: string, { money }: Speech): string {
  if (/^-?[0.]+$/.test(balance)) return 'owe nothing'
  return balance.startsWith('-') ? `have credit ${money(balance.slice(1))}` : `owe ${money(balance)}`
}
