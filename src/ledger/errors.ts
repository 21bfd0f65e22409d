/** A text in both languages, as the declaration of a format gives it. */
export interface BothWords {
  readonly en: string
  readonly zh: string
}

/**
 * Every way the ledger says no, with the facts its sentence needs. No sentence lives here: `locales/` words each code,
 * and a code without words in both languages does not compile.
 */
export interface Faults {
  // What is typed wrong: commands, flags, words.
  'usage.unknown-command': { asked: string; near: string | null }
  'usage.customer-alone': { asked: string }
  'usage.which-command': { group: string; asked: string | null; choices: readonly string[] }
  'usage.unknown-option': { asked: string; near: string | null; command: string }
  'usage.missing-argument': { argument: string; command: string }
  'usage.flag-twice': { option: string; command: string }
  'usage.missing-value': { option: string; command: string }
  'usage.extra-argument': { extra: string; command: string }
  'usage.hash': { command: string }
  'usage.conflict': { first: string; second: string }
  'usage.unknown-column': { asked: string; known: readonly string[] }
  'usage.no-ids': { command: string }
  'usage.bad-choice': { asked: string; what: string; choices: readonly string[] }
  'usage.bad-count': { asked: string; least: number; most: number | null; key?: string }
  'usage.bad-share': { asked: string }
  'usage.bad-flag': { asked: string }
  'usage.bad-ranges': { asked: string; key: string }
  'usage.bad-reward': { asked: string; key: string }
  'usage.bad-festivals': { asked: string; key: string }
  'usage.bad-steps': { asked: string; of: 'count' | 'money' }
  'usage.bad-period': { asked: string; kind: 'month' | 'quarter' }
  'usage.unknown-key': { asked: string; near: string | null }
  'usage.yes-missing': { command: string }
  'usage.nothing-to-change': { command: string }
  'usage.no-file': { path: string }
  'usage.no-folder': { path: string }
  'usage.bad-currency': { asked: string }
  'usage.bad-region': { asked: string }
  'usage.bad-timezone': { asked: string; environment?: boolean }
  'usage.keep-folder': Record<string, never>
  'usage.unknown-shop': { asked: string; near: string | null; shops: readonly string[] }
  'usage.no-terminal': { command: string }
  'usage.no-password': { path: string }
  'usage.no-home': Record<string, never>
  'usage.no-here': Record<string, never>
  'usage.swapped': { command: string; customer: string; amount: string }
  'usage.amount-last': { command: string; customer: string; amount: string; item: string }
  'usage.dash': { word: string; flag: string | null; command: string }
  'usage.needs': { flag: string; other: string }
  'usage.credit-paid': { method: string }
  'usage.backup-folder': { folder: string; newest: string | null }
  'usage.empty-name': { command: string }
  'usage.too-long': { what: string; length: number; most: number }
  'usage.bad-percent': { text: string }
  'usage.bad-email': { text: string }
  'usage.bad-fact': { text: string }
  'usage.bad-years': { text: string }
  'usage.bad-tag': { text: string }
  'usage.due-paid': Record<string, never>
  'usage.out-unwritable': { path: string }
  'usage.no-filter': { command: string }
  'demo.not-empty': { path: string }
  'schedule.refused': { program: string; said: string | null; system: string }
  interrupted: Record<string, never>

  // Ledgers and their copies: opened, read, written.
  'file.not-counted': { path: string; why: 'foreign' | 'unreadable' }
  'file.address': { text: string }
  'file.not-regular': { path: string }
  'file.foreign': { path: string; beside: string }
  'file.beside': { path: string; beside: string }
  'file.missing': { path: string }
  'file.exists': { path: string }
  'file.not-a-ledger': { path: string }
  'file.newer': { path: string; found: number; known: number }
  'file.older': { path: string; found: number; known: number }
  'file.busy': { path: string }
  'file.damaged': { path: string }
  'file.unwritable': { path: string }
  'file.unreadable': { path: string }
  'file.is-folder': { path: string }
  'file.full': { path: string }
  'file.disk': { said: string }
  'file.output': { full: boolean }
  'engine.bad-address': { asked: string }
  'engine.password': Record<string, never>
  'engine.unreachable': { host: string }
  'engine.refused': { host: string }
  'engine.no-database': { database: string }
  'engine.untrusted': { host: string }
  'engine.too-old': { found: string; needed: string }
  'engine.encoding': { found: string; database: string }
  'engine.no-zero': Record<string, never>
  'engine.not-allowed': Record<string, never>
  'engine.lost': { host: string }
  'engine.file-only': Record<string, never>
  'engine.server-only': Record<string, never>
  'backup.encrypted': { path: string }
  'backup.wrong-password': { path: string }
  'backup.unlike': { path: string }
  'backup.taken': { path: string }
  'backup.other': { path: string; why: 'other' | 'in-use' | 'ahead' | 'damaged' }
  'config.damaged': { path: string }
  'config.foreign': { path: string }

