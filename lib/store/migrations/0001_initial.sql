-- The journal: the truth. Every other table follows from it by replay.

CREATE TABLE journal (
  leaf_index BIGINT NOT NULL PRIMARY KEY,
  leaf TEXT NOT NULL
);

-- Hashes of complete subtrees, so that a proof reads O(log n) rows.
CREATE TABLE journal_node (
  level SMALLINT NOT NULL,
  node_index BIGINT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (level, node_index)
);

-- Payloads that the leaf holds only a salted hash of: secrets, personal data,
-- selections before they are opened, answers to repeated requests. Sealed under
-- a key that is not in the database, in chunks.
CREATE TABLE sealed_payload (
  leaf_index BIGINT NOT NULL,
  name TEXT NOT NULL,
  chunk BIGINT NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (leaf_index, name, chunk)
);

-- Answered requests, per caller.
CREATE TABLE request (
  actor TEXT NOT NULL,
  request_id TEXT NOT NULL,
  request_digest TEXT NOT NULL,
  leaf_index BIGINT NOT NULL,
  PRIMARY KEY (actor, request_id)
);

-- Registers.

CREATE TABLE enterprise (
  usci TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  normal_name TEXT NOT NULL,
  registered_on TEXT NOT NULL,
  kind TEXT NOT NULL,
  scope TEXT NOT NULL,
  province TEXT NOT NULL,
  city TEXT NOT NULL,
  address TEXT NOT NULL,
  state TEXT NOT NULL,
  deregistered SMALLINT NOT NULL CHECK (deregistered IN (0, 1)),
  leaf_index BIGINT NOT NULL
);

CREATE TABLE product_line (
  usci TEXT NOT NULL,
  line_id TEXT NOT NULL,
  product_name TEXT NOT NULL,
  category TEXT NOT NULL,
  standard TEXT NOT NULL,
  trademark TEXT NOT NULL,
  model TEXT NOT NULL,
  gtin TEXT NOT NULL,
  normal_name TEXT NOT NULL,
  normal_standard TEXT NOT NULL,
  normal_trademark TEXT NOT NULL,
  normal_model TEXT NOT NULL,
  leaf_index BIGINT NOT NULL,
  PRIMARY KEY (usci, line_id),
  FOREIGN KEY (usci) REFERENCES enterprise (usci)
);

CREATE TABLE lab (
  lab_id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  normal_name TEXT NOT NULL,
  accreditation TEXT NOT NULL,
  categories TEXT NOT NULL,
  capacity BIGINT NOT NULL,
  conflicts TEXT NOT NULL,
  state TEXT NOT NULL,
  active SMALLINT NOT NULL CHECK (active IN (0, 1)),
  leaf_index BIGINT NOT NULL
);

-- A person's row is sealed: badge_tag is a keyed hash of the badge number.
CREATE TABLE inspector (
  badge_tag TEXT NOT NULL PRIMARY KEY,
  sealed BLOB NOT NULL,
  active SMALLINT NOT NULL CHECK (active IN (0, 1)),
  leaf_index BIGINT NOT NULL
);

-- Rules as data, as loaded: the text of each rule book file.

CREATE TABLE rule_file (
  file TEXT NOT NULL PRIMARY KEY,
  digest TEXT NOT NULL,
  content TEXT NOT NULL,
  leaf_index BIGINT NOT NULL
);

-- Results.

-- One check of one product by any body. `items` is a JSON array.
CREATE TABLE check_record (
  usci TEXT NOT NULL,
  check_id TEXT NOT NULL,
  line_id TEXT NOT NULL,
  product_name TEXT NOT NULL,
  standard TEXT NOT NULL,
  trademark TEXT NOT NULL,
  model TEXT NOT NULL,
  normal_name TEXT NOT NULL,
  normal_standard TEXT NOT NULL,
  normal_trademark TEXT NOT NULL,
  normal_model TEXT NOT NULL,
  authority TEXT NOT NULL,
  level SMALLINT NOT NULL,
  authority_region TEXT NOT NULL,
  sampled TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('PASS', 'FAIL', 'PENDING')),
  severity TEXT NOT NULL CHECK (severity IN ('', 'GENERAL', 'SERIOUS')),
  report_no TEXT NOT NULL,
  lab_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('ROUTINE', 'FOLLOW_UP', 'EMERGENCY')),
  items TEXT NOT NULL,
  leaf_index BIGINT NOT NULL,
  PRIMARY KEY (usci, check_id)
);

-- One report number once a laboratory, whoever the enterprise.
CREATE TABLE report_number (
  check_id TEXT NOT NULL PRIMARY KEY,
  usci TEXT NOT NULL
);

CREATE TABLE list_entry (
  entry_id TEXT NOT NULL PRIMARY KEY,
  usci TEXT NOT NULL,
  list TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('PROPOSED', 'LISTED', 'DISMISSED', 'REMOVED', 'REVOKED')),
  rule TEXT NOT NULL,
  reason_zh TEXT NOT NULL,
  reason_en TEXT NOT NULL,
  checks TEXT NOT NULL,
  proposed_on TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  decision_reason TEXT NOT NULL,
  leaf_index BIGINT NOT NULL
);

