-- Search by part of a name, the one part that is SQLite's own (FTS5). The index
-- keeps no text: what it indexed stands in the name tables, whose doc_id it
-- answers with.

CREATE TABLE enterprise_name (
  doc_id INTEGER NOT NULL PRIMARY KEY,
  usci TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
);

CREATE TABLE product_name (
  doc_id INTEGER NOT NULL PRIMARY KEY,
  usci TEXT NOT NULL,
  line_id TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (usci, line_id)
);

CREATE VIRTUAL TABLE enterprise_search USING fts5(
  pairs, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
);

CREATE VIRTUAL TABLE product_search USING fts5(
  pairs, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
);

-- What the indexes hold, to be compared.
CREATE VIRTUAL TABLE enterprise_pair USING fts5vocab(
  'enterprise_search', 'instance'
);

CREATE VIRTUAL TABLE product_pair USING fts5vocab(
  'product_search', 'instance'
);
