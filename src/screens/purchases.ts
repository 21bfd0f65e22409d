import type { Purchase } from '../ledger/account/entries.ts'
import type { Columns } from '../terminal/columns.ts'

/** Purchases as columns, by their JSON names. */
export const purchaseColumns: Columns<Purchase> = {
  id: 'count',
  kind: 'text',
  customerId: 'count',
  on: 'day',
  amount: 'money',
  cost: 'money',
  discount: 'money',
  item: 'text',
  ref: 'text',
  method: 'text',
  paid: 'money',
  refunded: 'money',
  due: 'day',
  by: 'text',
  void: 'flag',
  note: 'text',
}
