-- Filters of `list` kept under a name; filter is JSON: the audience.
CREATE TABLE saved_group (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  filter TEXT NOT NULL CHECK (json_valid(filter)),
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;

-- Why a customer left, as the owner sees it; the newest of a customer stands.
CREATE TABLE loss (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  "on" TEXT NOT NULL,
  why TEXT NOT NULL,
  note TEXT,
  by TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE INDEX loss_of_customer ON loss (customer_id, "on");
