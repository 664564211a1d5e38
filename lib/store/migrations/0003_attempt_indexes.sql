-- Histories and counts go by attempt, by authority and by page.

CREATE INDEX approval_withdrawn ON approval (task_id, attempt) WHERE kind = 'WITHDRAWAL' AND state = 'APPROVED';
CREATE INDEX attempt_by_leaf ON attempt (leaf_index);
CREATE INDEX attempt_by_authority ON attempt (authority, leaf_index);
