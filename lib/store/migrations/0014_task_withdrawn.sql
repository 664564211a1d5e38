-- The reason for which a task was withdrawn before it drew; empty for the others.

ALTER TABLE task ADD COLUMN withdrawn TEXT NOT NULL DEFAULT '';
