-- Empty on a server, where every till may read every table but the notes and addresses of customers; `find` asks both engines alike.
CREATE TABLE text_block (
  table_name text COLLATE "C" NOT NULL,
  first_id bigint NOT NULL,
  last_id bigint NOT NULL,
  text text COLLATE "C",
  PRIMARY KEY (table_name, first_id)
);
