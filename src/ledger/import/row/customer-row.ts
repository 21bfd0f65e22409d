import { LedgerError } from '../../errors.ts'
import { phoneParser } from '../../identity/phone.ts'
import { fold, type Spelling, speller } from '../../identity/spelling.ts'
import { decimal, type Minor } from '../../money.ts'
import type { CustomerColumn } from '../columns.ts'
import type { Row } from '../file/csv.ts'
import { extender, ruler } from '../format/compile.ts'
import { type Fact, type ImportPlan, widthOf } from '../import-plan.ts'
import { type Notes, type ReadContext, RowFault, RowSkip } from '../outcome.ts'
import type { RowDecoder, RowEncoder } from '../worker/transfer.ts'
import { asideReader } from './aside.ts'
import {
  birthdayReader,
  consentIn,
  countIn,
  dayReader,
  isBrokenBySheet,
  moneyReader,
  percentIn,
  phonesIn,
  tagsIn,
  textIn,
  tierIn,
  unguarded,
  wordIn,
  yesIn,
} from './cells.ts'
import { isMasked, isMaskedPhone } from './masks.ts'
import { readersOf } from './readers.ts'
import { sheetCells } from './sheet-cells.ts'

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
  return filled.filter(
    (column) =>
      columns.has(filledFrom[column] ?? (column as CustomerColumn)) ||
      (column === 'notes' && (columns.has('phone') || columns.has('email') || columns.has('more'))),
  )
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
  /** By what a service knows them for good: `square:…`. */
  readonly payer: string | null
}

/** Fields that may be missing: one that cannot be read is told and left out, and the row stays. */
const optional = new Set<CustomerColumn>([
  'kind',
  'email',
  'birthday',
  'joined',
  'style',
  'potential',
  'visits_before',
  'spent_before',
  'last_purchase',
  'points',
  'wallet_share',
  'preferred_channel',
  'credit_limit',
  'do_not_contact',
  'consent',
  'archived',
])

/**
 * Reads rows of a customer roster. What it returns throws RowFault for a row that cannot be taken, RowSkip for one that
 * is nobody.
 */
