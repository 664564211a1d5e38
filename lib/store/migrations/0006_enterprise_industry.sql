-- The industry of an enterprise 行业, as imported; rows of before have none.

ALTER TABLE enterprise ADD COLUMN industry TEXT NOT NULL DEFAULT '';
