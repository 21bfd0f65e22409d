import type { Customer } from '../ledger/customer/customer.ts'
import { type SortKey, sortedBy } from '../ledger/customer/list.ts'
import { numberLike, phoneLike, quoted } from '../locales/asked.ts'
import { type Columns, leansRight, spokenCell } from '../terminal/columns.ts'
import type { RowsInWords, Screen } from '../terminal/screen.ts'
import { table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'

export const customerColumns: Columns<Customer> = {
  id: 'count',
  name: 'text',
  called: 'text',
  code: 'text',
  kind: 'text',
  phone: 'phone',
  email: 'text',
  wechat: 'text',
  company: 'text',
  address: 'text',
  birthday: 'text',
  joinedOn: 'day',
  source: 'text',
  referredBy: 'count',
  tags: 'list',
  facts: 'facts',
  keeper: 'text',
  style: 'text',
  potential: 'count',
  walletShare: 'count',
  channel: 'text',
  hours: 'text',
  consent: 'facts',
  opening: 'facts',
  tier: 'text',
  stage: 'text',
  purchases: 'count',
  spent: 'money',
  profit: 'money',
  balance: 'balance',
  creditBonus: 'money',
  passVisits: 'count',
  creditLimit: 'money',
  points: 'count',
  lastPurchaseOn: 'day',
  lastContactOn: 'day',
  doNotContact: 'flag',
  archived: 'flag',
  notes: 'text',
  persons: 'list',
  loyalty: 'facts',
  relation: 'text',
}

/** What a command that changed one customer shows: the customer and the change's number. */
export type Changed = Customer & { readonly change: number | null }

/** What was asked of one customer: the customer as they are now, and what people are told beside that. */
export interface ChangedCustomer<Told = unknown> {
  readonly customer: Customer
  readonly change: number | null
  readonly told: Told
}

/** The screen of a command that changed one customer: its own words, the customer's columns. */
export function changedScreen<Told>(
  lines: (customer: Customer, told: Told, voice: Voice) => readonly string[],
): Screen<ChangedCustomer<Told>, Changed> {
  return {
    data: ({ customer, change }) => ({ ...customer, change }),
    lines: ({ customer, told }, voice) => lines(customer, told, voice),
    columns: { ...customerColumns, change: 'count' },
    id: ({ id }) => id,
  }
}

/** What a list is sorted by that is in every line anyway. */
const inEveryLine: readonly SortKey[] = ['id', 'name', 'tier', 'stage', 'bought', 'balance']

interface Listed {
  readonly customers: readonly Customer[]
  readonly sorted?: SortKey | undefined
  /** There may be more than were asked for. */
  readonly cut?: boolean
}

/** Customers, a line each under a head, with what they are sorted by. */
const customersLines = ({ customers, ...about }: Listed, voice: Voice) => {
  const { heads, cells, below } = listedInWords(about)(voice)
  return customers.length === 0 ? [] : [...table(heads, customers.map(cells), voice), ...below(customers.length)]
}

export const listScreen: Screen<Listed, Customer> = {
  data: ({ customers }) => customers,
  lines: customersLines,
  next: ({ customers: [first], ...about }, voice) => (first ? listedInWords(about)(voice).next(first) : []),
  aside: ({ customers }, { words }) => (customers.length === 0 ? [words.customer.noneFits] : []),
  columns: customerColumns,
  brief: ['id', 'name', 'phone', 'tier', 'stage', 'lastPurchaseOn', 'purchases', 'spent', 'balance', 'tags', 'notes'],
  id: ({ id }) => id,
}

/** What was found for a text, and how many more among the archived. */
export const foundScreen: Screen<
  Listed & { readonly text: string; readonly archived: number; readonly everywhere: boolean },
  Customer
> = {
  ...listScreen,
  aside({ customers, text, archived, everywhere }, { words }) {
    if (customers.length === 0) {
      const { notFound, numberNotFound, phoneNotFound, onlyArchived } = words.customer
      if (archived > 0) return [onlyArchived(text, quoted(text), archived)]
      const said = numberLike(text) ? numberNotFound : phoneLike(text) ? phoneNotFound : notFound
      return [said(text, quoted(text))]
    }
    const { alsoArchived, notEverywhere } = words.customer
    return [...(archived > 0 ? [alsoArchived(archived)] : []), ...(everywhere ? [] : [notEverywhere])]
  },
}

/** What of a customer stands in every line. */
const lineColumns = [
  'id',
  'name',
  'archived',
  'phone',
  'tier',
  'kind',
  'stage',
  'lastPurchaseOn',
  'balance',
] as const satisfies readonly (keyof Customer)[]

/** The same where they come page by page. */
export function listedInWords({ sorted, cut = false }: Pick<Listed, 'sorted' | 'cut'>) {
  return (voice: Voice): RowsInWords<Customer> => {
    const { columns, terms, customer: words } = voice.words
    const { head } = words
    const column = sorted && !inEveryLine.includes(sorted) ? sortedBy[sorted] : undefined
    const titled = (name: string) => columns[name] ?? name
    const right = (name: string) => leansRight(customerColumns, name)
    // What the list is sorted by stands in it whatever the width.
    const extras = (['purchases', 'spent', 'lastContactOn'] as const).filter((name) => name !== column)
    return {
      needs: [...lineColumns, ...(column ? [column] : []), ...extras],
      heads: [
        { head: head.id },
        { head: head.name, whole: true },
        { head: head.phone, whole: true },
        { head: head.tier, goes: 4 },
        { head: head.stage, goes: 1 },
        { head: head.last, goes: 2 },
        ...(column ? [{ head: titled(column), right: right(column) }] : []),
        ...extras.map((name) => ({ head: titled(name), right: right(name), extra: true })),
        { head: head.balance, right: true, goes: 3 },
      ],
      cells: (customer) => [
        `#${customer.id}`,
        customer.name + (customer.archived ? ` (${words.isArchived})` : ''),
        customer.phone === null ? '' : voice.phone(customer.phone),
        customer.tier ?? '',
        customer.stage === null
          ? (terms.kind[customer.kind] ?? customer.kind)
          : (terms.stage[customer.stage] ?? customer.stage),
        customer.lastPurchaseOn === null ? '' : voice.day(customer.lastPurchaseOn),
        ...(column ? [spokenCell(customer[column], customerColumns[column], voice)] : []),
        ...extras.map((name) =>
          name === 'lastContactOn' && customer[name] !== null
            ? voice.day(customer[name])
            : spokenCell(customer[name], customerColumns[name], voice),
        ),
        voice.balance(customer.balance),
      ],
      below: (count) => [(cut ? words.listedFirst : words.listed)(count)],
      next: ({ id }) => [words.oneOf(id)],
    }
  }
}

/** A customer in a line: who, card, phone, birthday, balance. */
export function card(customer: Customer, voice: Voice): string {
  const { words } = voice
  return [
    who(customer),
    customer.code === null ? '' : `@${customer.code}`,
    customer.phone === null ? '' : voice.phone(customer.phone),
    customer.birthday === null ? '' : words.customer.birthdayOn(words.customer.birthday(customer.birthday)),
    voice.balance(customer.balance),
  ]
    .filter((piece) => piece !== '')
    .join('  ')
}

export function who({ name, id }: Pick<Customer, 'name' | 'id'>): string {
  return `${name} #${id}`
}

/** What differs between a customer before and now, a line a field. */
export function differences(before: Customer, now: Customer, voice: Voice): string[] {
  const names = Object.keys(customerColumns) as (keyof Customer)[]
  // Loyalty follows from the others; nobody changed it.
  return names
    .filter((name) => name !== 'loyalty' && JSON.stringify(before[name]) !== JSON.stringify(now[name]))
    .map((name) => {
      const { customer, columns } = voice.words
      const [was, is] = [before, now].map((one) => saidField(name, one, voice) || customer.noValue)
      return customer.field(columns[name] ?? name, was ?? '', is ?? '')
    })
}

function saidField(name: keyof Customer, customer: Customer, voice: Voice): string {
  const { terms, customer: words } = voice.words
  const value = customer[name]
  if (value === null || value === undefined) return ''
  if (name === 'balance') return voice.balance(customer.balance)
  if (name === 'birthday') return words.birthday(String(value))
  if (name === 'kind' || name === 'relation' || name === 'style' || name === 'channel' || name === 'stage')
    return terms[name][String(value)] ?? String(value)
  if (name === 'consent') return consentOf(customer, voice)
  if (typeof value === 'boolean') return value ? terms.yes : terms.no
  if (Array.isArray(value)) return value.join(' ')
  if (typeof value === 'object') {
    return Object.entries(value)
      .filter(([, part]) => part !== null)
      .map(([key, part]) => `${key} ${part}`)
      .join(' · ')
  }
  const kind = customerColumns[name]
  return kind === 'money'
    ? voice.money(String(value))
    : kind === 'balance'
      ? voice.balance(String(value))
      : kind === 'phone'
        ? voice.phone(String(value))
        : kind === 'day'
          ? voice.day(String(value))
          : String(value)
}

/** What they allowed and refused. */
export function consentOf({ consent }: Customer, { words }: Voice): string {
  const of = (given: boolean) =>
    Object.entries(consent)
      .filter(([, allowed]) => allowed === given)
      .map(([channel]) => words.terms.channel[channel] ?? channel)
      .join(words.marks.items)
  const { consent: said } = words.customer
  const [given, refused] = [of(true), of(false)]
  if (given !== '' && refused !== '') return said.both(said.given(given), said.refused(refused))
  return given !== '' ? said.given(given) : refused !== '' ? said.refused(refused) : ''
}
