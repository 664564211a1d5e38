-- A report tells what two persons decided about a task.

CREATE INDEX approval_granted ON approval (task_id) WHERE state = 'APPROVED';
