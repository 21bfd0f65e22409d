-- The day a customer was forgotten: what they brought still counts, and nothing else of them is there.
ALTER TABLE customer ADD COLUMN forgotten_on TEXT;