CREATE INDEX list_entry_by_usci ON list_entry (usci);

-- Every change of an entry's state, so that any past day can be answered.
CREATE TABLE list_change (
  entry_id TEXT NOT NULL,
  leaf_index BIGINT NOT NULL,
  state TEXT NOT NULL,
  day TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (entry_id, leaf_index)
);

-- Draws.

CREATE TABLE task (
  task_id TEXT NOT NULL PRIMARY KEY,
  authority TEXT NOT NULL,
  level SMALLINT NOT NULL,
  authority_region TEXT NOT NULL,
  suite TEXT NOT NULL,
  plan BLOB NOT NULL,
  leaf_index BIGINT NOT NULL
);

CREATE TABLE witness (
  witness_key TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  organisation TEXT NOT NULL,
  leaf_index BIGINT NOT NULL
);

-- One attempt of a task; `sequence` is the authority's chain, from 1.
CREATE TABLE attempt (
  task_id TEXT NOT NULL,
  attempt BIGINT NOT NULL,
  authority TEXT NOT NULL,
  level SMALLINT NOT NULL,
  authority_region TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  previous TEXT NOT NULL,
  commitment TEXT NOT NULL UNIQUE,
  deadline TEXT NOT NULL,
  beacon_spec TEXT NOT NULL,
  beacon_value TEXT NOT NULL,
  beacon_signature TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('COMMITTED', 'RUN', 'OPENED', 'VOID', 'FAILED')),
  result_root TEXT NOT NULL,
  transcript TEXT NOT NULL,
  reason TEXT NOT NULL,
  missing TEXT NOT NULL,
  operator TEXT NOT NULL,
  committed_at TEXT NOT NULL,
  run_at TEXT NOT NULL,
  leaf_index BIGINT NOT NULL,
  beacon_leaf_index BIGINT NOT NULL,
  run_leaf_index BIGINT NOT NULL,
  open_leaf_index BIGINT NOT NULL,
  PRIMARY KEY (task_id, attempt),
  UNIQUE (authority, level, authority_region, sequence),
  FOREIGN KEY (task_id) REFERENCES task (task_id)
);

CREATE INDEX attempt_undecided ON attempt (state) WHERE state = 'COMMITTED';

CREATE TABLE attempt_witness (
  task_id TEXT NOT NULL,
  attempt BIGINT NOT NULL,
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  witness_key TEXT NOT NULL,
  commitment TEXT NOT NULL,
  contribution TEXT NOT NULL,
  signature TEXT NOT NULL,
  leaf_index BIGINT NOT NULL,
  PRIMARY KEY (task_id, attempt, position)
);

-- A drawn unit, sealed until it is opened; unit_tag is a keyed hash of task and
-- enterprise.
CREATE TABLE drawn_unit (
  task_id TEXT NOT NULL,
  attempt BIGINT NOT NULL,
  unit_tag TEXT NOT NULL,
  sealed BLOB NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('OPEN', 'DONE', 'WITHDRAWN', 'CLOSED')),
  leaf_index BIGINT NOT NULL,
  PRIMARY KEY (task_id, attempt, unit_tag)
);

-- A held line; line_tag is a keyed hash of the line id. The unique index is the
-- proof behind the rule that no line is in two open draws.
CREATE TABLE hold (
  task_id TEXT NOT NULL,
  attempt BIGINT NOT NULL,
  line_tag TEXT NOT NULL,
  hold_id TEXT NOT NULL,
  unit_tag TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('OPEN', 'RESULT', 'WITHDRAWN', 'EXPIRED')),
  expires_on TEXT NOT NULL,
  leaf_index BIGINT NOT NULL,
  PRIMARY KEY (task_id, attempt, line_tag)
);

CREATE UNIQUE INDEX hold_open ON hold (line_tag) WHERE state = 'OPEN';
CREATE INDEX hold_open_of_unit ON hold (task_id, attempt, unit_tag) WHERE state = 'OPEN';
CREATE INDEX hold_expiry ON hold (expires_on) WHERE state = 'OPEN';

-- What waits, or waited, for a second person. `payload` is sealed where it
-- names a unit.
CREATE TABLE approval (
  approval_id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('VOID', 'WITHDRAWAL', 'CLOSE_DUE')),
  task_id TEXT NOT NULL,
  attempt BIGINT NOT NULL,
  unit_tag TEXT NOT NULL,
  requested_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  payload BLOB NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('WAITING', 'APPROVED', 'OBSOLETE')),
  approved_by TEXT NOT NULL,
  leaf_index BIGINT NOT NULL
);

CREATE INDEX approval_waiting ON approval (task_id) WHERE state = 'WAITING';

-- A result finishes the units that its line was drawn in.
CREATE INDEX hold_by_line ON hold (line_tag);

-- The migrations that made this schema, and the digest of their text.
CREATE TABLE schema_migration (
  version BIGINT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  digest TEXT NOT NULL
);
