-- The postcode of an enterprise 邮政编码, as imported; rows of before have none.

ALTER TABLE enterprise ADD COLUMN postcode TEXT NOT NULL DEFAULT '';
