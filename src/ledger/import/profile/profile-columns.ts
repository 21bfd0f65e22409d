import { LedgerError } from '../../errors.ts'
import { decimal, decimalsOf, parseMoney } from '../../money.ts'
import type { Column } from '../columns.ts'
import { dataRows } from '../data-rows.ts'
import { placesOf } from '../format/bind.ts'
import { extender } from '../format/compile.ts'
import { type ImportPlan, type KnownColumns, widthOf } from '../import-plan.ts'
import type { ReadContext } from '../outcome.ts'
import { textIn } from '../row/cells.ts'
import { readersOf } from '../row/readers.ts'
import { type DayOrder, dayForm, dayOrders } from './day-form.ts'
import { type DecimalMark, type MoneyNotation, moneyEvidence, plainFigure } from './money-notation.ts'
import { type DayNotation, moneyColumns, type Notations, type NotationWishes, plainNotations } from './notations.ts'
import { isBytewise, scanPlain } from './plain-scan.ts'

const dayColumns: readonly Column[] = ['on', 'due', 'refunded_on', 'joined', 'birthday', 'last_purchase', 'next']

/** A file whose columns are known, and how each of them is written. */
export type WrittenColumns = KnownColumns & Pick<ImportPlan, 'notations'>

/**
 * Settles for the whole file how its columns are written, before the first row is taken; where days have times, the
 * time is a column too. Throws roster.open-money, roster.open-days where no cell decides and the owner did not say.
 */
export async function profileColumns(
  context: ReadContext,
  known: KnownColumns,
  wishes: NotationWishes,
): Promise<WrittenColumns> {
  // A card says itself what is a day, and has no money in it.
  if (known.table.form === 'cards') return { ...known, notations: plainNotations }
  const { notations, timed } = await lookThrough(context, known, wishes)
  const on = known.columns.get('on')
  const isTimed = timed && known.kind === 'purchases' && on !== undefined
  const columns = isTimed ? new Map([...known.columns, ['time', on] as const]) : known.columns
  return { ...known, columns, notations }
}

async function lookThrough(
  context: ReadContext,
  known: KnownColumns,
  wishes: NotationWishes,
): Promise<{ notations: Notations; timed: boolean }> {
  const width = widthOf(known)
  const money = moneyPlaces(known, width)
  const days = dayColumns.filter((column) => known.columns.has(column))
  const raw = days.map((column) => known.columns.get(column) as number)
  const { table } = known
  if (
    table.form === 'text' &&
    !table.backticked &&
    isBytewise(table.source) &&
    decimalsOf(context.currency) === 2 &&
    raw.every((at) => at < width)
  ) {
    const scan = await scanPlain(table.source, table.delimiter, { money, days: raw })
    if (scan.plain) return { notations: plainNotations, timed: scan.timed && days.includes('on') }
  }
  const seen = await evidenceIn(context, known, money, days)
  const notations: Notations = {
    money: Object.fromEntries(
      money
        .map((place) => [place, settleMoney(seen.money.get(place), place)])
        .filter(([, notation]) => notation !== 'point'),
    ),
    days: Object.fromEntries(
      days
        .map((column) => [column, isRoc(column) ? 'roc' : settleDays(seen.days.get(column), column)])
        .filter(([, notation]) => notation !== null),
    ),
  }
  return { notations, timed: seen.timed }

  function headingOf(place: number): string {
    return known.headers?.[place] || String(place + 1)
  }

  function isRoc(column: Column): boolean {
    return /民[國国]|\bROC\b/.test(known.headings[column] ?? '')
  }

  function settleMoney(found: MoneySeen | undefined, place: number): MoneyNotation {
    if (!found || (!found.point && !found.comma && !found.open)) return 'point'
    if (found.point && found.comma) return 'mixed'
    if (found.point || found.comma) return found.comma ? 'comma' : 'point'
    if (wishes.decimal !== null) return wishes.decimal
    const { line, text } = found.open as Seen
    const reading = (mark: DecimalMark) => {
      try {
        return decimal(parseMoney(plainFigure(text, mark, context.currency), context.currency, true), context.currency)
      } catch {
        return text.replace(mark === 'point' ? ',' : '.', '')
      }
    }
    throw new LedgerError('roster.open-money', {
      file: table.about.file,
      heading: headingOf(place),
      line,
      text,
      point: reading('point'),
      comma: reading('comma'),
    })
  }

  function settleDays(found: DaysSeen | undefined, column: Column): DayNotation | null {
    if (!found?.met) return null
    const [only, ...more] = found.orders
    if (only === undefined) return 'mixed'
    if (more.length === 0) return only
    // Other cells of the column have their year first, with its four digits.
    if (found.yearFirst && found.orders.has('ymd')) return 'ymd'
    // Every cell is the same day in each order that is left.
    if (found.open === null) return only
    if (wishes.dates !== null && found.orders.has(wishes.dates)) return wishes.dates
    const { line, text, form } = found.open
    const at = known.columns.get(column) as number
    throw new LedgerError('roster.open-days', {
      file: table.about.file,
      heading: known.headings[column] ?? headingOf(at),
      line,
      text,
      dmy: form.dmy ?? '',
      mdy: form.mdy ?? form.ymd ?? '',
    })
  }
}

