import type { ImportPlan } from '../import-plan.ts'
import type { RowDecoder, RowEncoder } from '../worker/transfer.ts'
import { type CustomerRow, type Filled, filled, filledBy, placeOf } from './customer.ts'

/** A row on its way to another thread, and out again. */
export function encodeCustomer(plan: ImportPlan) {
  const places = filledBy(plan).map((column) => placeOf[column])
  return (row: CustomerRow, packing: RowEncoder) => {
    for (const at of places) packing.put(row.values[at] ?? null)
    packing.put(row.tags.length === 0 ? null : row.tags.join('\n'))
    const { otherPhones, facts, consent, balance, referredBy, payer, points, split } = row
    if (
      otherPhones.length + facts.length + consent.length > 0 ||
      balance !== null ||
      referredBy !== null ||
      payer !== null ||
      points !== null ||
      split !== null
    )
      packing.putAny({ otherPhones, facts, consent, balance, referredBy, payer, points, split } satisfies Seldom)
    else packing.put(null)
  }
}

type Seldom = Pick<
  CustomerRow,
  'otherPhones' | 'facts' | 'consent' | 'balance' | 'referredBy' | 'payer' | 'points' | 'split'
>
const none: Seldom = {
  otherPhones: [],
  facts: [],
  consent: [],
  balance: null,
  referredBy: null,
  payer: null,
  points: null,
  split: null,
}

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
