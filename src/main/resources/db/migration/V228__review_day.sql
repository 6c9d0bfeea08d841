-- The day by which the bodies answer follows the calendar; what they were sent never changes.
drop trigger plan_submission_frozen on rectification.plan_submission;
create trigger plan_submission_kept before delete on rectification.plan_submission
    for each row execute function rectification.refuse_plan_version_change();
create trigger plan_submission_frozen before update on rectification.plan_submission
    for each row when ((to_jsonb(old) - 'review_due_on') is distinct from (to_jsonb(new) - 'review_due_on'))
    execute function rectification.refuse_plan_version_change();
