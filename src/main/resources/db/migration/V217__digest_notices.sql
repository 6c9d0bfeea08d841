-- How many supervision notices wait for the reader's reply; a message never says which.
alter table rectification.digest_day add column notices int not null default 0;
alter table rectification.message add column notices int not null default 0;
