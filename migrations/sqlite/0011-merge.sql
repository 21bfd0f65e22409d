-- The day a customer was forgotten: what they brought still counts, and nothing else of them is there.
ALTER TABLE customer ADD COLUMN forgotten_on TEXT;

-- By what else a file may name a merged customer: the roster that had them twice will come again.
ALTER TABLE alias ADD COLUMN phone TEXT;
ALTER TABLE alias ADD COLUMN name_key TEXT;
CREATE INDEX alias_by_phone ON alias (phone) WHERE phone IS NOT NULL;
CREATE INDEX alias_by_name ON alias (name_key) WHERE name_key IS NOT NULL;
