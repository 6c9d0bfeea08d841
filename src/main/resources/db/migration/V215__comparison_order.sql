-- The team in its own order, the Secretary first: moments of the same breath are no order.
alter table rectification.comparison_duty add column position int;
update rectification.comparison_duty d set position = o.position
  from (select id, row_number() over (partition by round_id, organisation_id order by opened_at, member_id) as position
          from rectification.comparison_duty) o
 where o.id = d.id;
alter table rectification.comparison_duty alter column position set not null;
