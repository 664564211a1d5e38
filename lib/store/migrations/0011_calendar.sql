-- The legal days that have begun after the journal's first, each with the leaf
-- that says so, and the clocks that a person accepted against the journal's.

CREATE TABLE turned_day (
  day TEXT NOT NULL PRIMARY KEY,
  leaf_index BIGINT NOT NULL
);

CREATE TABLE accepted_clock (
  leaf_index BIGINT NOT NULL PRIMARY KEY,
  clock TEXT NOT NULL,
  reason TEXT NOT NULL,
  actor TEXT NOT NULL
);
