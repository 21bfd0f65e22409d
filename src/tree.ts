import type { Verb } from './commands/verb.ts'

type Load = () => Promise<{ readonly verb: Verb }>

/** Every verb by its help group, each loaded only when typed. A new command is a file, its words in both languages, and a line here. */
export const tree = {
  daily: {
    add: () => import('./commands/daily/add.ts'),
    buy: () => import('./commands/daily/buy.ts'),
    refund: () => import('./commands/daily/refund.ts'),
    pay: () => import('./commands/daily/pay.ts'),
    due: () => import('./commands/daily/due.ts'),
    done: () => import('./commands/daily/done.ts'),
    snooze: () => import('./commands/daily/snooze.ts'),
    find: () => import('./commands/daily/find.ts'),
    show: () => import('./commands/daily/show.ts'),
  },
  customers: {
    list: () => import('./commands/customers/list.ts'),
    edit: () => import('./commands/customers/edit.ts'),
    tag: () => import('./commands/customers/tag.ts'),
    note: () => import('./commands/customers/note.ts'),
    archive: () => import('./commands/customers/archive.ts'),
    unarchive: () => import('./commands/customers/unarchive.ts'),
    statement: () => import('./commands/customers/statement.ts'),
    balances: () => import('./commands/customers/balances.ts'),
    purchases: () => import('./commands/customers/purchases.ts'),
    contacts: () => import('./commands/customers/contacts.ts'),
    void: () => import('./commands/customers/void.ts'),
    fix: () => import('./commands/customers/fix.ts'),
    lost: () => import('./commands/customers/lost.ts'),
    'group save': () => import('./commands/customers/group-save.ts'),
    'group list': () => import('./commands/customers/group-list.ts'),
    'group delete': () => import('./commands/customers/group-delete.ts'),
  },
  tiers: {
    classify: () => import('./commands/tiers/classify.ts'),
    why: () => import('./commands/tiers/why.ts'),
    pin: () => import('./commands/tiers/pin.ts'),
    unpin: () => import('./commands/tiers/unpin.ts'),
    'policy show': () => import('./commands/tiers/policy-show.ts'),
    'policy set': () => import('./commands/tiers/policy-set.ts'),
    'policy reset': () => import('./commands/tiers/policy-reset.ts'),
  },
  care: {
    birthdays: () => import('./commands/care/birthdays.ts'),
  },
  insight: {
    'report stages': () => import('./commands/insight/report-stages.ts'),
    'report rates': () => import('./commands/insight/report-rates.ts'),
    'report value': () => import('./commands/insight/report-value.ts'),
  },
  data: {
    init: () => import('./commands/data/init.ts'),
    'import customers': () => import('./commands/data/import-customers.ts'),
    'import purchases': () => import('./commands/data/import-purchases.ts'),
    'import contacts': () => import('./commands/data/import-contacts.ts'),
    'import all': () => import('./commands/data/import-all.ts'),
    'export customers': () => import('./commands/data/export-customers.ts'),
    'export purchases': () => import('./commands/data/export-purchases.ts'),
    'export payments': () => import('./commands/data/export-payments.ts'),
    'export contacts': () => import('./commands/data/export-contacts.ts'),
    'export balances': () => import('./commands/data/export-balances.ts'),
    'export due': () => import('./commands/data/export-due.ts'),
    'export birthdays': () => import('./commands/data/export-birthdays.ts'),
    'export all': () => import('./commands/data/export-all.ts'),
    undo: () => import('./commands/data/undo.ts'),
    log: () => import('./commands/data/log.ts'),
    backup: () => import('./commands/data/backup.ts'),
    restore: () => import('./commands/data/restore.ts'),
    doctor: () => import('./commands/data/doctor.ts'),
    demo: () => import('./commands/data/demo.ts'),
    'config list': () => import('./commands/data/config-list.ts'),
    'config get': () => import('./commands/data/config-get.ts'),
    'config set': () => import('./commands/data/config-set.ts'),
    'config unset': () => import('./commands/data/config-unset.ts'),
    schedule: () => import('./commands/data/schedule.ts'),
    completion: () => import('./commands/data/completion.ts'),
  },
} satisfies Record<string, Record<string, Load>> as Readonly<Record<string, Readonly<Record<string, Load>>>>

/** Every verb by name. */
export const verbs: Readonly<Record<string, Load>> = Object.assign({}, ...Object.values(tree))
