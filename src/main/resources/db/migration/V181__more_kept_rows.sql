-- What came with the honest ledger is kept as well: rows end, they do not disappear.
select rectification.keep_rows(
    'duty', 'co_owner', 'common_problem', 'county_sample', 'county_sample_finding', 'extension', 'handover',
    'long_term_review', 'message', 'plan_amendment', 'plan_bounce', 'plan_comment', 'site_check', 'strike_off_batch',
    'strike_off_batch_finding', 'substitution', 'village_register', 'liaison_register', 'visit', 'visit_finding');
