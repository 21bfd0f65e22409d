-- What a purchase earns, as the rules stood: points for a whole unit of money in ten-thousandths, from which amount on;
-- and how many points paid a part of it.
ALTER TABLE entry ADD COLUMN earn_rate INTEGER CHECK (earn_rate > 0);
ALTER TABLE entry ADD COLUMN earn_from INTEGER CHECK (earn_from > 0);
ALTER TABLE entry ADD COLUMN redeemed INTEGER CHECK (redeemed > 0);
-- The account of points: what was added and taken, never changed. A row that takes from one lot alone names it.
CREATE TABLE point_entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  "on" TEXT NOT NULL,
  points INTEGER NOT NULL CHECK (points <> 0),
  why TEXT NOT NULL,
  entry_id INTEGER REFERENCES entry (id),
  lot_id INTEGER REFERENCES point_entry (id),
  note TEXT,
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE INDEX point_entry_customer ON point_entry (customer_id);
CREATE INDEX point_entry_entry ON point_entry (entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX point_entry_lot ON point_entry (lot_id) WHERE lot_id IS NOT NULL;
-- A coupon: so much off, or so many percent (hundredths); from which amount on; until which day; how often each may use it.
CREATE TABLE coupon (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL,
  code_key TEXT NOT NULL,
  worth INTEGER CHECK (worth > 0),
  percent INTEGER CHECK (percent BETWEEN 1 AND 100),
  least INTEGER CHECK (least > 0),
  until TEXT,
  uses INTEGER NOT NULL DEFAULT 1 CHECK (uses >= 0),
  change_id INTEGER NOT NULL REFERENCES change (id),
  CHECK ((worth IS NULL) <> (percent IS NULL))
) STRICT;
CREATE UNIQUE INDEX coupon_code ON coupon (code_key);
CREATE TABLE coupon_given (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  coupon_id INTEGER NOT NULL REFERENCES coupon (id),
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  "on" TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE INDEX coupon_given_customer ON coupon_given (customer_id);
CREATE INDEX coupon_given_coupon ON coupon_given (coupon_id);
CREATE TABLE coupon_use (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  coupon_id INTEGER NOT NULL REFERENCES coupon (id),
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  "on" TEXT NOT NULL,
  entry_id INTEGER REFERENCES entry (id),
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE INDEX coupon_use_customer ON coupon_use (customer_id);
CREATE INDEX coupon_use_coupon ON coupon_use (coupon_id);
CREATE INDEX coupon_use_entry ON coupon_use (entry_id) WHERE entry_id IS NOT NULL;
