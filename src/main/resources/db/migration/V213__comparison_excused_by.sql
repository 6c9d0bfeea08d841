-- Whoever hands over an office is excused in the same act, which may be the application's own.
alter table rectification.comparison_duty drop constraint comparison_duty_excused_by_fkey;
