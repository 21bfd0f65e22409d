import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'loyverse-customers',
  title: { en: 'Loyverse customers', zh: 'Loyverse 客户' },
  kind: 'customers',
  service: 'loyverse',
  recognise: { all: ['Customer ID', 'Customer name', 'First visit', 'Last visit', 'Total visits', 'Total spent'] },
  columns: {
    name: 'Customer name',
    email: 'Email',
    phone: 'Phone',
    address: 'Address',
    joined: 'First visit',
    last_purchase: 'Last visit',
    visits_before: 'Total visits',
    spent_before: 'Total spent',
  },
  payer: { space: 'loyverse', key: 'Customer ID', strong: true },
  rows: [{ when: {}, is: 'take' }],
}
