import { counted, plural } from './plural.ts'

/** What `show` and `why` say of a customer's habits, loyalty, people, and what was left open with them. */
export const habits = {
  favourites: (items: string) => `often buys ${items}`,
  favourite: (item: string, days: number) => `${item} (${plural(days, 'once', `${days} times`)})`,
  weekday: (weekday: string, days: number, of: number) => `mostly on ${weekday} (${days} of ${counted(of, 'day')})`,
  basket: (money: string) => `usually ${money} a visit`,
  runsOut: (items: string) => `runs out: ${items}`,
  runsOutOn: (item: string, day: string) => `${item} about ${day}`,
  paysLate: (days: number, purchases: number) =>
    `pays ${counted(days, 'day')} late as a rule (${counted(purchases, 'purchase')})`,
  paysEarly: (days: number, purchases: number) =>
    `pays ${counted(days, 'day')} early as a rule (${counted(purchases, 'purchase')})`,
  paysInTime: (purchases: number) => `pays on the day as a rule (${counted(purchases, 'purchase')})`,
  loyalty: { high: 'loyal', low: 'not so loyal' },
  signs: (loyalty: string, signs: number, known: number) => `${loyalty}: ${signs} of ${counted(known, 'known sign')}`,
  /** A share of what they need, after what it was before. */
  shareBefore: (day: string, share: number) => `${day}: ${share} %`,
  shareWas: (share: string, before: string) => `${share} (${before})`,
  persons: 'people',
  open: {
    title: 'Left open:',
    nothing: 'Nothing was left open.',
    debt: (money: string, oldest: string, days: number) => `owes ${money}, oldest ${oldest} (${counted(days, 'day')})`,
    question: (day: string) => `asked on ${day}, no answer yet`,
    promise: (day: string) => `promised for ${day}`,
    refund: (day: string, money: string) => `last refund ${day}: ${money}`,
  },
}

/** What `person` says. */
export const person = {
  added: (person: string, who: string) => `${person} is one of the people of ${who}.`,
  removed: (person: string, who: string) => `${person} is no longer one of the people of ${who}.`,
  none: (who: string, id: number) => `${who} has no people yet.   Add: regulars person add ${id} NAME --role decides`,
  next: (id: number) => `One more: regulars person add ${id} NAME --role pays   all of them: regulars show ${id}`,
  heads: { name: 'name', role: 'role', phone: 'phone', birthday: 'birthday', style: 'style' },
}
