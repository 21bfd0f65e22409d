-- What a customer waits for. arrived_on: the day it came in; ended_on: the day they waited no longer.
CREATE TABLE want (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  "on" TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  until TEXT,
  arrived_on TEXT,
  ended_on TEXT,
  by TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE INDEX want_of_customer ON want (customer_id);

-- How closely the shop keeps in touch with one customer, where it is another than for the tier.
ALTER TABLE customer ADD COLUMN relation TEXT;

-- Staff have accounts and are in no figure of customers: every one of those leaves them out.
CREATE INDEX customer_staff ON customer (id) WHERE kind = 'staff';
