-- A hold is found by its unit and an approval by its attempt, whatever its state:
-- the states between which they move are rules of the program.

CREATE INDEX hold_of_unit ON hold (task_id, attempt, unit_tag);
DROP INDEX hold_open_of_unit;
CREATE INDEX approval_of_attempt ON approval (task_id, attempt);
DROP INDEX approval_waiting;
DROP INDEX approval_withdrawn;
DROP INDEX approval_granted;
