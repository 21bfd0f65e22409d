-- Whose numbers a ref is: the service whose file it came from. By what another service knows the same sale. By what the service knows who
-- paid, and whether they are the customer only because the owner, or the file, linked that name to one. The time of day, where a file has it.
ALTER TABLE entry ADD COLUMN source TEXT;
ALTER TABLE entry ADD COLUMN pay_ref TEXT;
ALTER TABLE entry ADD COLUMN payer TEXT;
ALTER TABLE entry ADD COLUMN payer_linked INTEGER NOT NULL DEFAULT 0 CHECK (payer_linked = 0 OR payer_linked = 1);
ALTER TABLE entry ADD COLUMN time TEXT;
CREATE INDEX entry_by_payer ON entry (payer) WHERE payer IS NOT NULL;
CREATE INDEX entry_by_pay_ref ON entry (pay_ref) WHERE pay_ref IS NOT NULL;

-- By what pay services and shop systems know customers: wechat:…, openid:…, square:…
CREATE TABLE payer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE INDEX payer_of_customer ON payer (customer_id);

-- Names in Chinese characters compare without blanks and dots.
UPDATE customer SET name_key = replace(replace(replace(name_key, ' ', ''), '·', ''), '・', '') WHERE name_key GLOB '*[一-鿿]*';
