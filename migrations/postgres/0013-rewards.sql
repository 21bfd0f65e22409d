-- A reward for the first purchase of somebody who was brought: credit names the purchase it was given for, and so does
-- a coupon, which holds as long as that purchase stands.
ALTER TABLE entry ADD COLUMN reward_of bigint REFERENCES entry (id) DEFERRABLE;
CREATE INDEX entry_reward ON entry (reward_of) WHERE reward_of IS NOT NULL;
ALTER TABLE coupon_given ADD COLUMN entry_id bigint REFERENCES entry (id) DEFERRABLE;
CREATE INDEX coupon_given_for ON coupon_given (entry_id) WHERE entry_id IS NOT NULL;
