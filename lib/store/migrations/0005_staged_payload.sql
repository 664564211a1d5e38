-- Payloads too large for one transaction: their chunks are written before the
-- event, a few at a time, under a random stage; the event then takes the stage
-- by naming it. What no event took is swept at the next start.

CREATE TABLE staged_chunk (
  stage_id TEXT NOT NULL,
  chunk BIGINT NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (stage_id, chunk)
);

CREATE TABLE staged_payload (
  leaf_index BIGINT NOT NULL,
  name TEXT NOT NULL,
  stage_id TEXT NOT NULL UNIQUE,
  PRIMARY KEY (leaf_index, name)
);
