import type { CodesOf, ErrorWords, InAnyLanguage } from '../../error-message.ts'
import { counted } from '../plural.ts'

const said = {
  'row.scale': ({ headings, scale }) => ({
    message: `${headings.join(', ')} read as out of ${scale} (--scale 5 if they are not)`,
  }),
  'row.unknown-state': {
    message: (heading: string, word: string, typed: string) =>
      `${heading} “${word}” is not known: say --state ${typed}=sale, owed, refund or skip`,
  },
  'row.currency': ({ currency, ledger }) => ({ message: `in ${currency}, the ledger is in ${ledger}` }),
  'row.part-unknown': ({ word }) => ({ message: `“${word}” gives no figure: how much was handed back is not known` }),
  'row.contradicts': ({ by, given, mark }) => ({
    message: `the ${mark} is ${by.name} #${by.id}’s, the name says ${given}`,
  }),
  'row.disagrees': ({ amount, expected }, voice) => ({
    message:
      `the amount ${voice.money(amount)} contradicts the other columns, which come to ${voice.money(expected)}; ` +
      '--map amount=COLUMN says which counts',
  }),
  'row.spreadsheet': () => ({ message: 'a spreadsheet broke the number; set the column to text and export it again' }),
  'row.uncalculated': ({ text }) => ({
    message: `a formula without a value, ${text}: open the file in the spreadsheet, save it and import it again`,
  }),
  'row.sheet-error': ({ text }) => ({ message: `the spreadsheet shows an error: ${text}` }),
  'row.too-old': ({ day }) => ({ message: `${day} is before 1970` }),
  'row.fees': ({ heading, rows, sum }, voice) => ({
    message:
      `${heading}: ${voice.money(sum)} in ${counted(rows, 'row', 'rows')}, not imported: ` +
      'it is neither a sale nor a cost of goods',
  }),
  'row.transfer': ({ word }) => ({ message: `${word}: taken as a sale` }),
  'row.claim-open': ({ word }) => ({ message: `“${word}”: a claim is open; taken as a sale` }),
  'row.refund-stuck': ({ ref }) => ({ message: `the refund of ${ref} reached nobody: see to it with the pay service` }),
  'row.disputed': ({ ref }) => ({ message: `${ref} is disputed; taken as a sale` }),
  'row.refund-day': ({ day }) => ({ message: `the day of the refund is not in the file: ${day}, the day of the sale` }),
  'row.refund-whole': ({ amount }, voice) => ({
    message: `the file does not say how much was handed back: all of it, ${voice.money(amount)}`,
  }),
  'row.refund-alone': ({ ref }) => ({ message: `the refund ${ref} names no sale of this ledger: entered as a return` }),
  'row.converted': ({ currency }) => ({
    message: `charged in ${currency}: the amount the service made of it is taken`,
  }),
  'row.empty-state': ({ heading }) => ({ message: `${heading} is empty: taken as a sale` }),
  'row.unread-state': {
    message: (heading: string, word: string, typed: string) =>
      `${heading} says “${word}”, and nobody reads that column: taken as a sale (--map ${typed} reads it)`,
  },
  'row.unread-outcome': {
    message: (heading: string, word: string, typed: string) =>
      `${heading} says “${word}”, and nobody reads that column (--map ${typed} reads it)`,
  },
  'row.unread-owed': ({ heading }) => ({
    message:
      `${heading} is not read, it may be of more than the one sale: all sales count as paid ` +
      '(--map paid=COLUMN names what was paid of each)',
  }),
  'row.no-outcome': () => ({
    message:
      'no column says how a contact came out: what you began counts as reached, what they began wants a reply ' +
      '(--map outcome=COLUMN names one)',
  }),
  'row.other-list': ({ headings, line }) => ({
    message: `${headings.join(', ')} begin another list, which is left out (--header-row ${line} reads that one)`,
  }),
  'row.rewarded': ({ id, name }) => ({ message: `${name} #${id} was given the reward for a referral` }),
  'row.reward-over': ({ id, name, code }) => ({
    message: `${name} #${id} should have coupon ${code} for a referral, but it is over`,
  }),
  'row.stranger': ({ text }) => ({
    message: `${text} may be anybody: kept as a walk-in under that name, to be linked (payer list)`,
  }),
  'row.masked-phone': ({ text }) => ({ message: `${text} is masked: no phone, kept in the notes` }),
  'row.masked-name': ({ text }) => ({ message: `${text} is masked, or a number of a service: nobody’s name` }),
  'row.name-is-number': ({ text }) => ({ message: `the name is only a number: ${text}` }),
  'row.alike-elsewhere': ({ day, amount, id }, { money }) => ({
    message: `${money(amount)} on ${day} is like sale ${id} of another service: see that it is not one sale twice`,
  }),
  'row.known-amount': ({ ref, amount, stands, id }, voice) => ({
    message:
      `${ref} is in the ledger with ${voice.money(stands)} (${id}), here ${voice.money(amount)}; ` +
      'left as it is (to replace it: --on-match update)',
  }),
  'row.total-agrees': ({ rows, sum }, voice) => ({
    message: `agrees with what the file says of itself: ${counted(rows, 'row', 'rows')}, ${voice.money(sum)}`,
  }),
  'row.total-differs': ({ stated, statedSum, rows, sum }, voice) => ({
    message:
      `the file says ${counted(stated, 'row', 'rows')} and ${voice.money(statedSum)}, ` +
      `read were ${rows} and ${voice.money(sum)}`,
  }),
  'row.payer-namesake': ({ name, id }) => ({
    message: `paid by “${name}”, a name #${id} has: left to nobody until you link it`,
  }),
  'row.short-credit': ({ customers, sum, some }, voice) => ({
    message:
      `${counted(customers, 'customer', 'customers')} paid from more credit than is known here: ${voice.money(sum)} ` +
      `stands as owed (${some.map(({ id, name }) => `${name} #${id}`).join(', ')}); enter what they had paid in: ` +
      'pay NAME AMOUNT, or import customers with credit',
  }),
  'row.titled': ({ titled, bare }) => ({
    message:
      `${titled.name} #${titled.id} and ${bare.name} #${bare.id} may be one: ` + `merge ${titled.id} --into ${bare.id}`,
  }),
  'row.left-owing': ({ amount }, voice) => ({
    message: `less was received than was due: ${voice.money(amount)} stands as owed (--map paid= leaves it out)`,
  }),
  'row.all-walk-in': () => ({
    message: 'no column names a customer: every row is a walk-in (--walk-in says so; --map customer=COLUMN names one)',
  }),
  'row.unknown-customer': ({ asked }) => ({
    message: `nobody is called ${asked}: kept as a walk-in under the payer’s name (--create-customers makes customers)`,
  }),
  'row.remark': ({ en }) => ({ message: en }),
  'day.mixed': ({ text }) => ({ message: `“${text}” is two days, and the column writes days both ways.` }),
  'money.mixed': ({ text }) => ({ message: `“${text}” is two amounts, and the column writes decimals both ways.` }),
  'row.bad-yes': ({ text }) => ({ message: `“${text}” is neither yes nor no` }),
  'row.missing': ({ column }) => ({ message: `${column} is empty` }),
  'row.too-many-cells': ({ cells, headers }) => ({
    message:
      `${cells} cells, but the header has ${headers}; ` +
      'a cell with the separator in it needs quotes ("1,200.00", "Hill Road 3, Room 9")',
  }),
  'row.twins': {
    code: (lines: readonly number[], names: readonly string[]) =>
      `lines ${lines.join(', ')} have one card and different names: ${names.join(', ')}; ` +
      'a card is one customer’s: give each their own',
    phone: (lines: readonly number[], names: readonly string[]) =>
      `lines ${lines.join(', ')} have one phone and different names: ${names.join(', ')}; ` +
      'a family: --same-phone, or a card each',
  },
  'row.nothing': ({ rows, words }) => ({
    message: `${counted(rows, 'row says', 'rows say')} ${words.map((word) => `“${word}”`).join(' ')}: taken as empty`,
  }),
  'row.both-ways': {
    message: (owes: string, credit: string, taken: string) =>
      `owes ${owes} and has ${credit} in credit: taken as ${taken}`,
    settled: 'settled',
  },
  'row.archived-owes': ({ balance }, voice) => ({
    message: `${voice.balance(balance)}: not archived until that is settled`,
  }),
  'row.other-way': ({ balance }, voice) => ({ message: `less than nothing: taken as ${voice.balance(balance)}` }),
  'row.one-name': {
    row: (name: string, line: number) =>
      `“${name}” of row ${line} has another: taken as one customer, this one stands; ` +
      'two people: give each a phone or code',
    customer: (name: string, id: number) =>
      `“${name}” #${id} had another: taken as the same, this one stands; two people: give each a phone or code`,
  },
  'row.phone-in-use': {
    row: (phone: string, name: string) => `${phone} is in use by ${name}; a family: --same-phone or a code`,
    customer: (phone: string, name: string, id: number) =>
      `${phone} is in use by ${name} #${id}; a family: --same-phone or a code`,
  },
  'row.several': ({ ids }) => ({
    message: `fits several customers: ${ids.map((id) => `#${id}`).join(', ')}; tell them apart by a code`,
  }),
  'row.matches': ({ id }) => ({ message: `known already: ${id} (--on-match reject)` }),
  'row.future': ({ day, today }) => ({ message: `${day} has not come yet (today is ${today}); taken all the same` }),
  'row.name-parts': {
    message: (name: string, found: readonly string[]) => `a name and more: taken as ${[name, ...found].join(', ')}`,
    noted: (message: string, left: readonly string[]) => `${message}; ${left.join(', ')} went to the notes`,
    left: (message: string, left: readonly string[]) => `${message}; ${left.join(', ')} is not taken`,
  },
  'row.shared-card': ({ text, code }) => ({
    message: `whether ${code} in “${text}” is a card of theirs alone is not known: the whole is taken as the name`,
  }),
  'row.maybe-several': ({ name, people }) => ({
    message: `“${name}” may be ${people.length} people: taken as one customer; to have each, give each a row`,
  }),
  'row.several-people': {
    message: (name: string, people: readonly string[], typed: string) =>
      `“${name}” is ${people.length} people: say in the file which of them; one customer all the same: ` +
      `regulars add ${typed}`,
  },
  'row.second-phone': ({ phones }) => ({ message: `more than one phone; ${phones.join(', ')} went to the notes` }),
  'row.phone-words': ({ text }) => ({ message: `more than a phone; “${text}” went to the notes` }),
  'row.referrer-round': ({ text }) => ({ message: `“${text}” came by way of this customer; referred_by left empty` }),
  'row.referrer': ({ text }) => ({ message: `no one customer “${text}”; referred_by left empty` }),
  'row.points-open': ({ id, asked, stands }) => ({
    message: `#${id} has an account of points already (${stands}); ${asked} was not taken`,
  }),
  'row.account-open': {
    message: (id: number, stands: string, asked: string) =>
      `#${id} has an account already (${stands}); ${asked} was not taken`,
  },
  'row.account-before': ({ id, opened, balance, unpaid }, voice) => ({
    message:
      `unpaid ${voice.money(unpaid)}, and the account of #${id} was opened on ${opened} with ` +
      `${voice.balance(balance)}: if that holds it already, it now counts twice`,
  }),
  'row.account-holds': ({ id, opened, balance, unpaid }, voice) => ({
    message:
      `unpaid ${voice.money(unpaid)} is part of what the account of #${id} was opened with on ${opened} ` +
      `(${voice.balance(balance)}): the rest of that is lowered by it`,
  }),
  'row.other-amount': ({ ref, amount, stands, id }, voice) => ({
    message:
      `receipt ${ref} is in the ledger with ${voice.money(stands)} (${id}), ` +
      `here ${voice.money(amount)}; to replace it: --on-match update`,
  }),
  'row.other-part': ({ ref, line }) => ({ message: `line ${line} of the same receipt ${ref} cannot be taken` }),
  'row.no-purchase': {
    message: (ref: string) => `no purchase with ref ${ref} of this customer`,
    alone: (message: string) => `${message}; to enter it as a return: --refunds-alone`,
  },
  'row.has-refunds': ({ ref, id }) => ({ message: `receipt ${ref} (${id}) has refunds: void it with them first` }),
  'row.return-too-much': ({ ref, left }, voice) => ({
    message: `only ${voice.money(left)} of purchase ${ref} is left to give back`,
  }),
  'phone.spreadsheet': () => ({
    message: 'a spreadsheet broke the number; set the column to text and export it again',
  }),
} satisfies ErrorWords<CodesOf<'row'> | 'phone.spreadsheet' | 'day.mixed' | 'money.mixed'>

/** What a row of a file or a whole column may have wrong. */
export const importRowErrors: InAnyLanguage<typeof said> = said
