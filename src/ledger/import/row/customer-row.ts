import { LedgerError } from '../../errors.ts'
import { phoneParser } from '../../identity/phone.ts'
import { fold, type Spelling, speller } from '../../identity/spelling.ts'
import { decimal, type Minor } from '../../money.ts'
import type { CustomerColumn } from '../columns.ts'
import type { Row } from '../file/csv.ts'
import { type Notes, type ReadContext, RowFault } from '../outcome.ts'
import type { Fact, ImportPlan } from '../plan.ts'
import type { RowDecoder, RowEncoder } from '../worker/transfer.ts'
import { birthdayIn, consentIn, countIn, dayReader, moneyReader, percentIn, phonesIn, tagsIn, textIn, tierIn, unguarded, wordIn, yesIn } from './cells.ts'

/** The columns of `customer` that a roster fills, in the order of `CustomerRow.values`. */
export const filled = [
  'name',
  'name_key',
  'pinyin',
  'initials',
  'called',
  'code',
  'code_key',
  'kind',
  'phone',
  'email',
  'wechat',
  'company',
  'address',
  'birthday',
  'joined_on',
  'source',
  'notes',
  'style',
  'potential',
  'keeper',
  'opening_visits',
  'opening_spent',
  'opening_last_on',
  'pinned_tier',
  'pin_reason',
  'pinned_on',
  'wallet_share',
  'channel',
  'hours',
  'credit_limit',
  'do_not_contact',
  'archived',
] as const
export type Filled = (typeof filled)[number]
export const placeOf = Object.fromEntries(filled.map((column, at) => [column, at])) as Record<Filled, number>

/** The column of the roster that fills one of ours, where their names differ. */
const filledFrom: Partial<Record<Filled, CustomerColumn>> = {
  name_key: 'name',
  pinyin: 'name',
  initials: 'name',
  code_key: 'code',
  joined_on: 'joined',
  opening_visits: 'visits_before',
  opening_spent: 'spent_before',
  opening_last_on: 'last_purchase',
  pinned_tier: 'tier',
  pin_reason: 'tier',
  pinned_on: 'tier',
  channel: 'preferred_channel',
}

/** The columns that a roster can fill at all; a phone cell may leave its second number in the notes. */
export function filledBy({ columns }: ImportPlan): readonly Filled[] {
  return filled.filter((column) => columns.has(filledFrom[column] ?? (column as CustomerColumn)) || (column === 'notes' && columns.has('phone')))
}

/** A customer as a row of a roster gives them: null is an empty cell, which erases nothing. */
export interface CustomerRow {
  readonly line: number
  readonly name: string
  readonly nameKey: string
  readonly codeKey: string | null
  readonly phone: string | null
  readonly birthday: string | null
  readonly values: readonly (string | number | null)[]
  /** What else the phone cell says, for the notes: further numbers, whose it is. */
  readonly otherPhones: readonly string[]
  readonly tags: readonly string[]
  readonly facts: readonly (readonly [key: string, value: string])[]
  readonly consent: readonly (readonly [channel: string, given: 0 | 1])[]
  /** Positive: they owe; null: the roster says nothing. */
  readonly balance: Minor | null
  readonly referredBy: string | null
}

