import type { CommandHelp } from '../help.ts'

export const customers: Record<string, CommandHelp> = {
  statement: {
    does: "A customer's account: what stood before, every entry, the balance after each.",
    examples: ['regulars statement wang', 'regulars statement 12 --from 2026-01-01', 'regulars statement wang --short'],
    flags: { '--from': 'the first day (default: the first of the month)', '--short': 'one line to paste into a message' },
  },
  balances: {
    does: 'Who owes how much and since when, and who has credit.',
    examples: ['regulars balances', 'regulars balances --json', 'regulars balances --format csv'],
    more: 'Archived customers are in it too: their money still counts. The age of a debt is counted from the day of the purchase.',
  },
  purchases: {
    does: 'Purchases, newest first: of a customer, of walk-in, or of everybody.',
    examples: ['regulars purchases wang', 'regulars purchases --on yesterday', 'regulars purchases --from 2026-11-01 --format csv'],
    flags: { '--on': 'only this day' },
  },
  contacts: {
    does: 'Contacts, newest first: of a customer, or of everybody.',
    examples: ['regulars contacts wang', 'regulars contacts --from 2026-11-01'],
    flags: { '--on': 'only this day' },
  },
  void: {
    does: 'Strikes entries out: kept and marked, counted nowhere.',
    examples: ['regulars void 812', 'regulars void 812 813 --reason "entered twice"', 'regulars void c31'],
    flags: { '--reason': 'why' },
    more: 'A number is a money entry, c31 a contact. A purchase that has refunds goes only together with them: name them all.',
  },
  fix: {
    does: 'Enters an entry anew with another amount and voids the old one, as one change.',
    examples: ['regulars fix 812 108'],
    more: 'What was paid in full stays paid in full, what was on account stays on account. Not for a purchase that has refunds.',
  },
}
