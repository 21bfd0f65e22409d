import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'google-contacts',
  title: { en: 'Google Contacts', zh: 'Google 通讯录' },
  kind: 'customers',
  service: 'google',
  recognise: { all: ['First Name', 'Last Name', 'File As', 'Labels', 'Organization Name'] },
  columns: {
    name: {
      name: { first: ['First Name'], middle: ['Middle Name'], last: ['Last Name'], firm: ['Organization Name'] },
    },
    called: 'Nickname',
    company: 'Organization Name',
    birthday: 'Birthday',
    notes: 'Notes',
    tags: { of: ['Labels'], remove: '(?:^|:::)\\s*\\*[^:]*' },
    email: ['E-mail 1 - Value', 'E-mail 2 - Value'],
    phone: ['Phone 1 - Value', 'Phone 2 - Value', 'Phone 3 - Value'],
    address: 'Address 1 - Formatted',
  },
  rows: [
    {
      when: { 'First Name': 'empty', 'Middle Name': 'empty', 'Last Name': 'empty', 'Organization Name': 'empty' },
      is: 'skip',
      reason: 'no-name',
    },
    { when: {}, is: 'take' },
  ],
}
