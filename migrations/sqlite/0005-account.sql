-- What the shop adds to a top-up; of credit handed back, how much of it ended.
ALTER TABLE entry ADD COLUMN bonus INTEGER CHECK (bonus >= 0);
-- Whether its unpaid part takes the bonus of the credit before the paid money: the rule as it stood then.
ALTER TABLE entry ADD COLUMN bonus_first INTEGER NOT NULL DEFAULT 0 CHECK (bonus_first IN (0, 1));
-- The sale of a pass: so many visits, the last day they hold; a visit of it names the sale.
ALTER TABLE entry ADD COLUMN pass_visits INTEGER CHECK (pass_visits > 0);
ALTER TABLE entry ADD COLUMN pass_until TEXT;
ALTER TABLE entry ADD COLUMN pass_of INTEGER REFERENCES entry (id);
CREATE INDEX entry_with_bonus ON entry (customer_id) WHERE bonus IS NOT NULL;
CREATE INDEX entry_pass ON entry (customer_id) WHERE pass_visits IS NOT NULL;
CREATE INDEX entry_visit ON entry (pass_of) WHERE pass_of IS NOT NULL;
