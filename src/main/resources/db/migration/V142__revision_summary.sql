-- What the clerk says of a revision that goes to the committee first: the reviewers read it with the next submission.
alter table rectification.plan add column revision_summary text;
