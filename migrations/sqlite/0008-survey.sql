-- How satisfied a customer was with one thing, on a scale of five; without an aspect, with the shop as a whole.
CREATE TABLE survey (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  "on" TEXT NOT NULL,
  aspect TEXT CHECK (aspect <> ''),
  expected REAL NOT NULL CHECK (expected > 0 AND expected <= 5),
  perceived REAL NOT NULL CHECK (perceived >= 0 AND perceived <= 5),
  comment TEXT,
  by TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE INDEX survey_of_customer ON survey (customer_id, "on");