/** Reads rows of a customer roster. What it returns throws RowFault for a row that cannot be taken. */
export async function customerReader(book: ReadContext, plan: ImportPlan, tally: Notes): Promise<(row: Row) => CustomerRow> {
  const spellName = remembered(await speller())
  const phone = await phoneParser(book.region)
  const money = moneyReader(book.currency)
  const day = dayReader()
  const { columns } = plan
  const kept = keptColumns(plan)
  const width = plan.headers?.length ?? Number.POSITIVE_INFINITY

  return ({ line, cells }) => {
    let field: CustomerColumn | null = null
    let raw = ''
    const cell = (column: CustomerColumn): string => {
      const at = columns.get(column)
      if (at === undefined) return ''
      field = column
      raw = cells[at] ?? ''
      const text = textIn(raw)
      if (text === '' && raw !== '') tally.blank(line, column, raw)
      return text
    }
    const plain = (column: CustomerColumn) => cell(column) || null
    const read = <Value>(column: CustomerColumn, parse: (text: string) => Value) => {
      const text = cell(column)
      return text === '' ? null : parse(text)
    }
    const pastDay = (column: CustomerColumn) => {
      const found = read(column, day)
      if (found !== null && found > book.today) tally.warn(line, 'row.future', { day: found, today: book.today }, column, raw)
      return found
    }
    const otherWay = (column: 'owes' | 'credit', balance: Minor) => tally.warn(line, 'row.other-way', { balance: decimal(balance, book.currency) }, column, raw)
    // Who is archived is in no list of debts: whoever owes stays in sight, as with the command.
    const settledFirst = (archived: 0 | 1, balance: Minor): 0 | 1 | null => {
      if (archived === 0 || balance <= 0) return archived
      tally.warn(line, 'row.archived-owes', { balance: decimal(balance, book.currency) }, 'archived', raw)
      return null
    }
    try {
      refuseSurplus(cells, width)
      const name = cell('name')
      if (name === '') throw new RowFault('row.missing', { column: 'name' }, 'name', cells[columns.get('name') ?? 0] ?? '')
      const spelling = spellName(name)
      const code = plain('code')
      const phones = read('phone', (typed) => phonesIn(typed, phone))
      if (phones && phones.others.length > 0) tally.warn(line, 'row.second-phone', { phones: phones.others }, 'phone', raw)
      if (phones?.whole) tally.warn(line, 'row.phone-words', { text: phones.whole }, 'phone', raw)
      const birthday = read('birthday', birthdayIn)
      const tier = read('tier', (typed) => ({ pin: tierIn(typed), word: typed }))
      const owes = read('owes', money)
      if (owes !== null && owes < 0) otherWay('owes', owes)
      const credit = read('credit', money)
      if (credit !== null && credit < 0) otherWay('credit', -credit)
      if (owes && credit)
        tally.warn(
          line,
          'row.both-ways',
          { owes: decimal(owes, book.currency), credit: decimal(credit, book.currency), balance: decimal(owes - credit, book.currency) },
          'credit',
          raw,
        )
      const facts: [string, string][] = kept.map(({ key, at }): [string, string] => [key, textIn(cells[at])]).filter(([, value]) => value !== '')
      if (tier && tier.pin === null) facts.push(['card', tier.word])
      const points = read('points', (typed) => countIn(typed, 0, 999_999_999))
      if (points !== null) facts.push(['points', String(points)])
      const given: Record<Filled, string | number | null> = {
        name,
        ...spelling,
        called: plain('called'),
        code,
        code_key: code === null ? null : fold(code),
        kind: read('kind', (typed) => wordIn('kind', typed)),
        phone: phones?.phone ?? null,
        email: read('email', emailIn),
        wechat: plain('wechat'),
        company: plain('company'),
        address: plain('address'),
        birthday,
        joined_on: pastDay('joined'),
        source: plain('source'),
        notes: plain('notes'),
        style: read('style', (typed) => wordIn('style', typed)),
        potential: read('potential', (typed) => countIn(typed, 1, 5)),
        keeper: plain('keeper'),
        opening_visits: read('visits_before', (typed) => countIn(typed, 0, 1_000_000)),
        opening_spent: read('spent_before', positive(money)),
        opening_last_on: pastDay('last_purchase'),
        pinned_tier: tier?.pin ?? null,
        pin_reason: tier?.pin ? 'import' : null,
        pinned_on: tier?.pin ? book.today : null,
        wallet_share: read('wallet_share', percentIn),
        channel: read('preferred_channel', (typed) => wordIn('channel', typed)),
        hours: plain('hours'),
        credit_limit: read('credit_limit', positive(money)),
        do_not_contact: read('do_not_contact', yesIn),
        archived: read('archived', (typed) => settledFirst(yesIn(typed), (owes ?? 0) - (credit ?? 0))),
      }
      return {
        line,
        name,
        nameKey: spelling.name_key,
        codeKey: given.code_key as string | null,
        phone: given.phone as string | null,
        birthday,
        values: filled.map((column) => given[column]),
        otherPhones: phones ? [...(phones.whole ? [phones.whole] : []), ...phones.others] : [],
        tags: read('tags', tagsIn) ?? [],
        facts: [...new Map(facts)],
        consent: read('consent', consentIn) ?? [],
        balance: owes === null && credit === null ? null : (owes ?? 0) - (credit ?? 0),
        referredBy: plain('referred_by'),
      }
    } catch (error) {
      if (error instanceof LedgerError) throw new RowFault(error.code, error.facts, field, raw)
      throw error
    }
  }
}

