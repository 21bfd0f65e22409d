import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'outlook-contacts',
  title: { en: 'Outlook contacts', zh: 'Outlook 联系人' },
  kind: 'customers',
  service: 'outlook',
  recognise: { all: ['First Name', 'Last Name', 'Company', 'Business Phone', 'Mobile Phone', 'E-mail Address'] },
  read: { empty: ['0/0/00', '0/0/0000'] },
  columns: {
    name: { name: { first: ['First Name'], middle: ['Middle Name'], last: ['Last Name'], firm: ['Company'] } },
    company: 'Company',
    phone: ['Mobile Phone', 'Primary Phone', 'Business Phone', 'Home Phone'],
    email: ['E-mail Address', 'E-mail 2 Address'],
    birthday: 'Birthday',
    tags: 'Categories',
    notes: 'Notes',
    address: {
      join: [
        { of: ['Home Street', 'Business Street'] },
        { of: ['Home City', 'Business City'] },
        { of: ['Home Postal Code', 'Business Postal Code'] },
        { of: ['Home Country/Region', 'Business Country/Region'] },
      ],
      with: ', ',
    },
  },
  rows: [
    {
      when: { 'First Name': 'empty', 'Middle Name': 'empty', 'Last Name': 'empty', Company: 'empty' },
      is: 'skip',
      reason: 'no-name',
    },
    { when: {}, is: 'take' },
  ],
}
