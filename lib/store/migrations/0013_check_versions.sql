-- A recorded check is corrected or voided by two persons; every version that
-- no longer stands is kept.

ALTER TABLE check_record ADD COLUMN explanation TEXT NOT NULL DEFAULT '';
ALTER TABLE list_change ADD COLUMN change_id TEXT NOT NULL DEFAULT '';

CREATE TABLE check_change (
  change_id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('CORRECTION', 'VOID')),
  usci TEXT NOT NULL,
  check_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  basis TEXT NOT NULL,
  replacement TEXT NOT NULL,
  requested_by TEXT NOT NULL,
  requested_at TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('WAITING', 'APPROVED', 'OBSOLETE')),
  leaf_index BIGINT NOT NULL,
  decided_leaf_index BIGINT NOT NULL
);

CREATE UNIQUE INDEX check_change_by_leaf ON check_change (leaf_index, change_id);
CREATE UNIQUE INDEX check_change_waiting ON check_change (usci, check_id) WHERE state = 'WAITING';

CREATE TABLE check_version (
  usci TEXT NOT NULL,
  check_id TEXT NOT NULL,
  until_leaf_index BIGINT NOT NULL,
  from_leaf_index BIGINT NOT NULL,
  change_id TEXT NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (usci, check_id, until_leaf_index)
);
