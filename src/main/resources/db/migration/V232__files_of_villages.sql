-- A paper of the case may be about one village: whoever answers for that village reads it, whoever uploaded it.
alter table rectification.file_attachment
    add column village_code text,
    add constraint file_attachment_of_a_finding_or_a_village check (finding_id is null or village_code is null),
    drop constraint file_attachment_file_id_finding_id_purpose_key,
    add unique nulls not distinct (file_id, finding_id, village_code, purpose);

-- Scans of villages' meetings so far; attachments are append-only, so these stand beside the first ones.
insert into rectification.file_attachment (file_id, village_code, purpose, attached_at)
select distinct on (m.scan_file, m.village_code) m.scan_file, m.village_code, a.purpose, a.attached_at
  from rectification.thematic_meeting m
  join rectification.file_attachment a on a.file_id = m.scan_file and a.purpose = 'THEMATIC_MEETING'
 where m.village_code is not null;
