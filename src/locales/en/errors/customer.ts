import { quoted } from '../../asked.ts'
import type { CodesOf, ErrorWords, InAnyLanguage } from '../../error-message.ts'
import { grouped } from '../../figure.ts'

const said = {
  'customer.not-found': {
    message: (asked: string) => `No customer “${asked}”.`,
    all: 'All customers: regulars list   Search: regulars help find',
    addPhone: (phone: string) => `New, by a name: regulars add 'Anna Becker' --phone ${phone}`,
    near: (customers: readonly string[]) => `Like it: ${customers.join(', ')}`,
    customer: (typed: string | number, name: string) => `${typed} (${name})`,
    search: (text: string) => `Search: regulars find ${text}`,
    add: (name: string) => `New: regulars add ${name}`,
  },
  'customer.ambiguous': {
    message: (asked: string, count: number) => `“${asked}” is ${grouped(count)} customers.`,
    hint: (matches: readonly string[]) => `Full name, last 4 of the phone, or id: ${matches.join(', ')}`,
    match: (typed: string | number, about: readonly string[]) => `${typed} (${about.join(' ')})`,
    phone: (last: string) => `…${last}`,
    last: (day: string) => day,
    others: ' …',
  },
  'customer.unreadable': ({ asked }) => ({
    message: `Not a way to name a customer: “${asked}”.`,
    hint: 'Examples: 12   id:12   code:007   phone:13800138000   name:Wang',
  }),
  'customer.phone-taken': ({ phone, by }, voice) => ({
    message: `${voice.phone(phone)} is the phone of ${by.name} #${by.id}.`,
    hint: `The same person: regulars show ${by.id}   A family sharing it: ${voice.again('--same-phone')}`,
  }),
  'customer.code-taken': ({ code, by }) => ({ message: `Code ${code} is the card of ${by.name} #${by.id}.` }),
  'customer.owes-still': ({ who, amount }, voice) => ({
    message: `${who.name} #${who.id} still ${voice.balance(amount)}.`,
    hint: `When it is paid: regulars pay ${who.id} ${amount}`,
  }),
  'customer.refers-self': ({ who }) => ({ message: `${who.name} #${who.id} cannot have referred themselves.` }),
  'customer.refers-round': ({ who, by }) => ({
    message: `${by.name} #${by.id} came by way of ${who.name} #${who.id}: they cannot have brought each other.`,
    hint: `Who brought whom: regulars referrals   To take it off the other: regulars edit ${by.id} --referred-by ""`,
  }),
  'value.too-little-data': ({ asOf, buyers, buyersNeeded, repeatBuyers, repeatBuyersNeeded }) => ({
    message:
      `Too little data to value customers up to ${asOf}: ` +
      `${buyers} bought, ${repeatBuyers} of them on two days or more.`,
    hint:
      `It takes ${buyersNeeded} buyers, ${repeatBuyersNeeded} of them on two days or more. ` +
      'Where they stand without it: regulars report stages',
  }),
  'merge.same': ({ who }) => ({
    message: `That is one customer already: ${who.name} #${who.id}.`,
    hint: 'Who may be there twice: regulars doctor --duplicates',
  }),
  'merge.kept': {
    twice: 'The customer to keep is named twice.',
    missing: 'Into whom? The customer to keep is missing.',
    hint: 'Example: regulars merge 301 --into 12',
  },
  'merge.changed': ({ from, into }) => ({
    message: `${from.name} #${from.id} or ${into.name} #${into.id} changed meanwhile. Nothing was merged.`,
    hint: `Look again: regulars merge ${from.id} --into ${into.id}`,
  }),
  'forget.not-wiped': ({ path }) => ({
    message: `Forgotten, not yet wiped: another program reads ${path}.`,
    hint: 'When it is closed: run doctor (regulars doctor)',
  }),
  'keeper.not-found': {
    message: (asked: string) => `Nobody called “${asked}” looks after customers.`,
    near: (name: string) => ` Did you mean ${name}?`,
    none: (keeper: string) => `Say whom they look after: regulars edit 12 --keeper ${keeper}`,
    all: 'Who has whom: regulars list --columns id,name,keeper',
  },
  'keeper.same': ({ keeper }) => ({ message: `${keeper} looks after them already.` }),
  'person.taken': ({ name, who }) => ({
    message: `${who.name} #${who.id} has somebody called ${name} already.`,
    hint: `To put something else: regulars person remove ${who.id} ${quoted(name)}, then add them anew`,
  }),
  'person.not-found': {
    message: (firm: string, id: number, name: string) => `${firm} #${id} has nobody called “${name}”.`,
    known: (names: readonly string[]) => `Their people: ${names.join(', ')}`,
    add: (id: number, name: string) => `Add somebody: regulars person add ${id} ${name}`,
  },
  'customer.not-pinned': ({ id, name }) => ({
    message: `${name} #${id} is not pinned to a tier.`,
    hint: `Why they are in theirs: regulars why ${id}`,
  }),
  'customer.walk-in': ({ command }) => ({
    message: `${command}: a walk-in is nobody in particular.`,
    hint: 'Name a customer, or add one: regulars help add',
  }),
  'customer.archived': ({ id, name }) => ({
    message: `${name} #${id} is archived.`,
    hint: `They are back? regulars unarchive ${id}`,
  }),
  'group.not-found': {
    message: (asked: string) => `No group “${asked}”.`,
    none: 'None was saved yet: regulars help group save',
    all: 'The groups: regulars group list',
  },
  'group.taken': ({ name }, voice) => ({
    message: `There is a group “${name}” already.`,
    hint: `To change it: ${voice.again('--replace')}   What it is: regulars group list`,
  }),
  'customer.complains': ({ who, complaint }) => ({
    message: `${who.name} #${who.id} has an open complaint (${complaint}).`,
    hint: `When it is settled: regulars complaint resolve ${complaint}`,
  }),
} satisfies ErrorWords<CodesOf<'customer' | 'merge' | 'forget' | 'keeper' | 'person' | 'group' | 'value'>>

/** Who is meant, and what cannot be done with them. */
export const customerErrors: InAnyLanguage<typeof said> = said
