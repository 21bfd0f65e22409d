import { LedgerError } from '../../errors.ts'
import { phoneParser } from '../../identity/phone.ts'
import { fold, type Spelling, speller } from '../../identity/spelling.ts'
import { decimal, type Minor } from '../../money.ts'
import type { CustomerColumn } from '../columns.ts'
import type { Row } from '../file/csv.ts'
import { extender, ruler } from '../format/compile.ts'
import { type Fact, headingAt, type ImportPlan, widthOf } from '../import-plan.ts'
import { type Notes, type ReadContext, RowFault, RowSkip } from '../outcome.ts'
import { asideReader, placesIn } from './aside.ts'
import { isBrokenBySheet, textIn, unguarded } from './cells.ts'
import { type CustomerRow, type Filled, filled, placeOf } from './customer.ts'
import { birthdayReader, dayReader } from './day-cells.ts'
import { isMasked } from './masks.ts'
import { moneyReader } from './money-cells.ts'
import { readersOf } from './readers.ts'
import { positive, standingOf } from './roster-money.ts'
import { isOwnExport, marksOf, nameReader, type RosterMarks, type RosterName } from './roster-name.ts'
import { optional, RosterRow } from './roster-row.ts'
import { sheetCells } from './sheet-cells.ts'
import { skipOtherList } from './skip-other-list.ts'
import { refuseSurplus } from './surplus.ts'
import { consentIn, countIn, percentIn, tagsIn, tierIn, wordIn, yesIn } from './word-cells.ts'

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
  const parse = await phoneParser(book.region)
  const { columns, layout, notations, headers } = plan
  const width = widthOf(plan)
  const readers = readersOf(book, plan)
  const extend = extender(layout, width, readers)
  const rules = layout.rules ? ruler(layout, readers) : null
  const kept = keptColumns(plan)
  const at = (column: CustomerColumn) => columns.get(column) ?? -1
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
      moneyReader(
        book.currency,
        at(column) >= width ? null : (notations.money[at(column)] ?? null),
        headingAt(plan, at(column)),
      )
    monies.set(column, known)
    return known
  }
  const readName = isOwnExport(headers)
    ? (row: RosterRow) => ({ name: row.cell('name'), parts: null })
    : nameReader(parse, book.region)
  const birthdayIn = birthdayReader(book, notations.days.birthday ?? null)
  const aside = asideReader({
    headers,
    names: placesIn(plan, 'name', width),
    own: (['code', 'phone', 'email', 'birthday', 'wechat'] as const)
      .map(at)
      .filter((place) => place >= 0 && place < width),
    day: -1,
    needs: placesIn(plan, 'name', width),
  })
  const sheet = sheetCells(plan, optional, notes)

  const row = new RosterRow(plan, notes)
  const plain = (column: CustomerColumn) => row.plain(column)
  const read = <Value>(column: CustomerColumn, value: (text: string) => Value) => row.read(column, value)
  const pastDay = (column: CustomerColumn) => {
    const found = read(column, (typed) => dayOf(column)(typed).day)
    if (found !== null && found > book.today)
      notes.warn(row.line, 'row.future', { day: found, today: book.today }, column, row.text)
    return found
  }
  // Who is archived is in no list of debts: whoever owes stays in sight, as with the command.
  const settledFirst = (archived: 0 | 1, balance: Minor): 0 | 1 | null => {
    if (archived === 0 || balance <= 0) return archived
    notes.warn(row.line, 'row.archived-owes', { balance: decimal(balance, book.currency) }, 'archived', row.text)
    return null
  }
  /** Cells that are read by themselves, in this order; a file has few of them, and only those are looked at. */
  const byThemselves: readonly (readonly [number, () => string | number | null])[] = (
    [
      ['kind', 'kind', (column) => read(column, (typed) => wordIn('kind', typed))],
      ['wechat', 'wechat', plain],
      ['company', 'company', plain],
      ['address', 'address', plain],
      ['joined_on', 'joined', pastDay],
      ['source', 'source', plain],
      ['notes', 'notes', plain],
      ['style', 'style', (column) => read(column, (typed) => wordIn('style', typed))],
      ['potential', 'potential', (column) => read(column, (typed) => countIn(typed, 1, 5))],
      ['keeper', 'keeper', plain],
      ['opening_visits', 'visits_before', (column) => read(column, (typed) => countIn(typed, 0, 1_000_000))],
      ['opening_spent', 'spent_before', (column) => read(column, positive(moneyOf(column)))],
      ['opening_last_on', 'last_purchase', pastDay],
      ['wallet_share', 'wallet_share', (column) => read(column, percentIn)],
      ['channel', 'preferred_channel', (column) => read(column, (typed) => wordIn('channel', typed))],
      ['hours', 'hours', plain],
      ['credit_limit', 'credit_limit', (column) => read(column, positive(moneyOf(column)))],
      ['do_not_contact', 'do_not_contact', (column) => read(column, yesIn)],
    ] satisfies (readonly [Filled, CustomerColumn, (column: CustomerColumn) => string | number | null])[]
  )
    .filter(([, column]) => columns.has(column))
    .map(([name, column, value]) => [placeOf[name], () => value(column)])

  function readNamed(): RosterName {
    const named = readName(row)
    const { name } = named
    if (!hasVisible(name)) throw new RowFault('row.missing', { column: 'name' }, 'name', row.rawOf('name'))
    if (isBrokenBySheet(name)) throw new RowFault('row.spreadsheet', { text: name }, 'name', name)
    if (isMasked(name)) throw new RowFault('row.masked-name', { text: name }, 'name', name)
    if (columns.has('phone') && /^\+?[\d\s()-]{7,}$/.test(name))
      notes.warn(row.line, 'row.name-is-number', { text: name }, 'name', name)
    return named
  }

  function readRow(): CustomerRow {
    const rule = rules?.ruleFor(row.cells) ?? null
    if (rule?.is === 'skip') throw new RowSkip(rule.reason ?? 'no-name')
    const named = readNamed()
    const { name } = named
    const { own, split } = marksOf(row, named, parse)
    const { code } = own
    if (code !== null && isBrokenBySheet(code)) throw new RowFault('row.spreadsheet', { text: code }, 'code', code)
    const birthday = read('birthday', birthdayIn)
    const tier = read('tier', (typed) => ({ pin: tierIn(typed), word: typed }))
    const balance = standingOf(row, moneyOf, book.currency)
    const keptFacts: [string, string][] = kept
      .map(({ key, at }): [string, string] => [key, textIn(row.cells[at])])
      .filter(([, value]) => value !== '')
    if (tier && tier.pin === null) keptFacts.push(['card', tier.word])
    const points = read('points', (typed) => countIn(typed, 0, 999_999_999))
    const called = plain('called')
    const values: (string | number | null)[] = nothing.slice()
    const put = (column: Filled, value: string | number | null) => {
      values[placeOf[column]] = value
    }
    // A service repeats the name as the nick; what the shop itself wrote stays.
    put('called', called === name && layout.service !== null ? null : called)
    put('birthday', birthday)
    if (tier?.pin) {
      put('pinned_tier', tier.pin)
      put('pin_reason', 'import')
      put('pinned_on', book.today)
    }
    for (const [place, value] of byThemselves) values[place] = value()
    put(
      'archived',
      read('archived', (typed) => settledFirst(yesIn(typed), balance ?? 0)),
    )
    const rest = {
      line: row.line,
      birthday,
      tags: read('tags', tagsIn) ?? [],
      facts: keptFacts.length > 0 ? [...new Map(keptFacts)] : keptFacts,
      points,
      consent: read('consent', consentIn) ?? [],
      balance,
      referredBy: plain('referred_by'),
      payer: plain('payer'),
    }
    if (split === null) return { ...rest, ...known(values, name, own), split }
    const { marks, facts } = split
    const whole = { ...rest, ...known(values.slice(), row.cell('name'), own), split: null }
    return { ...rest, ...known(values, name, marks), split: { facts, whole } }
  }

  /** Puts what somebody is known by among the values of their row. */
  function known(values: (string | number | null)[], name: string, { code, phone, email, others }: RosterMarks) {
    const { name_key, pinyin, initials } = spellName(name)
    const codeKey = code === null ? null : fold(code)
    values[placeOf.name] = name
    values[placeOf.name_key] = name_key
    values[placeOf.pinyin] = pinyin
    values[placeOf.initials] = initials
    values[placeOf.code] = code
    values[placeOf.code_key] = codeKey
    values[placeOf.phone] = phone
    values[placeOf.email] = email
    return { name, nameKey: name_key, codeKey, phone, values, otherPhones: others }
  }

  return (whole) => {
    const { line, cells } = whole
    row.begin(line, cells)
    try {
      skipOtherList(whole, notes)
      const beside = aside(cells)
      if (beside !== null) throw new RowSkip(beside)
      refuseSurplus(cells, width)
      row.cells = extend(sheet(whole))
      return readRow()
    } catch (error) {
      if (error instanceof LedgerError) throw new RowFault(error.code, error.facts, row.field, row.text)
      throw error
    }
  }
}

const nothing: readonly null[] = filled.map(() => null)

/** Whether a text has anything in it that can be seen: soft hyphens, joiners and fillers are nothing. */
export function hasVisible(text: string): boolean {
  return /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]/u.test(text)
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
