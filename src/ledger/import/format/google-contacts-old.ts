import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'google-contacts-old',
  title: { en: 'Google Contacts (before 2024)', zh: 'Google 通讯录（2024 年以前）' },
  kind: 'customers',
  service: 'google',
  recognise: { all: ['Name', 'Given Name', 'Family Name', 'Group Membership'] },
  columns: {
    name: {
      name: {
        whole: ['Name'],
        first: ['Given Name'],
        middle: ['Additional Name'],
        last: ['Family Name'],
        firm: ['Organization 1 - Name'],
      },
    },
    called: 'Nickname',
    company: 'Organization 1 - Name',
    birthday: 'Birthday',
    notes: 'Notes',
    tags: { of: ['Group Membership'], remove: '(?:^|:::)\\s*\\*[^:]*' },
    email: ['E-mail 1 - Value', 'E-mail 2 - Value'],
    phone: ['Phone 1 - Value', 'Phone 2 - Value', 'Phone 3 - Value'],
    address: 'Address 1 - Formatted',
  },
  rows: [
    {
      when: { Name: 'empty', 'Given Name': 'empty', 'Family Name': 'empty', 'Organization 1 - Name': 'empty' },
      is: 'skip',
      reason: 'no-name',
    },
    { when: {}, is: 'take' },
  ],
}