  // Files taken in and handed out.
  'roster.rejects-taken': { path: string }
  'roster.missing': { file: string }
  'roster.unreadable': { file: string; folder: boolean }
  'roster.empty': { file: string }
  'roster.nul': { file: string; line: number }
  'roster.broken-quote': { file: string; line: number }
  'roster.undecodable': { file: string; encoding: string }
  'roster.changed': { file: string }
  'roster.broken-card': { file: string; line: number }
  'roster.broken-workbook': { file: string }
  'roster.old-workbook': { file: string; kind: 'xls' | 'xlsb' | 'ods' | 'numbers' | 'html' | 'xml' | 'mht' }
  'roster.protected': { file: string }
  'roster.zipped': { file: string; inside: readonly string[]; encrypted: boolean }
  'roster.endless': { most: number }
  'roster.too-large': { file: string; line: number; limit: 'row' | 'cell' | 'cells' | 'card'; most: number }
  'roster.large-workbook': {
    file: string
    limit:
      | 'files'
      | 'megabytes'
      | 'ratio'
      | 'listMegabytes'
      | 'formatMegabytes'
      | 'textMegabytes'
      | 'rows'
      | 'columns'
      | 'cells'
      | 'cellLength'
      | 'merged'
    most: number
  }
  'roster.no-sheet': { file: string; asked: string; sheets: readonly string[] }
  'roster.two-lists': { file: string; left: readonly string[]; right: readonly string[] }
  'roster.no-columns': {
    file: string
    missing: readonly string[]
    headers: readonly string[]
    headed: boolean
    /** Whether another encoding may be the right one. */
    reread: boolean
    guess: readonly { readonly column: string; readonly at: number }[]
  }
  'roster.bad-map': { asked: string; known: readonly string[] }
  'roster.open-money': { file: string; heading: string; line: number; text: string; point: string; comma: string }
  'roster.open-days': { file: string; heading: string; line: number; text: string; dmy: string; mdy: string }
  'roster.open-discount': { heading: string; text: string; percent: number }
  'roster.several-formats': { file: string; names: readonly string[] }
  'roster.refused': { file: string; title: BothWords; instead: BothWords }
  'roster.not-of-format': { file: string; title: BothWords; missing: readonly string[] }
  'roster.unknown-format': { asked: string; known: readonly string[] }
  'roster.other-kind': { file: string; title: BothWords; kind: string; asked: string }
  'roster.unclear-kind': { file: string; headers: readonly string[] }
  'roster.bad-format': { file: string; problem: string }
  'roster.no-header-row': { file: string; row: number }
  'roster.open-scale': { file: string; most: number; high: readonly string[]; low: readonly string[] }
  'roster.bad-aspects': { asked: string; known: readonly string[] }
  'row.unknown-state': { heading: string; word: string; sum: string | null }
  'row.currency': { currency: string; ledger: string }
  'row.part-unknown': { word: string }
  'row.contradicts': { by: Named; given: string; mark: 'code' | 'phone' | 'name' }
  'row.disagrees': { amount: string; expected: string }
  'row.spreadsheet': { text: string }
  'row.uncalculated': { text: string }
  'row.sheet-error': { text: string }
  'row.too-old': { day: string }
  'row.fees': { heading: string; rows: number; sum: string }
  'row.transfer': { word: string }
  'row.claim-open': { word: string }
  'row.refund-stuck': { ref: string }
  'row.disputed': { ref: string }
  'row.refund-day': { ref: string; day: string }
  'row.refund-whole': { ref: string; amount: string }
  'row.refund-alone': { ref: string }
  'row.converted': { currency: string }
  'row.empty-state': { heading: string }
  'row.unread-state': { heading: string; word: string; column: 'status' | 'direction' }
  'row.unread-outcome': { heading: string; word: string; column: 'outcome' | 'call_type' }
  'row.unread-owed': { heading: string }
  'row.no-outcome': Record<string, never>
  'row.other-list': { headings: readonly string[]; line: number }
  'row.stranger': { text: string }
  'row.rewarded': { id: number; name: string }
  'row.reward-over': { id: number; name: string; code: string }
  'row.masked-phone': { text: string }
  'row.masked-name': { text: string }
  'row.name-is-number': { text: string }
  'row.alike-elsewhere': { day: string; amount: string; id: number }
  'row.known-amount': { ref: string; amount: string; stands: string; id: number }
  'row.total-agrees': { rows: number; sum: string }
  'row.total-differs': { stated: number; statedSum: string; rows: number; sum: string }
  'row.payer-namesake': { name: string; id: number }
  'row.all-walk-in': Record<string, never>
  'row.left-owing': { amount: string }
  'row.short-credit': { customers: number; sum: string; some: readonly { id: number; name: string }[] }
  'row.titled': { titled: { id: number; name: string }; bare: { id: number; name: string } }
  'row.one-name': { name: string; line: number; id: number }
  'row.unknown-customer': { asked: string }
  'row.remark': { en: string; zh: string }
  'row.scale': { headings: readonly string[]; scale: number }
  'row.missing': { column: string }
  'row.bad-yes': { text: string }
  'row.too-many-cells': { cells: number; headers: number }
  'row.twins': { lines: readonly number[]; names: readonly string[]; by: 'code' | 'phone' }
  'row.nothing': { rows: number; words: readonly string[] }
  'row.both-ways': { owes: string; credit: string; balance: string }
  'row.archived-owes': { balance: string }
  'row.other-way': { balance: string }
  'row.phone-in-use': { phone: string; by: Named }
  'row.several': { ids: readonly number[] }
  'row.matches': { id: number }
  'row.future': { day: string; today: string }
  /** `found` is taken of a cell of a name, `left` is not: `noted`, it went to the notes. */
  'row.name-parts': { text: string; name: string; found: readonly string[]; left: readonly string[]; noted: boolean }
  'row.shared-card': { text: string; code: string }
  'row.maybe-several': { name: string; people: readonly string[] }
  'row.several-people': { name: string; people: readonly string[] }
  'row.second-phone': { phones: readonly string[] }
  'row.phone-words': { text: string }
  'row.referrer': { text: string }
  'row.referrer-round': { text: string }
  'row.points-open': { id: number; asked: number; stands: number }
  'row.account-open': { id: number; asked: string; stands: string }
  'row.account-before': { id: number; opened: string; balance: string; unpaid: string }
  'row.account-holds': { id: number; opened: string; balance: string; unpaid: string }
  'row.other-amount': { ref: string; amount: string; stands: string; id: number }
  'row.other-part': { ref: string; line: number }
  'row.no-purchase': { ref: string; refund: boolean }
  'row.has-refunds': { ref: string; id: number }
  'row.return-too-much': { ref: string; left: string }
  'export.exists': { path: string; command: string; flag: string }
  'export.is-ledger': { path: string; flag: string }
  'whole.not-an-export': { file: string }
  'whole.newer': { file: string; program: string; found: number; known: number }
  'whole.too-long': { file: string; line: number; most: number }
  'whole.bad-setting': { file: string; key: 'currency' | 'region' | 'timezone'; value: string }
  'whole.not-empty': { customers: number; entries: number }
  'whole.bad-line': {
    file: string
    line: number
    table: string | null
    problem: 'json' | 'table' | 'order' | 'high' | 'missing' | 'unknown' | 'value' | 'reference' | 'rule'
    field: string | null
    value: string | null
    rule: string | null
  }
  'whole.cut-off': { file: string; table: string; rows: number; expected: number }

