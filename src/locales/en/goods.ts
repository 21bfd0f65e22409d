import { grouped } from '../figure.ts'
import { counted } from './plural.ts'

/** What `report items`, `report returns` and `report sources` say. */
export const goods = {
  items: {
    title: (days: string, count: number) => `Sold ${days}: ${counted(count, 'thing')}`,
    heads: ['what', 'sold for', 'purchases', 'customers', 'last'],
    nothing: 'No purchase names what was bought.',
    mixed: (purchases: number, money: string) =>
      `Receipts of several things: ${grouped(purchases)} for ${money}; what each thing cost is not written down.`,
    unnamed: (purchases: number, money: string) => `Purchases that name no thing: ${grouped(purchases)} for ${money}.`,
    explain: [
      'what: each thing a purchase names, without quantities: “Longjing 250g, cup x2” is Longjing and cup. ' +
        'Void purchases and those refunded in full are left out, walk-ins are in it.',
      'sold for: what was kept, less refunds, of the purchases of this thing alone. ' +
        'purchases, customers: mixed receipts too.',
    ],
    next: (item: string) => `Who bought it: regulars list --bought ${item}   how: --explain`,
  },
  returns: {
    title: (days: string, refunds: number, money: string) =>
      `Given back ${days}: ${counted(refunds, 'refund')}, ${money}`,
    heads: ['', '', 'refunds', 'amount', 'share'],
    by: { item: 'what', reason: 'why', fault: 'fault' },
    notKnown: 'not noted',
    nothing: 'Nothing was given back.',
    rate: (share: string, sold: string) => `${share} of the ${sold} sold in these days`,
    explain: [
      'refunds and returns of these days, whenever the goods were bought, those of walk-ins too; ' +
        'void ones are left out. share: of all that was given back.',
      'what: of a receipt that names one thing the thing, of several the receipt as it is written.',
    ],
    next: 'Note why with the next one: regulars refund NAME --reason damp --fault supplier   how: --explain',
    begin: 'A refund: regulars refund NAME 60 --reason damp --fault supplier',
    everything: 'All days and customers: regulars report returns',
  },
  sources: {
    title: (days: string, added: number) => `How they came ${days}: ${counted(added, 'customer')}`,
    heads: ['how', 'added', 'bought', 'spent', 'still here', 'of those who bought'],
    notKnown: 'not noted',
    explain: [
      'added: who joined in these days, or was entered where no day is known; archived customers are left out. ' +
        'bought: who of them has ever bought.',
      'spent: all they ever spent, less refunds. ' +
        'still here: neither prospect nor lost (regulars report stages --explain).',
    ],
    next: (source: string) => `Who they are: regulars list --source ${source}   how: --explain`,
    note: 'Note how they came: regulars edit NAME --source street',
  },
}
