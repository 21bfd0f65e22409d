import type { Customer } from '../ledger/customer/customer.ts'
import type { HandedOver } from '../ledger/customer/handover.ts'
import type { Screen } from '../terminal/screen.ts'
import { table } from '../terminal/table.ts'
import { customerColumns, who } from './customers.ts'

/** So many are worth a call within days; the others hear of it when their turn comes. */
const first = 12

/** Who was handed over to whom, and whom to reassure first. */
export const handoverScreen: Screen<HandedOver, Customer> = {
  saysWould: true,
  data: ({ from, to, change, customers }) => ({
    change,
    from,
    to,
    customers: customers.length,
    rows: customers.map(({ id, name, phone, tier, stage, spent, balance, lastPurchaseOn, lastContactOn }) => ({
      customerId: id,
      name,
      phone,
      tier,
      stage,
      spent,
      balance,
      lastPurchaseOn,
      lastContactOn,
    })),
  }),
  rows: ({ customers }) => customers,
  lines({ from, to, customers, change }, voice) {
    const { handover, terms } = voice.words
    const rows = customers
      .slice(0, first)
      .map((customer) => [
        who(customer),
        customer.phone === null ? '' : voice.phone(customer.phone),
        customer.tier ?? '',
        customer.stage === null ? '' : (terms.stage[customer.stage] ?? ''),
        voice.balance(customer.balance),
        customer.lastContactOn === null ? '' : handover.contact(voice.day(customer.lastContactOn)),
      ])
    return [
      (change === null ? handover.would : handover.done)(customers.length, from, to),
      ...(rows.length === 0 ? [] : [handover.first, ...table(rows[0]?.map(() => ({ head: '' })) ?? [], rows, voice)]),
      ...(customers.length > first ? [handover.more(customers.length - first)] : []),
      ...(customers[0] ? [handover.next(customers[0].id)] : []),
    ]
  },
  columns: customerColumns,
  id: ({ id }) => id,
}