  // Values that cannot be read or do not fit.
  'money.unreadable': { text: string; currency: string }
  'money.too-precise': { text: string; currency: string; digits: number }
  'money.negative': { text: string }
  'money.ambiguous': { text: string; currency: string; thousands: string; decimals: string; exact: boolean }
  'money.too-large': { text: string; most: string }
  'money.zero': { text: string }
  'money.over-paid': { paid: string; amount: string }
  'money.mixed': { text: string }
  /** Where it was looked for: days gone by, or days to come. */
  'day.unreadable': { text: string; look: 'back' | 'ahead'; month?: readonly [first: string, last: string] }
  'day.year-last': { text: string }
  'day.impossible': { text: string }
  'day.future': { day: string; today: string }
  'day.past': { day: string; today: string }
  'day.reversed': { from: string; to: string }
  'day.next-first': { next: string; on: string }
  'day.snooze-past': { day: string; today: string }
  'day.due-first': { due: string; on: string }
  'day.mixed': { text: string }
  'phone.unreadable': { text: string; region: string }
  'phone.spreadsheet': { text: string }
  'birthday.unreadable': { text: string; forms?: readonly [lunar: string, solar: string] }
  'birthday.future': { text: string; today: string }
  'survey.unreadable': { text: string }
  'survey.too-high': { text: string; most: number }
  'survey.expected-nothing': { text: string }
  'policy.money-stands': { entries: number; customers: number; rules: number }

