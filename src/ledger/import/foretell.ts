import { usuallyExpected } from '../care/survey/score.ts'
import { phoneParser } from '../identity/phone.ts'
import { decimal } from '../money.ts'
import type { Vocabulary } from '../vocabulary.ts'
import type { Column } from './columns.ts'
import { extender } from './format/compile.ts'
import { type ForetoldRow, headingAt, type ImportPlan, widthOf } from './import-plan.ts'
import type { Notes, ReadContext } from './outcome.ts'
import { textIn } from './row/cells.ts'
import { type ContactRow, contactReader, outcomeOf } from './row/contact-row.ts'
import { birthdayReader, dayReader } from './row/day-cells.ts'
import { isMaskedPhone } from './row/masks.ts'
import { moneyReader } from './row/money-cells.ts'
import { partsOfName, withParts } from './row/name-parts.ts'
import { phonesIn } from './row/phone-cells.ts'
import { readersOf } from './row/readers.ts'
import { zoneReader } from './row/row-zone.ts'
import { surveyReader } from './row/survey-row.ts'
import { wordIn } from './row/word-cells.ts'
import { scalesOf } from './surveys/scale.ts'

const money = new Set<Column>([
  'amount',
  'cost',
  'discount',
  'paid',
  'refunded',
  'owes',
  'credit',
  'balance',
  'spent_before',
  'credit_limit',
  'list',
  'owed_amount',
])
const days = new Set<Column>(['on', 'due', 'refunded_on', 'joined', 'last_purchase', 'next'])
/** Columns that say again, or only help to read, what others show. */
const aside = new Set<Column>([
  'time',
  'status',
  'direction',
  'quantity',
  'unit_price',
  'unit_cost',
  'refund_ref',
  'pay_ref',
  'payer_name',
  'refund_of',
  'owed_amount',
  'more',
  'call_type',
  'aspect',
  'perceived',
  'expected',
])

/** Columns whose words mean one of ours. */
const words: Partial<Record<Column, keyof Vocabulary>> = { kind: 'kind', style: 'style', preferred_channel: 'channel' }

/**
 * The first rows of a file as they will stand: each column of ours as it is read; what cannot be read is empty, and so
 * it will be where the row can do without. `isSplit` tells in whose cell of a name more stood than the name.
 */
export async function foretell(
  context: ReadContext,
  plan: ImportPlan,
  isSplit: (line: number) => boolean,
): Promise<readonly ForetoldRow[]> {
  const width = widthOf(plan)
  const extend = extender(plan.layout, width, readersOf(context, plan))
  const zoneOf = zoneReader(plan)
  const birthdayIn = birthdayReader(context, plan.notations.days.birthday ?? null)
  const parse = await phoneParser(context.region)
  const named = (['customer', 'name'] as const).find((column) => plan.columns.has(column))
  const surveyIn = plan.kind === 'surveys' ? surveyReader(context, plan, noNotes, await scalesOf(plan)) : null
  const contactIn = plan.kind === 'contacts' ? contactReader(context, plan, noNotes) : null
  return plan.firstRows.map((whole) => {
    const cells = quietly(() => extend(whole.cells)) ?? whole.cells
    const row: Record<string, string> = {}
    for (const [column, at] of plan.columns)
      if (!aside.has(column) || (contactIn && column === 'direction'))
        row[column] = quietly(() => said(column, at, cells)) ?? ''
    for (const { key, at } of plan.facts) row[`fact:${key}`] = textIn(cells[at])
    const contact = contactIn === null ? null : quietly(() => contactIn(whole))
    if (contact) Object.assign(row, contactSaid(contact))
    const survey = surveyIn === null ? null : quietly(() => surveyIn(whole))
    return {
      line: whole.line,
      cells: named !== undefined && isSplit(whole.line) ? apart(named, row) : row,
      answers: (survey?.answers ?? []).map((answer) => ({ ...answer, expected: survey?.expected ?? usuallyExpected })),
    }
  })

  /** What else stands in the cell of a name stands by itself. */
  function apart(column: 'customer' | 'name', row: Readonly<Record<string, string>>): Record<string, string> {
    const parts = partsOfName(row[column] ?? '', parse, context.region)
    if (parts === null) return row
    const { phone = '', email = '', code = '' } = row
    const marks = withParts(parts, { phone, email, code })
    const given = (['phone', 'email', 'code'] as const).filter((mark) => marks[mark] !== '')
    return { ...row, [column]: parts.name, ...Object.fromEntries(given.map((mark) => [mark, marks[mark]])) }
  }

  function said(column: Column, at: number, cells: readonly string[]): string {
    const text = textIn(cells[at])
    const vocabulary = words[column]
    if (text === '') return ''
    if (vocabulary) return wordIn(vocabulary, text)
    if (column === 'birthday') return birthdayIn(text)
    if (column === 'phone') return isMaskedPhone(text) ? '' : phonesIn(text, parse).phone
    if (money.has(column)) {
      const notation = at >= width ? null : (plan.notations.money[at] ?? null)
      const amount = moneyReader(context.currency, notation, headingAt(plan, at))(text)
      return decimal(column === 'amount' && plan.layout.moves ? -amount : amount, context.currency)
    }
    if (days.has(column)) return dayReader(context, plan.notations.days[column] ?? null)(text, zoneOf(cells)).day
    return text
  }
}

const noNotes: Notes = { warn: () => {}, blank: () => {}, fee: () => {} }

function quietly<Value>(read: () => Value): Value | null {
  try {
    return read()
  } catch {
    // A cell that cannot be read is told when its row is.
    return null
  }
}

/** What a contact's words come to; a direction is never left open. */
function contactSaid({ direction, channel, outcome, about }: ContactRow): Record<string, string> {
  return {
    direction,
    ...(channel === null ? {} : { channel }),
    outcome: outcomeOf(direction, outcome),
    ...(about === null ? {} : { about }),
  }
}
