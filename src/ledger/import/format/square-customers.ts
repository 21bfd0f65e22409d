import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'square-customers',
  title: { en: 'Square customers', zh: 'Square 客户' },
  kind: 'customers',
  service: 'square',
  recognise: { all: ['Reference ID', 'First Name', 'Last Name', 'Square Customer ID'] },
  columns: {
    code: 'Reference ID',
    name: { name: { first: ['First Name'], last: ['Last Name'], firm: ['Company Name'] } },
    called: 'Nickname',
    phone: 'Phone Number',
    email: 'Email Address',
    company: 'Company Name',
    address: {
      join: ['Street Address 1', 'Street Address 2', 'City', { of: ['State'], and: 'Postal Code' }],
      with: ', ',
    },
    birthday: 'Birthday',
    notes: 'Memo',
    visits_before: 'Transaction Count',
    spent_before: 'Lifetime Spend',
    last_purchase: 'Last Visit',
    joined: 'First Visit',
    consent: { consent: { email: { of: 'Email Subscription Status', yes: ['subscribed'], no: ['unsubscribed'] } } },
  },
  facts: ['Blocked from online booking'],
  payer: { space: 'square', key: 'Square Customer ID', strong: true },
  rows: [
    {
      when: {
        'First Name': 'empty',
        'Last Name': 'empty',
        'Company Name': 'empty',
        'Email Address': 'empty',
        'Phone Number': 'empty',
      },
      is: 'skip',
      reason: 'no-name',
    },
    { when: {}, is: 'take' },
  ],
}
