-- `rev` counted a line's changes, and began again at 1 with a line that had been taken out and put back: two states had the
-- same one. Now it is a text that is never used again, new with every change.
ALTER TABLE cart_line DROP COLUMN rev;
ALTER TABLE cart_line ADD COLUMN rev TEXT NOT NULL DEFAULT '';

-- A cart is forgotten a year after its last change. `added_at` stays what its lines are sorted by.
ALTER TABLE cart_line ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;

UPDATE cart_line SET rev = lower(hex(randomblob(16))), changed_at = added_at;
