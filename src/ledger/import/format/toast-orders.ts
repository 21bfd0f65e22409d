import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'toast-orders',
  title: { en: 'Toast orders (OrderDetails)', zh: 'Toast 订单（OrderDetails）' },
  kind: 'purchases',
  service: 'toast',
  recognise: { all: ['Order Id', 'Opened', '# of Guests', 'Amount', 'Tip', 'Gratuity', 'Total', 'Voided', 'Paid'] },
  columns: {
    ref: 'Order Id',
    on: ['Paid', 'Opened'],
    amount: { plus: ['Amount', 'Tax'] },
    discount: 'Discount Amount',
    by: 'Server',
  },
  states: ['Voided'],
  rows: [
    { when: { Voided: ['true', 'yes'] }, is: 'skip', reason: 'voided' },
    { when: { Voided: ['false', 'no'], Paid: 'empty' }, is: 'skip', reason: 'not-paid' },
    { when: { Voided: ['false', 'no'] }, is: 'sale' },
  ],
  tips: ['Tip', 'Gratuity'],
}
