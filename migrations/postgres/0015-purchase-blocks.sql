-- Empty on a server, as `text_block` is; a report asks both engines alike whether there are any.
CREATE TABLE purchase_block (
  first_id bigint PRIMARY KEY,
  last_id bigint NOT NULL,
  customers bytea NOT NULL,
  days bytea NOT NULL,
  amounts bytea NOT NULL,
  costs bytea,
  items bytea NOT NULL,
  texts text COLLATE "C" NOT NULL
);
