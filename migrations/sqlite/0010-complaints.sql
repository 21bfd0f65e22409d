-- What a customer complained of or suggested, with the answers to the trade's nine questions, and how it was settled.
CREATE TABLE complaint (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  kind TEXT NOT NULL CHECK (kind IN ('complaint', 'suggestion')),
  what TEXT NOT NULL CHECK (what <> ''),
  opened_on TEXT NOT NULL,
  promised_on TEXT NOT NULL,
  severity TEXT,
  handler TEXT,
  purchase_id INTEGER REFERENCES entry (id),
  how TEXT,
  goods TEXT,
  why TEXT,
  served TEXT,
  cause TEXT,
  reasonable INTEGER CHECK (reasonable IN (0, 1)),
  wants TEXT,
  resolved_on TEXT,
  remedy TEXT,
  cost INTEGER CHECK (cost >= 0),
  refund_id INTEGER REFERENCES entry (id),
  coupon_id INTEGER REFERENCES coupon (id),
  points INTEGER CHECK (points > 0),
  note TEXT,
  by TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE INDEX complaint_of_customer ON complaint (customer_id);

-- A step taken with a complaint, 1 to 6; with it another day may have been promised.
CREATE TABLE complaint_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  complaint_id INTEGER NOT NULL REFERENCES complaint (id),
  step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 6),
  "on" TEXT NOT NULL,
  promised_on TEXT,
  note TEXT,
  by TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE INDEX complaint_step_of_complaint ON complaint_step (complaint_id);
