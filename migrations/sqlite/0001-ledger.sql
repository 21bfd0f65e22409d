-- What the ledger is: a uuid of its own, name, currency, region, time zone, language, last backup.
CREATE TABLE ledger (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What each command did. facts is JSON of ids, days and numbers, never of names or phones.
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  day TEXT NOT NULL,
  by TEXT NOT NULL,
  command TEXT NOT NULL,
  facts TEXT NOT NULL DEFAULT '{}',
  undoable INTEGER NOT NULL DEFAULT 1 CHECK (undoable IN (0, 1)),
  undone_by INTEGER REFERENCES change (id)
) STRICT;

-- The rows a change inserted: ids only grow and one writer holds the lock, so they are one span a table.
CREATE TABLE change_span (
  change_id INTEGER NOT NULL REFERENCES change (id),
  table_name TEXT NOT NULL,
  first_id INTEGER NOT NULL,
  last_id INTEGER NOT NULL,
  PRIMARY KEY (change_id, table_name)
) STRICT, WITHOUT ROWID;

-- The rows a change updated or deleted, as they were before.
CREATE TABLE change_row (
  id INTEGER PRIMARY KEY,
  change_id INTEGER NOT NULL REFERENCES change (id),
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  customer_id INTEGER,
  before TEXT NOT NULL
) STRICT;
CREATE INDEX change_row_of_change ON change_row (change_id);
CREATE INDEX change_row_of_row ON change_row (table_name, row_id);
CREATE INDEX change_row_of_customer ON change_row (customer_id) WHERE customer_id IS NOT NULL;

CREATE TABLE policy (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;

CREATE TABLE customer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL,
  pinyin TEXT NOT NULL DEFAULT '',
  initials TEXT NOT NULL DEFAULT '',
  called TEXT,
  code TEXT,
  code_key TEXT,
  kind TEXT NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'firm', 'reseller', 'staff')),
  phone TEXT,
  email TEXT,
  wechat TEXT,
  company TEXT,
  address TEXT,
  birthday TEXT,
  joined_on TEXT,
  entered_on TEXT NOT NULL,
  source TEXT,
  referred_by INTEGER REFERENCES customer (id),
  notes TEXT,
  channel TEXT,
  hours TEXT,
  do_not_contact INTEGER NOT NULL DEFAULT 0 CHECK (do_not_contact IN (0, 1)),
  style TEXT CHECK (style IN ('analytical', 'driver', 'expressive', 'amiable')),
  potential INTEGER CHECK (potential BETWEEN 1 AND 5),
  wallet_share REAL CHECK (wallet_share BETWEEN 0 AND 100),
  keeper TEXT,
  credit_limit INTEGER CHECK (credit_limit >= 0),
  opening_visits INTEGER CHECK (opening_visits >= 0),
  opening_spent INTEGER CHECK (opening_spent >= 0),
  opening_last_on TEXT,
  snoozed_until TEXT,
  pinned_tier TEXT CHECK (pinned_tier IN ('A', 'B', 'C', 'D')),
  pin_reason TEXT,
  pinned_on TEXT,
  pinned_until TEXT,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE UNIQUE INDEX customer_by_code ON customer (code_key) WHERE code_key IS NOT NULL;
CREATE INDEX customer_by_phone ON customer (phone) WHERE phone IS NOT NULL;
CREATE INDEX customer_by_name ON customer (name_key);
CREATE INDEX customer_by_referrer ON customer (referred_by) WHERE referred_by IS NOT NULL;

-- Ids and codes of merged customers, which still lead to the one kept.
CREATE TABLE alias (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  former_id INTEGER,
  code_key TEXT,
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE INDEX alias_of_customer ON alias (customer_id);
CREATE UNIQUE INDEX alias_by_id ON alias (former_id) WHERE former_id IS NOT NULL;
CREATE UNIQUE INDEX alias_by_code ON alias (code_key) WHERE code_key IS NOT NULL;

CREATE TABLE tag (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  tag TEXT NOT NULL CHECK (tag <> ''),
  change_id INTEGER NOT NULL REFERENCES change (id),
  UNIQUE (customer_id, tag)
) STRICT;

-- The owner's own keys: hobby, family, taste …
CREATE TABLE fact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  key TEXT NOT NULL CHECK (key <> ''),
  value TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES change (id),
  UNIQUE (customer_id, key)
) STRICT;

CREATE TABLE consent (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  channel TEXT NOT NULL,
  given INTEGER NOT NULL CHECK (given IN (0, 1)),
  change_id INTEGER NOT NULL REFERENCES change (id),
  UNIQUE (customer_id, channel)
) STRICT;

-- The money entries, one number series. Amounts are whole minor units of the ledger's currency.
-- owed is what the entry adds to the customer's balance (positive: they owe more); a balance is its sum.
CREATE TABLE entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('purchase', 'refund', 'payment', 'opening')),
  customer_id INTEGER REFERENCES customer (id),
  "on" TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  owed INTEGER NOT NULL DEFAULT 0,
  cost INTEGER CHECK (cost >= 0),
  discount INTEGER CHECK (discount >= 0),
  item TEXT,
  ref TEXT,
  method TEXT,
  paid INTEGER CHECK (paid BETWEEN 0 AND amount),
  due_on TEXT,
  refund_of INTEGER REFERENCES entry (id),
  reason TEXT,
  fault TEXT,
  outgoing INTEGER NOT NULL DEFAULT 0 CHECK (outgoing IN (0, 1)),
  note TEXT,
  by TEXT NOT NULL,
  void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
  void_reason TEXT,
  change_id INTEGER NOT NULL REFERENCES change (id),
  CHECK (customer_id IS NOT NULL OR owed = 0),
  CHECK (refund_of IS NULL OR kind = 'refund')
) STRICT;
-- The index every figure is read from: a customer's entries in order of day, with what they brought.
CREATE INDEX entry_of_customer ON entry (customer_id, "on", kind, void, amount, cost);
-- Refunds, payments and openings: few rows beside the purchases.
CREATE INDEX entry_beside ON entry (kind, customer_id, "on") WHERE kind <> 'purchase';
CREATE INDEX entry_owed ON entry (customer_id, "on", owed) WHERE owed <> 0 AND void = 0;
CREATE INDEX entry_refund ON entry (refund_of) WHERE refund_of IS NOT NULL;
CREATE INDEX entry_by_ref ON entry (ref, customer_id) WHERE ref IS NOT NULL;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  "on" TEXT NOT NULL,
  direction TEXT NOT NULL DEFAULT 'out' CHECK (direction IN ('in', 'out')),
  channel TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('reached', 'sent', 'no-answer', 'wants-reply', 'interested', 'declined')),
  about TEXT,
  note TEXT,
  next_on TEXT,
  campaign TEXT,
  gift TEXT,
  by TEXT NOT NULL,
  void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
  void_reason TEXT,
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE INDEX contact_of_customer ON contact (customer_id, "on");

-- One run of classify, and the tiers it moved. A customer's tier on a day is their newest row up to it.
CREATE TABLE classification (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "on" TEXT NOT NULL,
  method TEXT NOT NULL,
  turnover REAL,
  profit INTEGER,
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;

CREATE TABLE tier (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  "on" TEXT NOT NULL,
  tier TEXT NOT NULL CHECK (tier IN ('A', 'B', 'C', 'D')),
  reason TEXT NOT NULL,
  facts TEXT,
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE INDEX tier_of_customer ON tier (customer_id, "on", tier, reason);
