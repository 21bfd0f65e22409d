import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'shopify-customers',
  title: { en: 'Shopify customers', zh: 'Shopify 客户' },
  kind: 'customers',
  service: 'shopify',
  recognise: { all: ['First Name', 'Last Name', 'Email', 'Accepts Email Marketing', 'Total Spent', 'Total Orders'] },
  columns: {
    name: { name: { first: ['First Name'], last: ['Last Name'], firm: ['Default Address Company', 'Company'] } },
    email: 'Email',
    phone: ['Phone', 'Default Address Phone'],
    company: ['Default Address Company', 'Company'],
    address: {
      join: [
        { of: ['Default Address Address1', 'Address1'] },
        { of: ['Default Address Address2', 'Address2'] },
        { of: ['Default Address Zip', 'Zip'] },
        { of: ['Default Address City', 'City'] },
      ],
      with: ', ',
    },
    tags: 'Tags',
    notes: 'Note',
    visits_before: 'Total Orders',
    spent_before: 'Total Spent',
    consent: {
      consent: {
        email: { of: 'Accepts Email Marketing', yes: ['yes', 'true'], no: ['no', 'false'] },
        sms: { of: 'Accepts SMS Marketing', yes: ['yes', 'true'], no: ['no', 'false'] },
      },
    },
  },
  facts: ['Tax Exempt'],
  payer: { space: 'shopify', key: 'Customer ID', strong: true },
  rows: [
    {
      when: {
        'First Name': 'empty',
        'Last Name': 'empty',
        Email: 'empty',
        Phone: 'empty',
        'Default Address Company': 'empty',
        'Default Address Phone': 'empty',
        Company: 'empty',
      },
      is: 'skip',
      reason: 'no-name',
    },
    { when: {}, is: 'take' },
  ],
}
