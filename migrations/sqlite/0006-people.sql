-- Who decides, uses, pays and helps at a customer that is a firm.
CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  name TEXT NOT NULL CHECK (name <> ''),
  role TEXT,
  phone TEXT,
  birthday TEXT,
  style TEXT,
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE INDEX person_of_customer ON person (customer_id);

-- What share of what a customer needs they bought here, as it was noted day by day; the newest stands in the customer's row as well.
CREATE TABLE wallet_share (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  "on" TEXT NOT NULL,
  share REAL NOT NULL CHECK (share BETWEEN 0 AND 100),
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE INDEX wallet_share_of_customer ON wallet_share (customer_id, "on");
-- What was noted before: by the change that wrote it last, else the one that entered the customer.
INSERT INTO wallet_share (customer_id, "on", share, change_id)
SELECT c.id, n.day, c.wallet_share, n.id FROM customer c JOIN change n ON n.id = coalesce((
  SELECT max(r.change_id) FROM change_row r
  WHERE r.table_name = 'customer' AND r.row_id = c.id AND json_extract(r.before, '$.wallet_share') IS NOT c.wallet_share), c.change_id)
WHERE c.wallet_share IS NOT NULL;

-- Contacts of a campaign are few beside the others.
CREATE INDEX contact_of_campaign ON contact (campaign, customer_id, "on") WHERE campaign IS NOT NULL;
