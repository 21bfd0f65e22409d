-- The purchases of as many entries as a block of `text_block` has, in columns: a report reads them all at once, where row by row it
-- would take as long as all else it does. A block that is not there is not known: its rows are read.
-- Each column has a number for every entry of the block, at its place, in the narrowest of 1, 2, 4 or 8 bytes that holds them all,
-- the lowest byte first. customers: 0 where the entry is no purchase, is void or nobody's. days: since 1970-01-01. costs: -1 where it
-- is not known; null where none is. items: its place in `texts`, a JSON list, from 1 on; 0 where nothing is named.
CREATE TABLE purchase_block (
  first_id INTEGER PRIMARY KEY,
  last_id INTEGER NOT NULL,
  customers BLOB NOT NULL,
  days BLOB NOT NULL,
  amounts BLOB NOT NULL,
  costs BLOB,
  items BLOB NOT NULL,
  texts TEXT NOT NULL
) STRICT;