export async function customerReader(
  book: ReadContext,
  plan: ImportPlan,
  notes: Notes,
): Promise<(row: Row) => CustomerRow> {
  const spellName = remembered(await speller())
  const phone = await phoneParser(book.region)
  const { columns, layout, notations, headers } = plan
  const width = widthOf(plan)
  const readers = readersOf(book, plan)
  const extend = extender(layout, width, readers)
  const rules = layout.rules ? ruler(layout, readers) : null
  const kept = keptColumns(plan)
  const at = (column: CustomerColumn) => columns.get(column) ?? -1
  const emptyWords = new Set(layout.empty)
  const days = new Map<CustomerColumn, ReturnType<typeof dayReader>>()
  const dayOf = (column: CustomerColumn) => {
    const known = days.get(column) ?? dayReader(book, notations.days[column] ?? null)
    days.set(column, known)
    return known
  }
  const monies = new Map<CustomerColumn, (text: string) => Minor>()
  const moneyOf = (column: CustomerColumn) => {
    const known =
      monies.get(column) ??
      moneyReader(book.currency, at(column) >= width ? null : (notations.money[at(column)] ?? null))
    monies.set(column, known)
    return known
  }
  const birthdayIn = birthdayReader(book, notations.days.birthday ?? null)
  const aside = asideReader({
    headers,
    names: [at('name')].filter((place) => place >= 0 && place < width),
    own: (['code', 'phone', 'email', 'birthday', 'wechat'] as const)
      .map(at)
      .filter((place) => place >= 0 && place < width),
    day: -1,
  })

  const sheet = sheetCells(plan, optional, notes)

  return (whole) => {
    const { line, cells: raw } = whole
    let field: CustomerColumn | null = null
    let text = ''
    let cells = raw
    const cell = (column: CustomerColumn): string => {
      const place = columns.get(column)
      if (place === undefined) return ''
      field = column
      text = cells[place] ?? ''
      const said = textIn(text)
      if (said === '' && text !== '') notes.blank(line, column, text)
      return emptyWords.size > 0 && emptyWords.has(said) ? '' : said
    }
    const plain = (column: CustomerColumn) => cell(column) || null
    const read = <Value>(column: CustomerColumn, parse: (text: string) => Value): Value | null => {
      const said = cell(column)
      if (said === '') return null
      try {
        return parse(said)
      } catch (error) {
        if (!(error instanceof LedgerError) || !optional.has(column)) throw error
        notes.warn(line, error.code, error.facts as never, column, text)
        return null
      }
    }
    const pastDay = (column: CustomerColumn) => {
      const found = read(column, (typed) => dayOf(column)(typed).day)
      if (found !== null && found > book.today)
        notes.warn(line, 'row.future', { day: found, today: book.today }, column, text)
      return found
    }
    const otherWay = (column: 'owes' | 'credit', balance: Minor) =>
      notes.warn(line, 'row.other-way', { balance: decimal(balance, book.currency) }, column, text)
    // Who is archived is in no list of debts: whoever owes stays in sight, as with the command.
    const settledFirst = (archived: 0 | 1, balance: Minor): 0 | 1 | null => {
      if (archived === 0 || balance <= 0) return archived
      notes.warn(line, 'row.archived-owes', { balance: decimal(balance, book.currency) }, 'archived', text)
      return null
    }
    try {
      const beside = aside(raw)
      if (beside !== null) throw new RowSkip(beside)
      refuseSurplus(raw, width)
      cells = extend(sheet(whole))
      const rule = rules?.ruleFor(cells) ?? null
      if (rule?.is === 'skip') throw new RowSkip(rule.reason ?? 'no-name')
      const name = cell('name')
      if (!hasVisible(name)) throw new RowFault('row.missing', { column: 'name' }, 'name', cells[at('name')] ?? '')
      if (isBrokenBySheet(name)) throw new RowFault('row.spreadsheet', { text: name }, 'name', name)
      if (isMasked(name)) throw new RowFault('row.masked-name', { text: name }, 'name', name)
      if (/^\+?[\d\s()-]{7,}$/.test(name) && columns.has('phone'))
        notes.warn(line, 'row.name-is-number', { text: name }, 'name', name)
      const spelling = spellName(name)
      const code = plain('code')
      if (code !== null && isBrokenBySheet(code)) throw new RowFault('row.spreadsheet', { text: code }, 'code', code)
      const masked: string[] = []
      const phones = read('phone', (typed) => {
        if (!isMaskedPhone(typed)) return phonesIn(typed, phone)
        notes.warn(line, 'row.masked-phone', { text: typed }, 'phone', typed)
        masked.push(typed)
        return null
      })
      if (phones && phones.others.length > 0)
        notes.warn(line, 'row.second-phone', { phones: phones.others }, 'phone', text)
      if (phones?.whole) notes.warn(line, 'row.phone-words', { text: phones.whole }, 'phone', text)
      const email = read('email', emailsIn)
      const birthday = read('birthday', birthdayIn)
      const tier = read('tier', (typed) => ({ pin: tierIn(typed), word: typed }))
      const owes = read('owes', moneyOf('owes'))
      if (owes !== null && owes < 0) otherWay('owes', owes)
      const credit = read('credit', moneyOf('credit'))
      if (credit !== null && credit < 0) otherWay('credit', -credit)
      if (owes && credit)
        notes.warn(
          line,
          'row.both-ways',
          {
            owes: decimal(owes, book.currency),
            credit: decimal(credit, book.currency),
            balance: decimal(owes - credit, book.currency),
          },
          'credit',
          text,
        )
      // As the program prints it: what is positive is owed.
      const stands = read('balance', moneyOf('balance'))
      const facts: [string, string][] = kept
        .map(({ key, at }): [string, string] => [key, textIn(cells[at])])
        .filter(([, value]) => value !== '')
      if (tier && tier.pin === null) facts.push(['card', tier.word])
      const points = read('points', (typed) => countIn(typed, 0, 999_999_999))
      if (points !== null) facts.push(['points', String(points)])
      const called = plain('called')
      const more = cell('more')
      const others = [
        ...masked,
        ...(phones ? [...(phones.whole ? [phones.whole] : []), ...phones.others] : []),
        ...(email?.others ?? []),
        ...(more === '' ? [] : more.split('\n')),
      ]
      if (more !== '') notes.warn(line, 'row.second-phone', { phones: more.split('\n') }, 'phone', more)
      const given: Record<Filled, string | number | null> = {
        name,
        ...spelling,
        // A service repeats the name as the nick; what the shop itself wrote stays.
        called: called === name && layout.service !== null ? null : called,
        code,
        code_key: code === null ? null : fold(code),
        kind: read('kind', (typed) => wordIn('kind', typed)),
        phone: phones?.phone ?? null,
        email: email?.first ?? null,
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
        opening_spent: read('spent_before', positive(moneyOf('spent_before'))),
        opening_last_on: pastDay('last_purchase'),
        pinned_tier: tier?.pin ?? null,
        pin_reason: tier?.pin ? 'import' : null,
        pinned_on: tier?.pin ? book.today : null,
        wallet_share: read('wallet_share', percentIn),
        channel: read('preferred_channel', (typed) => wordIn('channel', typed)),
        hours: plain('hours'),
        credit_limit: read('credit_limit', positive(moneyOf('credit_limit'))),
        do_not_contact: read('do_not_contact', yesIn),
        archived: read('archived', (typed) => settledFirst(yesIn(typed), (owes ?? 0) - (credit ?? 0) + (stands ?? 0))),
      }
      return {
        line,
        name,
        nameKey: spelling.name_key,
        codeKey: given.code_key as string | null,
        phone: given.phone as string | null,
        birthday,
        values: filled.map((column) => given[column]),
        otherPhones: others,
        tags: read('tags', tagsIn) ?? [],
        facts: [...new Map(facts)],
        consent: read('consent', consentIn) ?? [],
        balance:
          owes === null && credit === null && stands === null ? null : (owes ?? 0) - (credit ?? 0) + (stands ?? 0),
        referredBy: plain('referred_by'),
        payer: plain('payer'),
      }
    } catch (error) {
      if (error instanceof LedgerError) throw new RowFault(error.code, error.facts, field, text)
      throw error
    }
  }
}

