-- Money is whole cents, time is milliseconds since 1970.

CREATE TABLE product (
  id          TEXT PRIMARY KEY,
  position    INTEGER NOT NULL,                        -- its place in the list
  name        TEXT NOT NULL,
  summary     TEXT NOT NULL,
  description TEXT NOT NULL,
  details     TEXT NOT NULL CHECK (json_valid(details)), -- a list of sentences, maybe none
  drawing     TEXT NOT NULL,                           -- what the picture shows, for those who cannot see it
  cents       INTEGER NOT NULL CHECK (cents >= 0),
  stock       INTEGER NOT NULL CHECK (stock >= 0)
) STRICT;

CREATE TABLE cart_line (
  session  TEXT NOT NULL,
  product  TEXT NOT NULL REFERENCES product (id),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  rev      INTEGER NOT NULL DEFAULT 1,                 -- counts its changes: the stepper's `rev`
  page     TEXT NOT NULL DEFAULT '',                   -- which open page changed it last
  added_at INTEGER NOT NULL,
  PRIMARY KEY (session, product)
) STRICT;

-- Every "Add to cart" that was answered. The key makes the same one, sent twice, count once.
CREATE TABLE addition (
  session  TEXT NOT NULL,
  key      TEXT NOT NULL,
  product  TEXT NOT NULL REFERENCES product (id),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  added_at INTEGER NOT NULL,
  PRIMARY KEY (session, key)
) STRICT;

CREATE TABLE favourite (
  session  TEXT NOT NULL,
  product  TEXT NOT NULL REFERENCES product (id),
  liked_at INTEGER NOT NULL,
  PRIMARY KEY (session, product)
) STRICT;

CREATE TABLE purchase (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,         -- the order's number, never used twice
  session   TEXT NOT NULL,
  key       TEXT NOT NULL,
  name      TEXT NOT NULL,
  email     TEXT NOT NULL,
  street    TEXT NOT NULL,
  postcode  TEXT NOT NULL,
  city      TEXT NOT NULL,
  placed_at INTEGER NOT NULL,
  UNIQUE (session, key)
) STRICT;

-- Name and price as they were on the day.
CREATE TABLE purchase_line (
  purchase INTEGER NOT NULL REFERENCES purchase (id),
  product  TEXT NOT NULL REFERENCES product (id),
  name     TEXT NOT NULL,
  cents    INTEGER NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (purchase, product)
) STRICT;
