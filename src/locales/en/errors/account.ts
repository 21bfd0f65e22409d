import { quoted } from '../../asked.ts'
import type { CodesOf, ErrorWords, InAnyLanguage } from '../../error-message.ts'
import { entry } from '../entry.ts'
import { plural } from '../plural.ts'

const said = {
  'payment.on-account': ({ method }) => ({
    message: `${method} is no way to pay: nothing came in.`,
    hint: 'What somebody owes more: regulars help buy   what came in: --method cash, say',
  }),
  'payment.of-credit': ({ method, customer }) => ({
    message: `Nothing is paid in by ${method}: that money is in the shop already.`,
    hint:
      `To hand credit back: regulars pay ${quoted(customer)} 50 --out, say   ` +
      `the account: regulars statement ${quoted(customer)}`,
  }),
  'entry.unreadable': ({ text }) => ({
    message: `Not an entry: “${text}”.`,
    hint: 'An entry is its number (812), a contact c31. Numbers: regulars purchases',
  }),
  'entry.not-found': ({ asked }) => ({
    message: `No entry ${asked}.`,
    hint: `Entries: regulars purchases   A customer is id:${asked} or a name.`,
  }),
  'entry.already-void': ({ id, kind }) => ({
    message: `${entry.numbered(kind, id)} is void already.`,
    hint: 'To take the voiding back, undo its change: regulars log',
  }),
  'entry.not-a-purchase': ({ id, kind }) => ({
    message: `${entry.numbered(kind, id)} cannot be refunded: only a purchase can.`,
    hint: `A wrong entry: regulars void ${id}`,
  }),
  'entry.has-refunds': ({ id, refunds, command }) => ({
    message: `${command}: purchase ${id} has ${plural(refunds.length, 'a refund', 'refunds')} (${refunds.join(', ')}).`,
    hint: `All void together: regulars void ${[id, ...refunds].join(' ')}`,
  }),
  'entry.paid-does-not-fit': ({ id, paid, amount }, voice) => ({
    message: `Purchase ${id}: ${voice.money(paid)} was paid, more than ${voice.money(amount)}.`,
    hint: `Enter it anew: regulars void ${id}   then the purchase again`,
  }),
  'entry.same-amount': ({ id, amount }, voice) => ({ message: `Entry ${id} is ${voice.money(amount)} already.` }),
  'purchase.credit-short': {
    message: (who: string, credit: string, short: string, amount: string) =>
      `${who} has ${credit}, ${short} less than ${amount}.`,
    none: 'no credit',
    credit: (amount: string) => `credit ${amount}`,
    hint: (id: number) =>
      'A credit card: --method card   The rest on account: --unpaid without --method   ' +
      `Their account: regulars statement ${id}`,
  },
  'payment.bonus-without-credit': ({ id, name, owed, amount }, voice) => ({
    message:
      'A bonus goes with money that stays as credit: ' +
      `${name} #${id} owes ${voice.money(owed)}, and ${voice.money(amount)} leaves nothing.`,
    hint: `Their account: regulars statement ${id}`,
  }),
  'payment.bonus-spent': ({ id, customerId, bonus, left }, voice) => ({
    message:
      `Payment ${id} came with a bonus of ${voice.money(bonus)}, ` +
      `of which ${voice.money(left)} is left: it cannot be taken back.`,
    hint: `What spent it: regulars statement ${customerId}`,
  }),
  'payment.no-bonus': ({ id, name }) => ({
    message: `${name} #${id} has no bonus that could end.`,
    hint: `Their account: regulars statement ${id}`,
  }),
  'entry.is-reward': ({ id }) => ({
    message: `Payment ${id} is credit for a referral: the rule says how much.`,
    hint: `To take it back: regulars void ${id}`,
  }),
  'entry.has-visits': ({ id, visits }) => ({
    message:
      `void: ${visits.length} ${plural(visits.length, 'visit')} of pass ${id} ` +
      `${plural(visits.length, 'stands', 'stand')} (${visits.join(', ')}).`,
    hint: `All void together: regulars void ${[id, ...visits].join(' ')}`,
  }),
  'purchase.walk-in-unpaid': () => ({
    message: 'A walk-in pays in full: nobody could be asked for the rest.',
    hint: 'On account: name a customer, or add one: regulars help add',
  }),
  'purchase.over-limit': ({ name, id, limit, balance }, voice) => ({
    message: `${name} #${id} would owe ${voice.money(balance)}; the credit limit is ${voice.money(limit)}.`,
    hint: `All the same: ${voice.again('--over-limit')}`,
  }),
  'refund.before-purchase': ({ id, on, boughtOn }) => ({
    message: `The refund (${on}) comes before purchase ${id} (${boughtOn}).`,
  }),
  'refund.too-much': ({ id, asked, left }, voice) => ({
    message: `${voice.money(asked)} is more than is left of purchase ${id}: ${voice.money(left)}.`,
    hint: `All that is left: regulars refund ${id}`,
  }),
  'refund.nothing-left': ({ id }) => ({ message: `Purchase ${id} has nothing left to refund.` }),
  'refund.nothing-covers': {
    none: (who: string) => `${who} has no purchase to refund.`,
    covers: (who: string, amount: string) => `No purchase of ${who} covers ${amount}.`,
    hint: (id: number) => `Their purchases: regulars purchases ${id}`,
  },
  'payment.more-than-credit': {
    message: (who: string, credit: string, amount: string) => `${who} has ${credit}: ${amount} cannot be handed back.`,
    none: 'no credit',
    credit: (amount: string) => `credit ${amount}`,
    besides: (credit: string, bonus: string) => `${credit}, the bonus of ${bonus} aside`,
    hint: (id: number) => `Their account: regulars statement ${id}`,
  },
  'payer.not-found': {
    message: (asked: string) => `No purchase came with a payer “${asked}”.`,
    none: 'None came with one yet: regulars help import',
    all: 'Those there are: regulars payer list',
  },
  'payer.several': ({ asked, keys }) => ({
    message: `“${asked}” is several payers: ${keys.join(', ')}.`,
    hint: `Type the whole of it, with its service: ${quoted(keys[0] ?? '')}`,
  }),
  'payer.linked': ({ key, by }) => ({
    message: `${key} is ${by.name} #${by.id} already.`,
    hint: `To change that, first: regulars payer unlink ${quoted(key)}`,
  }),
  'payer.not-linked': ({ key }) => ({
    message: `${key} is nobody’s: there is no link.`,
    hint: 'Those linked: regulars payer list --linked',
  }),
} satisfies ErrorWords<CodesOf<'entry' | 'payment' | 'purchase' | 'refund' | 'payer'>>

/** Purchases, payments and refunds that cannot be so. */
export const accountErrors: InAnyLanguage<typeof said> = said
