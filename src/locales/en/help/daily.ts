import type { CommandHelp } from '../../command-help.ts'
import { details } from './details.ts'

export const daily: Record<string, CommandHelp> = {
  buy: {
    does: 'Records a purchase: paid in full unless --paid or --unpaid says otherwise.',
    examples: [
      'regulars buy wang 128 green tea',
      'regulars buy 12 128+60-8 --unpaid --due friday',
      'regulars buy 12 200 --paid 150 -i "gift box"',
      'regulars buy 12 88 --method credit',
      'regulars buy walk-in 45',
      'regulars buy - < day.txt',
      'regulars buy - --on yesterday --rejects left.txt < day.txt',
    ],
    flags: {
      '--item': 'what was bought, instead of the words after the amount',
      '--cost': 'what it cost the shop',
      '--discount': 'what was taken off; the amount is what remained to pay',
      '--paid': 'paid now; the rest takes from the credit, then stands on account',
      '--unpaid': 'nothing paid now: all on account',
      '--due': 'the day the unpaid part is due',
      '--ref': 'number of the receipt',
      '--method':
        'how it was paid: cash, card …; credit takes it from what the customer paid in, ' +
        'and is refused where that does not cover it',
      '--coupon': 'a coupon they were given, by its code',
      '--privilege': 'the percent off of their tier (tier.A.privilegePercent …)',
      '--redeem': 'so many points pay a part',
      '--rejects': 'with buy -: a file for the lines that could not be entered',
      '--over-limit': 'let the customer owe more than the credit limit',
    },
    more:
      'buy - reads lines CUSTOMER AMOUNT [ITEM] with the flags of buy, names with blanks in quotes, ' +
      'in any encoding; from a pipe all are one change. On a terminal it asks for them one by one: ' +
      'u takes the last one back, Enter ends.\n赊 or 赊账 as the last word is --unpaid. ' +
      'A word that begins with a dash is no goods.\nIn a shell an unquoted # begins a comment: ' +
      'write 12 or id:12, not #12. An archived customer must be unarchived first.',
  },
  refund: {
    does: 'Takes goods back: lowers what is owed on the purchase first, hands back the rest.',
    examples: [
      'regulars refund 812',
      'regulars refund 812 60 --reason damp --fault supplier',
      'regulars refund wang 60',
      'regulars refund id:12 60 --credit',
      'regulars refund 840',
    ],
    flags: {
      '--reason': 'why it came back',
      '--fault': 'whose fault it was',
      '--credit': 'keep the money as credit instead of handing it back',
    },
    more:
      'What bonus paid goes back to the bonus. Of a pass at most its unmade visits can be refunded, ' +
      'and they go with it.\nA bare number is an entry, a customer is id:12 or a name: ' +
      'their newest purchase that covers the amount. Without an amount, all that is left of it.',
  },
  pay: {
    does: 'Records money a customer brings, a top-up too: it settles the oldest unpaid part first, the rest is credit.',
    examples: [
      'regulars pay wang 300',
      'regulars pay 12 500 --bonus 50 --method card',
      'regulars pay 12 72 --out',
      'regulars pay 12 72 --out --forfeit',
    ],
    flags: {
      '--method': 'how it was paid: cash, card …',
      '--bonus': 'what the shop adds to a top-up',
      '--out': 'the other way: hand credit back to the customer, of what was paid in',
      '--forfeit': 'with --out: what is left of the bonus ends',
    },
    more:
      'From one who owes nothing it is a top-up. ' +
      'Purchases take what was paid in before the bonus: regulars policy show credit',
  },
  due: {
    does: 'Whom to get in touch with today, why, and what to talk about. It only reads.',
    examples: [
      'regulars due',
      'regulars due --short',
      'regulars due --reason promise,debt --all',
      'regulars due --tier A --keeper li',
      'regulars due --days 7',
      'regulars due --ids',
      'regulars due --quiet --exit-code && mail-the-list',
    ],
    flags: {
      '--reason':
        'only who is due for one of these: promise, complaint, unhappy, birthday, wanted, welcome, welcome-back, ' +
        'thanks, after-sale, occasion, interested, restock, slipping, debt, cadence, points, coupon, survey',
      '--tier': 'only customers of these tiers',
      '--tag': 'only customers with this tag; of several, all',
      '--limit': 'at most so many rows (default: due.capacity of the policy)',
      '--all': 'everyone, also those who can wait',
      '--days': 'what comes due in so many days too',
      '--short': 'a line each, to paste into a message',
      '--exit-code': 'exit with 1 when nothing is due',
    },
    more:
      'The list stops at due.capacity (12). ' +
      'Promises and birthdays on their day are always shown; one place in six goes to who waits longest.\n' +
      'Which reasons there are and how they weigh: regulars policy show due',
  },
  round: {
    does: 'Goes through the list of due card by card: a key each for what came of it, saved at once.',
    examples: ['regulars round', 'regulars round --tier A', 'regulars round --keeper li -l 10'],
    flags: {
      '--reason': 'only who is due for one of these reasons: regulars help due',
      '--limit': 'at most so many (default: due.capacity of the policy)',
      '--all': 'everyone who is due, not only the most important',
    },
    more:
      'A card tells what is to be done first, then what to chat about, how to speak to them and what they owe. ' +
      'Ctrl-C loses nothing; round again goes on where you were. u takes the last key back.',
  },
  plan: {
    does: 'The next seven days: whom to contact on which, by what there is to close, to follow up and to develop.',
    examples: ['regulars plan', 'regulars plan --from monday --capacity 8', 'regulars plan --format csv'],
    flags: { '--from': 'the first of the seven days', '--capacity': 'so many a day (default: due.capacity)' },
    more:
      'Close: interested, promised, what they wait for has come. Develop: tier D, new ones, those who came back. ' +
      'Follow: the rest. Promises and birthdays stand on their own day; who finds no place moves on.',
  },
  done: {
    does: 'Records a contact with customers: what it was about is settled.',
    examples: [
      'regulars done 12 -n "comes Wednesday"',
      'regulars done 12 31 88 -o sent -c wechat',
      'regulars done wang -o no-answer',
      'regulars done wang --next friday -n "price of the new tea"',
      'regulars done wang --in -n "asks for Longjing"',
      'regulars done 31 --about debt',
    ],
    flags: {
      '--channel':
        'call, wechat, sms, email, letter, visit, shop, event or other (default: ' +
        'the one they prefer, else due.channel, never one they refused)',
      '--outcome':
        'reached, sent, no-answer, wants-reply, interested or declined (default reached; with --in wants-reply)',
      '--about': 'only these reasons, with commas (default: everything due that day)',
      '--next': 'the day promised for the next contact',
      '--in': 'the customer got in touch with you',
      '--gift': 'what was given',
      '--campaign': 'the campaign it was part of',
    },
    more:
      'Sent does not settle a promise or a debt; ' +
      'it answers a question where it goes by the channel they asked by, or a better one. ' +
      'No-answer settles nothing and hides the customer for the day; the third in a row counts as reached. ' +
      'A talk before a birthday puts it off to the day itself, unless --about birthday.',
  },
  snooze: {
    does: 'Hides a customer from due until a day.',
    examples: ['regulars snooze 12 3d', 'regulars snooze wang monday', 'regulars snooze 12 off'],
    more: 'It warns when a promise or a birthday falls in between.',
  },
  want: {
    does: 'Notes what a customer waits for, or that they wait no longer.',
    examples: [
      'regulars want wang "Dahongpao 50 g"',
      'regulars want 12 "spring tea" --until 2027-04-30',
      'regulars want wang off Dahongpao',
    ],
    flags: { '--until': 'the last day they would still want it' },
    more: 'When it comes in, regulars arrived puts them on the list.',
  },
  arrived: {
    does: 'Says that something has come in: all who wait for it are on the list, A first.',
    examples: ['regulars arrived Dahongpao'],
    more:
      'A wish that contains the text is meant, in any spelling. ' +
      'They stay on the list until they are told, for 14 days (due.wanted.until).',
  },
  wants: {
    does: 'Who waits for what, and for how long.',
    examples: ['regulars wants', 'regulars wants --all'],
    flags: { '--all': 'those told, and those who wait no longer, too' },
  },
  add: {
    does: 'Adds a customer. Only the name is required.',
    examples: [
      'regulars add "Wang Xiaoming" --phone 13800138000',
      'regulars add 王小明 --birthday 农历四月十八 --tag oolong --set taste=light',
      'regulars add "Green Leaf Ltd" --kind firm --credit-limit 5000 --owes 320',
    ],
    flags: {
      ...details,
      '--joined': 'since when they are a customer (default today)',
      '--note': 'notes to begin with',
    },
    more: 'A phone or code that is in use is refused. The ledger is made when it is not there yet.',
  },
  find: {
    does:
      'Searches customers: name, pinyin, phone, code, WeChat, company, tags, facts, notes, address, ' +
      'what they bought, gifts, campaigns, reasons of refunds.',
    examples: ['regulars find wang', 'regulars find 8000', 'regulars find oolong chess', 'regulars find wang --ids'],
    flags: {
      '--archived': 'archived customers too',
      '--everywhere': 'in a large ledger, look through purchases and contacts too',
      '--limit': 'at most so many',
    },
    more:
      'Of several words every one must be found. With more than 100,000 entries what customers are is looked ' +
      'through first, purchases and contacts where that finds nobody.',
  },
  show: {
    does: 'All there is to know before talking to a customer.',
    examples: [
      'regulars show wang',
      'regulars show wxm',
      'regulars show id:12',
      'regulars show 12 31',
      'regulars show 8000',
    ],
    more:
      'A customer is named by full name, part of it, pinyin or initials, whole phone or its last 4 digits, ' +
      'code or id. To be exact: id:12 code:007 phone:13800138000 name:Wang.',
  },
}