/** A row on its way to another thread, and out again. */
export function encodeCustomer(plan: ImportPlan) {
  const places = filledBy(plan).map((column) => placeOf[column])
  return (row: CustomerRow, packing: RowEncoder) => {
    for (const at of places) packing.put(row.values[at] ?? null)
    packing.put(row.tags.length === 0 ? null : row.tags.join('\n'))
    const { otherPhones, facts, consent, balance, referredBy } = row
    if (otherPhones.length + facts.length + consent.length > 0 || balance !== null || referredBy !== null)
      packing.putAny({ otherPhones, facts, consent, balance, referredBy } satisfies Seldom)
    else packing.put(null)
  }
}

type Seldom = Pick<CustomerRow, 'otherPhones' | 'facts' | 'consent' | 'balance' | 'referredBy'>
const none: Seldom = { otherPhones: [], facts: [], consent: [], balance: null, referredBy: null }

export function decodeCustomer(plan: ImportPlan) {
  const places = filledBy(plan).map((column) => placeOf[column])
  return (line: number, packed: RowDecoder): CustomerRow => {
    const values: (string | number | null)[] = filled.map(() => null)
    for (const at of places) values[at] = packed.take()
    const text = (column: Filled) => values[placeOf[column]] as string | null
    return {
      line,
      name: text('name') as string,
      nameKey: text('name_key') as string,
      codeKey: text('code_key'),
      phone: text('phone'),
      birthday: text('birthday'),
      values,
      tags: packed.text()?.split('\n') ?? [],
      ...(packed.any<Seldom>() ?? none),
    }
  }
}

/** The columns kept as facts: the owner's own keys that an export wrote, and with --keep-unknown whatever else is not known. */
function keptColumns({ facts, unknown, options }: ImportPlan): readonly Fact[] {
  const others = options.keepUnknown ? unknown.map(({ header, at }) => ({ key: unguarded(header).normalize('NFKC').trim(), at })) : []
  return [...others, ...facts]
}

/** More cells than headers: nobody can say which is too many, not even where the last is empty (`¥1,200.00` without quotes makes two). */
export function refuseSurplus(cells: readonly string[], width: number): void {
  if (cells.length > width) throw new RowFault('row.too-many-cells', { cells: cells.length, headers: width })
}

function emailIn(text: string): string {
  if (!/^[^\s@]+@[^\s@]+$/.test(text)) throw new LedgerError('usage.bad-email', { text })
  return text
}

function positive(money: (text: string) => Minor): (text: string) => Minor {
  return (text) => {
    const amount = money(text)
    if (amount < 0) throw new LedgerError('money.negative', { text })
    return amount
  }
}

/** Pinyin is the dearest column of a customer: names that come again are spelled once (PACKAGES). */
export function remembered(spell: (name: string) => Spelling): (name: string) => Spelling {
  const spelled = new Map<string, Spelling>()
  return (name) => {
    const known = spelled.get(name)
    if (known) return known
    const spelling = spell(name)
    if (spelled.size > 20_000) spelled.clear()
    spelled.set(name, spelling)
    return spelling
  }
}
