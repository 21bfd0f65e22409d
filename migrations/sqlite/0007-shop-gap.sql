-- The shop's gap on the day of the run, where enough customers have a gap of their own: without it whoever looks up one customer reads
-- every purchase there is.
ALTER TABLE classification ADD COLUMN shop_gap REAL;
