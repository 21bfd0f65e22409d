import { expect, test } from 'vitest'
import type { ImportPlan } from '../../src/ledger/import/import-plan.ts'
import { type CustomerRow, filled, placeOf } from '../../src/ledger/import/row/customer.ts'
import { decodeCustomer, encodeCustomer } from '../../src/ledger/import/row/customer-transfer.ts'
import { RowDecoder, RowEncoder } from '../../src/ledger/import/worker/transfer.ts'

const plan = { columns: new Map([['name', 0]]) } as unknown as ImportPlan

function rowOf(name: string, more: Partial<CustomerRow>): CustomerRow {
  const values: (string | null)[] = filled.map(() => null)
  values[placeOf.name] = name
  values[placeOf.name_key] = name
  return {
    line: 2,
    name,
    nameKey: name,
    codeKey: null,
    phone: null,
    birthday: null,
    values,
    otherPhones: [],
    tags: [],
    facts: [],
    points: null,
    consent: [],
    balance: null,
    referredBy: null,
    payer: null,
    split: null,
    ...more,
  }
}

const facts = { text: '小张(VIP8)', name: '小张', found: ['VIP8'], left: [], noted: true }

test.each([
  ['points alone', { points: 120 }],
  ['a cell of a name taken apart', { split: { facts, whole: rowOf('小张(VIP8)', {}) } }],
  ['nothing', {}],
])('a row with %s comes whole from the other thread', (_, more) => {
  const row = rowOf('小张', more)
  const encoder = new RowEncoder()
  encodeCustomer(plan)(row, encoder)
  expect(decodeCustomer(plan)(2, new RowDecoder(encoder.finish()))).toEqual(row)
})
