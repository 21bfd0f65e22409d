import type { CommandHelp } from '../help.ts'

export const daily: Record<string, CommandHelp> = {
  buy: {
    does: 'Records a purchase: paid in full unless --paid or --unpaid says otherwise.',
    examples: [
      'regulars buy wang 128 green tea',
      'regulars buy 12 128+60-8 --unpaid --due friday',
      'regulars buy 12 200 --paid 150 -i "gift box"',
      'regulars buy walk-in 45',
      'regulars buy - < day.txt',
    ],
    flags: {
      '--item': 'what was bought, instead of the words after the amount',
      '--cost': 'what it cost the shop',
      '--discount': 'what was taken off; the amount is what remained to pay',
      '--paid': 'paid now; the rest takes from the credit, then stands on account',
      '--unpaid': 'nothing paid now: all on account',
      '--due': 'the day the unpaid part is due',
      '--ref': 'number of the receipt',
      '--method': 'how it was paid: cash, card …',
      '--over-limit': 'let the customer owe more than the credit limit',
    },
    more: 'buy - reads lines CUSTOMER AMOUNT [ITEM], names with blanks in quotes; each line is a change of its own. On a terminal it asks for them one by one: u takes the last one back, Enter ends.\nIn a shell an unquoted # begins a comment: write 12 or id:12, not #12. An archived customer must be unarchived first.',
  },
  refund: {
    does: 'Takes goods back: lowers what is owed on the purchase first, hands back the rest.',
    examples: ['regulars refund 812', 'regulars refund 812 60 --reason damp --fault supplier', 'regulars refund wang 60', 'regulars refund id:12 60 --credit'],
    flags: { '--reason': 'why it came back', '--fault': 'whose fault it was', '--credit': 'keep the money as credit instead of handing it back' },
    more: 'A bare number is an entry, a customer is id:12 or a name: their newest purchase that covers the amount. Without an amount, all that is left of it.',
  },
  pay: {
    does: 'Records money a customer brings: it settles the oldest unpaid part first, the rest is credit.',
    examples: ['regulars pay wang 300', 'regulars pay 12 500 --method card --on yesterday', 'regulars pay 12 72 --out'],
    flags: { '--method': 'how it was paid: cash, card …', '--out': 'the other way: hand credit back to the customer' },
  },
}
