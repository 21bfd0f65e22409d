import type { Generated } from 'kysely'

/**
 * The schema of `migrations/`, by hand: a test holds each column against the file. Money is minor units, days are text,
 * flags 0/1.
 */
export interface Tables {
  ledger: { key: string; value: string }
  change: ChangeTable
  change_span: { change_id: number; table_name: string; first_id: number; last_id: number }
  change_row: {
    id: Generated<number>
    change_id: number
    table_name: string
    row_id: number
    customer_id: number | null
    before: string
  }
  text_block: { table_name: string; first_id: number; last_id: number; text: string | null }
  purchase_block: {
    first_id: Generated<number>
    last_id: number
    customers: Uint8Array
    days: Uint8Array
    amounts: Uint8Array
    costs: Uint8Array | null
    items: Uint8Array
    texts: string
  }
  policy: { id: Generated<number>; key: string; value: string; change_id: number }
  customer: CustomerTable
  alias: {
    id: Generated<number>
    customer_id: number
    former_id: number | null
    code_key: string | null
    change_id: number
    phone: string | null
    name_key: string | null
  }
  tag: { id: Generated<number>; customer_id: number; tag: string; change_id: number }
  fact: { id: Generated<number>; customer_id: number; key: string; value: string; change_id: number }
  consent: { id: Generated<number>; customer_id: number; channel: string; given: number; change_id: number }
  entry: EntryTable
  contact: ContactTable
  classification: ClassificationTable
  tier: {
    id: Generated<number>
    customer_id: number
    on: string
    tier: string
    reason: string
    facts: string | null
    change_id: number
  }
  point_entry: {
    id: Generated<number>
    customer_id: number
    on: string
    points: number
    why: string
    entry_id: number | null
    lot_id: number | null
    note: string | null
    change_id: number
  }
  coupon: {
    id: Generated<number>
    code: string
    code_key: string
    worth: number | null
    percent: number | null
    least: number | null
    until: string | null
    uses: Generated<number>
    change_id: number
  }
  coupon_given: {
    id: Generated<number>
    coupon_id: number
    customer_id: number
    on: string
    entry_id: number | null
    change_id: number
  }
  coupon_use: {
    id: Generated<number>
    coupon_id: number
    customer_id: number
    on: string
    entry_id: number | null
    change_id: number
  }
  saved_group: { id: Generated<number>; name: string; filter: string; change_id: number }
  person: {
    id: Generated<number>
    customer_id: number
    name: string
    role: string | null
    phone: string | null
    birthday: string | null
    style: string | null
    change_id: number
  }
  wallet_share: { id: Generated<number>; customer_id: number; on: string; share: number; change_id: number }
  want: WantTable
  payer: { id: Generated<number>; key: string; customer_id: number; change_id: number }
  loss: {
    id: Generated<number>
    customer_id: number
    on: string
    why: string
    note: string | null
    by: string
    change_id: number
  }
  survey: SurveyTable
  complaint: ComplaintTable
  complaint_step: {
    id: Generated<number>
    complaint_id: number
    step: number
    on: string
    promised_on: string | null
    note: string | null
    by: string
    change_id: number
  }
  occasion: OccasionTable
  event: { id: Generated<number>; name: string; on: string; note: string | null; by: string; change_id: number }
  held_out: { id: Generated<number>; customer_id: number; campaign: string; on: string; change_id: number }
}

export interface ClassificationTable {
  id: Generated<number>
  on: string
  method: string
  turnover: number | null
  profit: number | null
  shop_gap: number | null
  change_id: number
}

export interface ChangeTable {
  id: Generated<number>
  at: string
  day: string
  by: string
  command: string
  facts: Generated<string>
  undoable: Generated<number>
  undone_by: number | null
}

export interface CustomerTable {
  id: Generated<number>
  name: string
  name_key: string
  pinyin: Generated<string>
  initials: Generated<string>
  called: string | null
  code: string | null
  code_key: string | null
  kind: Generated<string>
  phone: string | null
  email: string | null
  wechat: string | null
  company: string | null
  address: string | null
  birthday: string | null
  joined_on: string | null
  entered_on: string
  source: string | null
  referred_by: number | null
  notes: string | null
  channel: string | null
  hours: string | null
  do_not_contact: Generated<number>
  style: string | null
  potential: number | null
  wallet_share: number | null
  keeper: string | null
  credit_limit: number | null
  opening_visits: number | null
  opening_spent: number | null
  opening_last_on: string | null
  snoozed_until: string | null
  pinned_tier: string | null
  pin_reason: string | null
  pinned_on: string | null
  pinned_until: string | null
  archived: Generated<number>
  change_id: number
  relation: string | null
  forgotten_on: string | null
}

export interface EntryTable {
  id: Generated<number>
  kind: 'purchase' | 'refund' | 'payment' | 'opening'
  customer_id: number | null
  on: string
  amount: number
  owed: Generated<number>
  cost: number | null
  discount: number | null
  item: string | null
  ref: string | null
  method: string | null
  paid: number | null
  due_on: string | null
  refund_of: number | null
  reason: string | null
  fault: string | null
  outgoing: Generated<number>
  bonus: number | null
  bonus_first: Generated<number>
  pass_visits: number | null
  pass_until: string | null
  pass_of: number | null
  note: string | null
  by: string
  void: Generated<number>
  void_reason: string | null
  change_id: number
  source: string | null
  pay_ref: string | null
  payer: string | null
  payer_linked: Generated<number>
  time: string | null
  earn_rate: number | null
  earn_from: number | null
  redeemed: number | null
  reward_of: number | null
}

export interface SurveyTable {
  id: Generated<number>
  customer_id: number
  on: string
  aspect: string | null
  expected: number
  perceived: number
  comment: string | null
  by: string
  change_id: number
}

export interface ComplaintTable {
  id: Generated<number>
  customer_id: number
  kind: 'complaint' | 'suggestion'
  what: string
  opened_on: string
  promised_on: string
  severity: string | null
  handler: string | null
  purchase_id: number | null
  how: string | null
  goods: string | null
  why: string | null
  served: string | null
  cause: string | null
  reasonable: number | null
  wants: string | null
  resolved_on: string | null
  remedy: string | null
  cost: number | null
  refund_id: number | null
  coupon_id: number | null
  points: number | null
  note: string | null
  by: string
  change_id: number
}

export interface ContactTable {
  id: Generated<number>
  customer_id: number
  on: string
  direction: Generated<string>
  channel: string
  outcome: string
  about: string | null
  note: string | null
  next_on: string | null
  campaign: string | null
  gift: string | null
  by: string
  void: Generated<number>
  void_reason: string | null
  change_id: number
  event_id: number | null
}

export interface OccasionTable {
  id: Generated<number>
  customer_id: number
  on: string
  day: string
  text: string
  every: string | null
  ahead: number | null
  by: string
  change_id: number
}

export interface WantTable {
  id: Generated<number>
  customer_id: number
  on: string
  text: string
  until: string | null
  arrived_on: string | null
  ended_on: string | null
  by: string
  change_id: number
}
