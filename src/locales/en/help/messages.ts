import type { CommandHelp } from '../../command-help.ts'
import { sifting } from './customers.ts'

/** Nobody archived is written to. */
const { '--archived': _, ...whom } = sifting

/** What `message`, `occasion` and `event` are for. */
export const messages: Record<string, CommandHelp> = {
  message: {
    does:
      'Words a message to customers, ready to be copied; ' +
      'it leaves out who should not have it, and never sends anything.',
    examples: [
      'regulars message birthday --to due',
      'regulars message mid-autumn --tier A,B --next',
      'regulars message new-arrival --bought oolong --hold-out 10 --log',
      'regulars message invitation --event "Tea tasting" --group oolong --channel sms --format csv',
      'regulars message mid-autumn',
      'regulars message',
    ],
    flags: {
      ...whom,
      '--to':
        'due (all on today’s list, those of the reason the message is about), ' +
        'or customers; also "group NAME", "tier A"',
      '--event': 'the event it invites to',
      '--campaign': 'what the contacts are noted under (default the event, else the message): report campaigns',
      '--channel': 'wechat, sms, email or letter alone (default what each prefers and allows)',
      '--next':
        'one after another: at a terminal it asks whether each was sent and notes it; in a pipe the next one alone',
      '--log': 'note them as sent, with the campaign',
      '--hold-out': 'leave so many percent out by chance, so that report campaigns can tell the effect',
    },
    more:
      'Without --to and the flags of list it is a text for a group. ' +
      'A message about a reason (birthday, thanks, debt …) goes to those for whom it holds today. ' +
      'Nobody has two on one day, one within due.minGap days of a contact, or more than message.most in 30 days; ' +
      'sms and email need a yes (edit --consent sms). ' +
      'Your own: messages/NAME.txt beside the ledger (NAME.zh.txt for one language); a first line `about: ' +
      'thanks`, `subject: …` where wanted, then text with {salutation} {item|our tea} {last} {owed} {points} ' +
      '{coupon} {privilege} {fact:dog} {shop}. CSV for an SMS service: --format csv --columns to,text',
  },
  'occasion add': {
    does: 'Notes a day that matters to a customer: they are on the list some days before it.',
    examples: [
      'regulars occasion add wang 2027-03-01 "contract ends" --ahead 30',
      'regulars occasion add 12 2019-05-18 "wedding day" --every year',
      'regulars occasion add 12 01-05 "quarterly stock-taking" --every quarter',
      'regulars occasion add 12 lunar:08-15 "opened their shop"',
    ],
    flags: {
      '--every': 'it comes again: every year or quarter (default once; a lunar day comes every year)',
      '--ahead': 'how many days before it they are due for a word (default policy due.occasion.days)',
    },
    more:
      'Its reason is occasion: due lists it until the day, done --about occasion settles it, ' +
      'message occasion --to due words it.',
  },
  'occasion list': {
    does: 'The days noted for customers, the nearest first.',
    examples: ['regulars occasion list', 'regulars occasion list wang', 'regulars occasion list --all --json'],
    flags: { '--all': 'those that are over too' },
  },
  'occasion remove': {
    does: 'Takes a noted day away from a customer.',
    examples: ['regulars occasion remove wang "contract ends"'],
  },
  'event open': {
    does: 'Opens an event that customers can be invited to.',
    examples: [
      'regulars event open "Tea tasting" 2027-03-08',
      'regulars event open "Tea tasting" friday -n "from two o’clock, bring a friend"',
    ],
    flags: { '--note': 'what invitations say of it' },
    more: 'Invite with message invitation --event NAME; due tells of it in the days before.',
  },
  'event came': {
    does: 'Notes who came to an event.',
    examples: ['regulars event came "Tea tasting" wang 88 wxm', 'regulars event came "Tea tasting" 12 --on yesterday'],
    flags: { '--on': 'the day they came (default the event’s)' },
    more: 'It is a contact: void c31 strikes it out. What they buy within 30 days is in event list.',
  },
  'event list': {
    does: 'Events, the newest first: invited, came, bought within 30 days.',
    examples: ['regulars event list', 'regulars event list --json'],
  },
}