  // Who is meant, and what cannot be done with them.
  'customer.not-found': { asked: string; near: readonly Named[] }
  'customer.ambiguous': { asked: string; matches: readonly Match[] }
  'customer.unreadable': { asked: string }
  'customer.phone-taken': { phone: string; by: Named }
  'customer.code-taken': { code: string; by: Named }
  'customer.not-pinned': { id: number; name: string }
  'customer.walk-in': { command: string }
  'customer.archived': { id: number; name: string }
  'customer.complains': { who: Named; complaint: number }
  'customer.owes-still': { who: Named; amount: string }
  'customer.refers-self': { who: Named }
  'customer.refers-round': { who: Named; by: Named }
  'merge.same': { who: Named }
  'merge.kept': { kept: boolean }
  'merge.changed': { from: Named; into: Named }
  'forget.not-wiped': { path: string }
  'keeper.not-found': { asked: string; near: string | null; keepers: number }
  'keeper.same': { keeper: string }
  'person.taken': { name: string; who: Named }
  'person.not-found': { name: string; who: Named; known: readonly string[] }
  'group.not-found': { asked: string; near: string | null; groups: number }
  'group.taken': { name: string }
  'value.too-little-data': {
    asOf: string
    buyers: number
    buyersNeeded: number
    repeatBuyers: number
    repeatBuyersNeeded: number
  }

  // Purchases, payments, refunds.
  'entry.unreadable': { text: string }
  'entry.not-found': { asked: string }
  'entry.already-void': { id: number; kind: string }
  'entry.not-a-purchase': { id: number; kind: string }
  'entry.is-reward': { id: number }
  'entry.has-refunds': { id: number; refunds: readonly number[]; command: string }
  'entry.paid-does-not-fit': { id: number; paid: string; amount: string }
  'entry.same-amount': { id: number; amount: string }
  'entry.has-visits': { id: number; visits: readonly number[] }
  /** Nobody pays into an account out of it. */
  'payment.of-credit': { method: string; customer: string }
  'payment.on-account': { method: string }
  'payment.more-than-credit': { id: number; name: string; asked: string; credit: string; bonus: string }
  'payment.bonus-without-credit': { id: number; name: string; owed: string; amount: string }
  'payment.bonus-spent': { id: number; customerId: number; bonus: string; left: string }
  'payment.no-bonus': { id: number; name: string }
  'purchase.walk-in-unpaid': Record<string, never>
  'purchase.credit-short': { id: number; name: string; credit: string; amount: string; short: string }
  'purchase.over-limit': { id: number; name: string; limit: string; balance: string }
  'refund.before-purchase': { id: number; on: string; boughtOn: string }
  'refund.too-much': { id: number; asked: string; left: string }
  'refund.nothing-left': { id: number }
  'refund.nothing-covers': { id: number; name: string; asked: string | null }
  'payer.not-found': { asked: string; near: string | null; payers: number }
  'payer.several': { asked: string; keys: readonly string[] }
  'payer.linked': { key: string; by: Named }
  'payer.not-linked': { key: string }

