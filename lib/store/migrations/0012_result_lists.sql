-- Results are listed by the day of sampling, of all enterprises or of one task.

CREATE INDEX check_by_sampled ON check_record (sampled, usci, check_id);
CREATE INDEX check_by_task ON check_record (task_id, sampled, usci, check_id) WHERE task_id <> '';
