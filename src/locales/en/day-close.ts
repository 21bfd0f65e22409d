/** The day's close. */
export const dayClose = {
  title: (day: string) => `Close of ${day}`,
  sales: 'Sales',
  times: (count: number) => `${count} x`,
  unsaid: 'not said how',
  fromCredit: 'from credit',
  unpaid: 'on account',
  refunds: 'Refunds',
  inCash: (money: string) => `${money} of it handed over the counter`,
  payments: 'Debts paid',
  topUps: 'Top-ups',
  bonus: (money: string) => `and bonus ${money} from the shop`,
  paidOut: 'Credit handed back',
  heads: ['came in by', 'sales', 'debts paid', 'top-ups', 'handed back', 'together'],
  next: (day: string) =>
    `The purchases: regulars purchases --on ${day}   How it is reckoned: regulars report day --on ${day} --explain`,
  explain: [
    'Sales are the purchases of the day that are not void, walk-in customers among them; ' +
      'what they came to was paid at the counter, taken from credit, or stands on account.',
    'A payment settles debts first; what of it stays is a top-up. ' +
      'Bonus is what the shop added: no money came in for it.',
    'How somebody pays is what was typed as --method. ' +
      'Refunds have no way of paying and are not taken off the sums by it.',
  ],
}