  // Points, coupons, passes, rewards.
  'points.overdrawn': { customerId: number }
  'points.too-few': { id: number; name: string; points: number; asked: number }
  'points.too-many': { asked: number; most: number; amount: string }
  'points.worthless': Record<string, never>
  'points.walk-in': Record<string, never>
  'reward.spent': { customerId: number; spent: string }
  'coupon.not-found': { asked: string; near: string | null }
  'coupon.not-given': { code: string; id: number; name: string }
  'coupon.used-up': { code: string; name: string; uses: number }
  'coupon.over': { code: string; until: string }
  'coupon.too-little': { code: string; least: string; amount: string }
  'coupon.stands': { code: string }
  'coupon.no-worth': { code: string }
  'coupon.nobody': { code: string }
  'privilege.none': { tier: string }
  'pass.none': { id: number; name: string; on: string; passes: readonly number[] }
  'pass.not-found': { id: number; name: string; pass: number }
  'pass.not-open': {
    pass: number
    why: 'used-up' | 'refunded' | 'over' | 'not-sold'
    visits: number
    until: string | null
    soldOn: string
  }
  'pass.over-when-sold': { until: string; on: string }
  'pass.visit-is-free': { id: number; command: string }
  'pass.overdrawn': { id: number; visits: number; used: number }

  // Complaints, occasions, events, messages, wishes, contacts.
  'complaint.not-found': { asked: number }
  'complaint.not-theirs': { id: number; who: Named }
  'complaint.promise-first': { promised: string; on: string }
  'complaint.before-opened': { id: number; on: string; opened: string }
  'complaint.resolved': { id: number; on: string }
  'complaint.no-steps': { id: number }
  'occasion.not-found': { who: Named; text: string; several: boolean; known: readonly string[] }
  'event.taken': { name: string; on: string }
  'event.not-found': { asked: string; near: string | null; events: number }
  'event.to-come': { name: string; on: string }
  'message.unknown-template': { asked: string; near: string | null; known: readonly string[] }
  'message.unknown-field': { template: string; asked: string; known: readonly string[] }
  'message.personal': { template: string; field: string | null }
  'message.nobody-asked': { template: string; flag: string }
  'message.no-event': { template: string }
  'message.event-over': { name: string; on: string }
  /** `away`: days until it is on. */
  'message.festival-away': { template: string; on: string | null; days: number; away: number }
  'message.empty': { file: string }
  'want.not-found': { who: Named; text: string; waits: readonly string[] }
  'loss.never-bought': { id: number; name: string }
  'contact.not-found': { asked: string }
  'contact.no-amount': { id: number; command: string }
  'contact.already-void': { id: number }

  // Changes.
  'change.not-found': { asked: number }
  'change.undone': { change: number; by: number }
  'change.not-undoable': { change: number; command: string }
  'change.none-of-yours': { by: string; newest: ToldChange | null }
  'change.in-the-way': { change: number; command: string; by: readonly ToldChange[] }
  'change.keep-not-import': { change: number; command: string }
}

/** A customer as an error names one. */
export interface Named {
  readonly id: number
  readonly name: string
  /** What to type to mean them, where that may be more than the id: `id:12`. */
  readonly type?: string
}

/** A customer as an ambiguity lists one: enough to tell two of the same name apart. */
export interface Match extends Named {
  readonly code: string | null
  readonly phone: string | null
  readonly lastPurchaseOn: string | null
}

/**
 * A change as an error tells of one: when in the ledger's zone (`YYYY-MM-DD HH:MM`), by whom, and what, for the locale
 * to word.
 */
export interface ToldChange {
  readonly change: number
  readonly time: string
  readonly by: string
  readonly command: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly who: readonly string[]
  /** The group it is about, by its name. */
  readonly group: string | null
}

export type FaultCode = keyof Faults

/** The ledger says no: a code and its facts, worded by the terminal. */
export class LedgerError<Code extends FaultCode = FaultCode> extends Error {
  readonly code: Code
  readonly facts: Faults[Code]
  constructor(code: Code, facts: Faults[Code]) {
    super(code)
    this.code = code
    this.facts = facts
    this.name = 'LedgerError'
  }
}