/** Whether a text has anything in it that can be seen: soft hyphens, joiners and fillers are nothing. */
export function hasVisible(text: string): boolean {
  return /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]/u.test(text)
}

/** A row on its way to another thread, and out again. */
export function encodeCustomer(plan: ImportPlan) {
  const places = filledBy(plan).map((column) => placeOf[column])
  return (row: CustomerRow, packing: RowEncoder) => {
    for (const at of places) packing.put(row.values[at] ?? null)
    packing.put(row.tags.length === 0 ? null : row.tags.join('\n'))
    const { otherPhones, facts, consent, balance, referredBy, payer } = row
    if (
      otherPhones.length + facts.length + consent.length > 0 ||
      balance !== null ||
      referredBy !== null ||
      payer !== null
    )
      packing.putAny({ otherPhones, facts, consent, balance, referredBy, payer } satisfies Seldom)
    else packing.put(null)
  }
}

type Seldom = Pick<CustomerRow, 'otherPhones' | 'facts' | 'consent' | 'balance' | 'referredBy' | 'payer'>
const none: Seldom = { otherPhones: [], facts: [], consent: [], balance: null, referredBy: null, payer: null }

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

/**
 * The columns kept as facts: the owner's own keys that an export wrote, and with --keep-unknown whatever else is not
 * known.
 */
function keptColumns({ facts, unknown, options }: ImportPlan): readonly Fact[] {
  const others = options.keepUnknown
    ? unknown.map(({ header, at }) => ({ key: unguarded(header).normalize('NFKC').trim(), at }))
    : []
  return [...others, ...facts]
}

/** More cells than headers, empty ones aside: nobody can say which is too many. */
export function refuseSurplus(cells: readonly string[], width: number): void {
  if (cells.length <= width) return
  for (let at = width; at < cells.length; at++)
    if (cells[at] !== '') throw new RowFault('row.too-many-cells', { cells: cells.length, headers: width })
}

/** The first address of mail in a cell, and the others that stand with it. */
function emailsIn(text: string): { first: string; others: readonly string[] } {
  const [first = '', ...others] = text.split(/\s*:::\s*|\s*[,;，；、\n]\s*/).filter((part) => part !== '')
  if (!/^[^\s@]+@[^\s@]+$/.test(first)) throw new LedgerError('usage.bad-email', { text })
  return { first, others }
}

function positive(money: (text: string) => Minor): (text: string) => Minor {
  return (text) => {
    const amount = money(text)
    if (amount < 0) throw new LedgerError('money.negative', { text })
    return amount
  }
}

/** Pinyin is the dearest column of a customer: names that come again are spelled once (PACKAGES). */
function remembered(spell: (name: string) => Spelling): (name: string) => Spelling {
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