interface Seen {
  readonly line: number
  readonly text: string
}
interface MoneySeen {
  point: boolean
  comma: boolean
  open: Seen | null
}
interface DaysSeen {
  /** Whether any cell does not have its year first. */
  met: boolean
  /** Whether others have it first, in full. */
  yearFirst: boolean
  orders: Set<DayOrder>
  open: (Seen & { readonly form: Partial<Record<DayOrder, string>> }) | null
}

async function evidenceIn(
  context: ReadContext,
  known: KnownColumns,
  money: readonly number[],
  days: readonly Column[],
) {
  const digits = decimalsOf(context.currency)
  const seen = { money: new Map<number, MoneySeen>(), days: new Map<Column, DaysSeen>(), timed: false }
  // Of what is worked out, the days alone: money cannot be read before its notation is known.
  const derivedDays = known.layout.derived.map((one) =>
    dayColumns.includes(one.column) ? one : { ...one, value: { is: 'text' as const, of: [] } },
  )
  const extend = extender(
    { ...known.layout, derived: derivedDays },
    widthOf(known),
    readersOf(context, { ...known, notations: plainNotations }),
  )
  const tolerant = (cells: readonly string[]) => {
    try {
      return extend(cells)
    } catch {
      return cells
    }
  }
  const derived = days.some((column) => (known.columns.get(column) as number) >= widthOf(known))
  for await (const rows of dataRows(known)) {
    for (const { line, cells, kinds } of rows) {
      for (const place of money) {
        // A number of a workbook is no way of writing one: only texts can be read in two ways.
        if (kinds !== undefined && (kinds[place] ?? 't') !== 't') continue
        const text = textIn(cells[place])
        if (text === '') continue
        const evidence = moneyEvidence(text, digits)
        if (evidence === 'nothing') continue
        const met = seen.money.get(place) ?? { point: false, comma: false, open: null }
        if (evidence === 'open') met.open ??= { line, text }
        else met[evidence] = true
        seen.money.set(place, met)
      }
      const whole = derived ? tolerant(cells) : cells
      for (const column of days) {
        const text = textIn(whole[known.columns.get(column) as number])
        if (text === '') continue
        if (column === 'on' && text.length > 10) seen.timed = true
        const one = seen.days.get(column) ?? { met: false, yearFirst: false, orders: new Set(dayOrders), open: null }
        seen.days.set(column, one)
        if (/^\d{4}(?:\D|\d{4}(?!\d))/.test(text)) one.yearFirst = true
        if (/^\d{4}-\d\d-\d\d/.test(text)) continue
        const form = dayForm(text, context.today)
        if (form === null || Object.keys(form.orders).length === 0) continue
        one.met = true
        for (const order of [...one.orders]) if (form.orders[order] === undefined) one.orders.delete(order)
        if (form.day === null && one.open === null && Object.keys(form.orders).length > 1)
          one.open = { line, text, form: form.orders }
      }
    }
  }
  return seen
}

/** The places of a file that have money in them, as far as anything is read from there. */
function moneyPlaces({ columns, layout }: KnownColumns, width: number): number[] {
  const places = new Set<number>()
  for (const column of moneyColumns) {
    const at = columns.get(column)
    if (at !== undefined && at < width) places.add(at)
  }
  for (const { column, value } of layout.derived) {
    if (value.is === 'sum') for (const at of placesOf(value)) places.add(at)
    else if (value.is === 'product') {
      places.add(value.price)
      if (value.less >= 0) places.add(value.less)
    } else if (moneyColumns.includes(column)) for (const at of placesOf(value)) places.add(at)
  }
  for (const { at } of [...layout.fees, ...layout.tips]) places.add(at)
  for (const { sum } of layout.totals) places.add(sum)
  for (const rule of layout.rules ?? [])
    for (const test of rule.tests)
      if (test.place >= 0 && (test.is === 'positive' || test.is === 'negative' || test.is === 'zero'))
        places.add(test.place)
  return [...places]
}
