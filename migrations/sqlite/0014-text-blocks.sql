-- The texts that `find` looks through, of so many rows of a large table at a time: a block without the word is not read row by row.
-- text: in small letters; null where what it was no longer holds. Of the table `change` there is one row without a text: the blocks tell
-- of what stood after its last change, and rows altered later are read themselves.
CREATE TABLE text_block (
  table_name TEXT NOT NULL,
  first_id INTEGER NOT NULL,
  last_id INTEGER NOT NULL,
  text TEXT,
  PRIMARY KEY (table_name, first_id)
) STRICT;
