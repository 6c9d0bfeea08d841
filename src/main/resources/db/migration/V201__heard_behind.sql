-- A red conclusion of the joint hearing may lead to a suggestion (S35, S47); the kind of warning comes with V205.
alter table rectification.suggestion
    drop constraint suggestion_trigger_check,
    add constraint suggestion_trigger_check check (trigger in
        ('OVERDUE', 'RETURNED_REPEATEDLY', 'FALSIFIED', 'INEFFECTIVE', 'PERFUNCTORY', 'HEARD_BEHIND'));
