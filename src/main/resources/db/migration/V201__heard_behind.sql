-- A red conclusion of the joint hearing is told to the leader and the Secretary, and may lead to a suggestion (S35, S47).
alter table rectification.suggestion
    drop constraint suggestion_trigger_check,
    add constraint suggestion_trigger_check check (trigger in
        ('OVERDUE', 'RETURNED_REPEATEDLY', 'FALSIFIED', 'INEFFECTIVE', 'PERFUNCTORY', 'HEARD_BEHIND'));
alter table rectification.warning
    drop constraint warning_kind_check,
    add constraint warning_kind_check check (kind in ('GREEN', 'YELLOW', 'RED', 'RETURNED', 'FALSIFIED', 'HEARD_BEHIND'));
