import { plural } from './plural.ts'

/** Passes: so many visits paid in advance. */
export const pass = {
  sold: (visits: number) => `a pass of ${visits} ${plural(visits, 'visit')}`,
  until: (day: string) => `until ${day}`,
  /** A visit made: which of how many, of which pass. */
  visit: (nth: number, visits: number, of: string) => `visit ${nth} of ${visits}, ${of}`,
  numbered: (id: number) => `pass ${id}`,
  left: (visits: number) => `${visits} left`,
  usedUp: 'used up',
  over: 'over',
  refunded: 'refunded',
  heads: {
    id: 'no.',
    customer: 'customer',
    item: 'item',
    left: 'left',
    visits: 'of',
    soldOn: 'sold',
    until: 'until',
    amount: 'amount',
    remark: '',
  },
  total: (passes: number, visits: number) =>
    `${passes} ${plural(passes, 'pass', 'passes')} to be used, ${visits} ${plural(visits, 'visit')}`,
  none: 'No passes.',
  use: 'A visit: ',
}
