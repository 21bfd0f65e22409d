import { counted } from './plural.ts'

/** What `event` and `report events` say. */
export const event = {
  opened: (name: string, day: string) => `${name}, ${day}`,
  invite: (name: string) =>
    `Invite: regulars message invitation --event ${name} --tier A,B   as a text for a group: without --tier`,
  came: (name: string, day: string, who: string) => `${name}, ${day}: ${who} came.`,
  already: (who: string) => `Noted already: ${who}`,
  nextCame: 'How it went: regulars event list',
  heads: ['event', 'day', 'invited', 'came', 'bought', 'amount'],
  next: (name: string) =>
    `Who came: regulars event came ${name} CUSTOMER…   invite: regulars message invitation --event ${name} --tier A`,
  none: 'No events yet. Open one: regulars event open "Tea tasting" 2027-03-08',
  title: (days: string, count: number) => `${counted(count, 'event')} ${days}`,
  explain: [
    'Invited: customers with a contact noted for the event (message --log), ' +
      'unless nobody answered. Came: noted by event came.',
    'Bought: who came and bought on that day or within 30 days after it, purchases refunded in full aside; ' +
      'amount: what they bought then, less refunds of it.',
  ],
}
