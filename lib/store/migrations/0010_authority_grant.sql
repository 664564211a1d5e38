-- The authorities that a certificate speaks for, from the grant to its
-- withdrawal; the journal keeps those that were withdrawn.

CREATE TABLE authority_grant (
  grant_id TEXT NOT NULL PRIMARY KEY,
  certificate TEXT NOT NULL,
  authority TEXT NOT NULL,
  level SMALLINT NOT NULL,
  authority_region TEXT NOT NULL,
  granted_by TEXT NOT NULL,
  granted_at TEXT NOT NULL,
  leaf_index BIGINT NOT NULL
);

CREATE UNIQUE INDEX authority_grant_by_leaf ON authority_grant (leaf_index);
CREATE UNIQUE INDEX authority_grant_by_certificate ON authority_grant (certificate, leaf_index);
