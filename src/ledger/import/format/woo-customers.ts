import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'woo-customers',
  title: { en: 'WooCommerce customers', zh: 'WooCommerce 客户' },
  kind: 'customers',
  service: 'woo',
  recognise: { all: ['Name', 'Username', 'Last active', 'Date registered', 'Email', 'Orders', 'Total spend'] },
  columns: {
    name: 'Name',
    email: 'Email',
    address: { join: ['City', 'Postal code', 'Country / Region'], with: ', ' },
    joined: 'Date registered',
    visits_before: 'Orders',
    spent_before: 'Total spend',
  },
  rows: [{ when: {}, is: 'take' }],
}
