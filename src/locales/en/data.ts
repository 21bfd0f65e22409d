import { grouped } from '../figure.ts'

/** What the ledger's own commands say. */
export const data = {
  founded: {
    ledger: (path: string) => `New ledger: ${path}`,
    ledgerOf: (shop: string, path: string) => `New ledger of ${shop}: ${path}`,
    settings: (currency: string, region: string, timezone: string) =>
      `${currency}, phones of ${region}, days of ${timezone}`,
    margin: (settings: string, percent: number) => `${settings}, margin ${percent} %`,
  },
  ask: { name: 'What is the shop called?', currency: 'Which currency?', timezone: 'Which time zone?' },
  rights: 'Rights of two more roles (psql, after: create role keeper; create role till;), who then come in as members:',
  changeable: 'To change any of it: regulars policy show shop',
  begin: [
    'Next:',
    '  regulars add "Wang Xiaoming" --phone 13800138000   your first customer',
    '  regulars import customers FILE.csv                 or all you have in a table',
    '  regulars buy Wang 128                              a purchase',
    '  regulars due                                       whom to call today',
    '  regulars schedule                                  each morning, and backups',
  ],
  /** The same where phones are written otherwise. */
  beginHere: [
    'Next:',
    '  regulars add "Anna Becker"                         your first customer',
    '  regulars import customers FILE.csv                 or all you have in a table',
    '  regulars buy Anna 128                              a purchase',
    '  regulars due                                       whom to call today',
    '  regulars schedule                                  each morning, and backups',
  ],
  ledgers: {
    heads: ['ledger', 'shop', 'last backup'],
    never: 'never',
    none: 'No ledger in this database yet. To start one: regulars init',
    more:
      'One of them: regulars --db "postgres://HOST/DATABASE?ledger=NAME" due   ' +
      'by a name of its own: regulars help config set',
  },
  config: {
    origin: {
      flag: 'typed',
      environment: 'REGULARS_… in the environment',
      config: 'this file',
      ledger: 'the ledger',
      locale: "the computer's locale",
      system: 'who is logged in',
      default: 'the usual place',
    },
    kept: (file: string) => `Kept in ${file}; flags and REGULARS_… go before it. To set: regulars config set lang en`,
    set: (key: string, value: string) => `${key} is ${value} from now on. Back: regulars config unset ${key}`,
    unset: (key: string) => `${key} is no longer set.`,
  },
  schedule: {
    morning: 'tiers and the list of whom to call, every morning',
    backup: 'a backup every evening, the last 14 kept',
  },
  completion: {
    installed: (places: string) => `Put into ${places}. It works in the next shell you open.`,
    wouldInstall: (places: string) => `Would be put into ${places}.`,
  },
  scheduled: {
    installed: (at: string) => `Every day from now on, by ${at}:`,
    wouldInstall: (at: string) => `Would run every day, by ${at}:`,
    removed: (at: string) => `No longer run by itself; removed from ${at}.`,
    wouldRemove: (at: string) => `Would be removed from ${at}.`,
    nothing: 'Nothing was installed for this ledger.',
    listIn: (path: string) => `The list is each morning in ${path}`,
    byMail: 'cron mails the list, where this computer can mail; else: regulars schedule systemd --install',
    back: 'To stop it: regulars schedule --remove',
  },
  howToSchedule: {
    cron:
      'To use it: crontab -e and paste. cron mails what is printed. ' +
      'Other clocks: regulars schedule systemd, launchd or windows',
    systemd: 'To use it: put the parts into the files they name, then type the last line of each.',
    launchd: 'To use it: put the parts into the files they name, then type the last line of each.',
    windows:
      'To use it: save the parts as the files they name (Unicode), ' +
      'then type the last line of each; or: regulars schedule --install',
  },
  demo: {
    lookAnywhere: (customers: number, purchases: number) =>
      `A made-up tea shop: ${grouped(customers)} customers, ` +
      `${grouped(purchases)} purchases of 18 months, in a new temporary folder`,
    look: (customers: number, purchases: number) =>
      `A made-up tea shop: ${grouped(customers)} customers, ${grouped(purchases)} purchases of 18 months, in`,
    typed: (line: string) => `\n$ ${line}`,
    next: (path: string) => [
      '',
      'Go on in it:',
      `  export REGULARS_DB=${path}`,
      '  regulars                          the morning at a glance',
      '  regulars show 1                   everything about one customer',
      '  regulars done 1 -n "comes Friday" what a call came to',
      '  regulars buy 1 128 Zhuyeqing      a purchase; regulars undo takes it back',
      'Your own: unset REGULARS_DB; regulars init --name "Tea House"',
    ],
  },
}
