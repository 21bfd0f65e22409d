import { LedgerError } from '../../errors.ts'
import { decimal, type Minor } from '../../money.ts'
import type { CustomerColumn } from '../columns.ts'
import type { RosterRow } from './roster-row.ts'

/** What a row of a roster says that somebody owes (positive) or has in credit; null where it says nothing. */
export function standingOf(
  row: RosterRow,
  moneyOf: (column: CustomerColumn) => (text: string) => Minor,
  currency: string,
): Minor | null {
  const { line, notes } = row
  const otherWay = (column: 'owes' | 'credit', balance: Minor) =>
    notes.warn(line, 'row.other-way', { balance: decimal(balance, currency) }, column, row.rawOf(column))
  const owes = row.read('owes', moneyOf('owes'))
  if (owes !== null && owes < 0) otherWay('owes', owes)
  const credit = row.read('credit', moneyOf('credit'))
  if (credit !== null && credit < 0) otherWay('credit', -credit)
  if (owes && credit) {
    const said = { owes: decimal(owes, currency), credit: decimal(credit, currency) }
    notes.warn(
      line,
      'row.both-ways',
      { ...said, balance: decimal(owes - credit, currency) },
      'credit',
      row.rawOf('credit'),
    )
  }
  // As the program prints it: what is positive is owed.
  const stands = row.read('balance', moneyOf('balance'))
  return owes === null && credit === null && stands === null ? null : (owes ?? 0) - (credit ?? 0) + (stands ?? 0)
}

export function positive(money: (text: string) => Minor): (text: string) => Minor {
  return (text) => {
    const amount = money(text)
    if (amount < 0) throw new LedgerError('money.negative', { text })
    return amount
  }
}
