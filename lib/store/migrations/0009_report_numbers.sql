-- Every dash is one dash in the normal forms of standards and models; a field
-- of nothing but dashes and strokes is empty.

UPDATE product_line SET
  normal_standard = replace(replace(replace(replace(replace(replace(normal_standard, '‐', '-'), '‒', '-'), '–', '-'), '—', '-'), '―', '-'), '−', '-'),
  normal_model = replace(replace(replace(replace(replace(replace(normal_model, '‐', '-'), '‒', '-'), '–', '-'), '—', '-'), '―', '-'), '−', '-');
UPDATE product_line SET normal_standard = '' WHERE trim(normal_standard, '-/') = '';
UPDATE product_line SET normal_model = '' WHERE trim(normal_model, '-/') = '';

UPDATE check_record SET
  normal_standard = replace(replace(replace(replace(replace(replace(normal_standard, '‐', '-'), '‒', '-'), '–', '-'), '—', '-'), '―', '-'), '−', '-'),
  normal_model = replace(replace(replace(replace(replace(replace(normal_model, '‐', '-'), '‒', '-'), '–', '-'), '—', '-'), '―', '-'), '−', '-');
UPDATE check_record SET normal_standard = '' WHERE trim(normal_standard, '-/') = '';
UPDATE check_record SET normal_model = '' WHERE trim(normal_model, '-/') = '';

-- The id that a check's report number has in the normal form of today; the
-- check keeps the one it was recorded under. The program fills it in where it
-- is empty.

ALTER TABLE report_number ADD COLUMN plain_id TEXT NOT NULL DEFAULT '';
CREATE INDEX report_number_plain ON report_number (plain_id);
