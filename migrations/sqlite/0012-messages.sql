-- A day the owner noted for a customer: the end of a contract, a wedding. day: `2027-03-01`, or of every year `lunar:08-15`.
CREATE TABLE occasion (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  "on" TEXT NOT NULL,
  day TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  every TEXT CHECK (every = 'year' OR every = 'quarter'),
  ahead INTEGER CHECK (ahead BETWEEN 0 AND 366),
  by TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE INDEX occasion_of_customer ON occasion (customer_id);

-- Something customers are invited to and come to.
CREATE TABLE event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  "on" TEXT NOT NULL,
  note TEXT,
  by TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;

-- An invitation to an event, or coming to it, is a contact.
ALTER TABLE contact ADD COLUMN event_id INTEGER REFERENCES event (id);
CREATE INDEX contact_of_event ON contact (event_id, customer_id, "on") WHERE event_id IS NOT NULL;

-- Whom a campaign left out on purpose, so that its effect can be told.
CREATE TABLE held_out (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  campaign TEXT NOT NULL CHECK (campaign <> ''),
  "on" TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE INDEX held_out_of_campaign ON held_out (campaign, customer_id);
CREATE INDEX held_out_of_customer ON held_out (customer_id);
