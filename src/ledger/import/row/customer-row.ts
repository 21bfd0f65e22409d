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
import { type CustomerRow, type Filled, filled } from './customer.ts'
import { birthdayReader, dayReader } from './day-cells.ts'
import { isMasked } from './masks.ts'
import { moneyReader } from './money-cells.ts'
import { readersOf } from './readers.ts'
import { positive, standingOf } from './roster-money.ts'
import { isOwnExport, marksOf, nameReader } from './roster-name.ts'
import type { RosterRow } from './roster-row.ts'
import { sheetCells } from './sheet-cells.ts'
import { refuseSurplus } from './surplus.ts'
import { consentIn, countIn, percentIn, tagsIn, tierIn, wordIn, yesIn } from './word-cells.ts'

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
  const parse = await phoneParser(book.region)
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
      moneyReader(
        book.currency,
        at(column) >= width ? null : (notations.money[at(column)] ?? null),
        headingAt(plan, at(column)),
      )
    monies.set(column, known)
    return known
  }
  const readName = isOwnExport(headers)
    ? ({ cell }: RosterRow) => ({ name: cell('name'), parts: null })
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
    const read = <Value>(column: CustomerColumn, value: (text: string) => Value): Value | null => {
      const said = cell(column)
      if (said === '') return null
      try {
        return value(said)
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
    const told = { line, rawOf: (column: CustomerColumn) => cells[columns.get(column) ?? -1] ?? '', read, cell, notes }
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
      const named = readName(told)
      const { name } = named
      if (!hasVisible(name)) throw new RowFault('row.missing', { column: 'name' }, 'name', cells[at('name')] ?? '')
      if (isBrokenBySheet(name)) throw new RowFault('row.spreadsheet', { text: name }, 'name', name)
      if (isMasked(name)) throw new RowFault('row.masked-name', { text: name }, 'name', name)
      if (/^\+?[\d\s()-]{7,}$/.test(name) && columns.has('phone'))
        notes.warn(line, 'row.name-is-number', { text: name }, 'name', name)
      const spelling = spellName(name)
      const { code, phone, email, others } = marksOf(told, named, parse)
      if (code !== null && isBrokenBySheet(code)) throw new RowFault('row.spreadsheet', { text: code }, 'code', code)
      const birthday = read('birthday', birthdayIn)
      const tier = read('tier', (typed) => ({ pin: tierIn(typed), word: typed }))
      const balance = standingOf(told, moneyOf, book.currency)
      const facts: [string, string][] = kept
        .map(({ key, at }): [string, string] => [key, textIn(cells[at])])
        .filter(([, value]) => value !== '')
      if (tier && tier.pin === null) facts.push(['card', tier.word])
      const points = read('points', (typed) => countIn(typed, 0, 999_999_999))
      const called = plain('called')
      const given: Record<Filled, string | number | null> = {
        name,
        ...spelling,
        // A service repeats the name as the nick; what the shop itself wrote stays.
        called: called === name && layout.service !== null ? null : called,
        code,
        code_key: code === null ? null : fold(code),
        kind: read('kind', (typed) => wordIn('kind', typed)),
        phone,
        email,
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
        archived: read('archived', (typed) => settledFirst(yesIn(typed), balance ?? 0)),
      }
      return {
        line,
        name,
        nameKey: spelling.name_key,
        codeKey: given.code_key as string | null,
        phone,
        birthday,
        values: filled.map((column) => given[column]),
        otherPhones: others,
        tags: read('tags', tagsIn) ?? [],
        facts: [...new Map(facts)],
        points,
        consent: read('consent', consentIn) ?? [],
        balance,
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
