package org.rectification.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Repository;

/** Notices, replies and changes as rows. */
@Repository
class NoticeStore {

    private static final String SELECT =
            """
            select n.*, coalesce(v.name, c.name) as place, p.name as sent_by_name
              from rectification.supervision_notice n
              join rectification.inspected_organisation c using (round_id, organisation_id)
              join rectification.person p on p.id = n.sent_by
              left join rectification.village v on v.round_id = n.round_id and v.organisation_id = n.organisation_id
                   and v.code = n.village_code
            """;

    private static final String REPLIES =
            """
            select r.*, p.name as replied_by_name, d.name as decided_by_name from rectification.supervision_reply r
              join rectification.person p on p.id = r.replied_by
              left join rectification.person d on d.id = r.decided_by
             where r.notice_id in (:notices) order by r.id""";

    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Notice get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no notice " + id));
    }

    Optional<Notice> find(String id) {
        return jdbc.sql(SELECT + "where n.id = ?").param(id).query(Notice.class).optional();
    }

    /** Whoever decides at the same moment comes second. */
    Notice lock(String id) {
        jdbc.sql("select id from rectification.supervision_notice where id = ? for update")
                .param(id)
                .query(String.class)
                .optional();
        return get(id);
    }

    /** Of all cases, what has that state. */
    List<Notice> in(NoticeState state) {
        return jdbc.sql(SELECT + "where n.state = ? order by n.reply_due_on, n.id")
                .param(state.name())
                .query(Notice.class)
                .list();
    }

    List<Notice> of(CaseKey key) {
        return jdbc.sql(SELECT + "where n.round_id = ? and n.organisation_id = ? order by n.number")
                .params(key.roundId(), key.organisationId())
                .query(Notice.class)
                .list();
    }

    /** @param condition on {@code n}, with its named parameters */
    List<Notice> where(String condition, Map<String, ?> params) {
        return jdbc.sql(SELECT + "where (" + condition + ") order by n.sent_at desc, n.number desc")
                .params(params)
                .query(Notice.class)
                .list();
    }

    /** The notice that was sent with just this content, or under just this document number, by the same sender. */
    Optional<Notice> standing(NoticeSender sender, NoticeEntry entry, LocalDate sentOn, String hash) {
        return jdbc.sql(
                        SELECT
                                + """
                                 where n.round_id = ? and n.organisation_id = ? and n.sender = ? and n.state <> 'WITHDRAWN'
                                   and (n.sent_on = ? and n.request_hash = ? or n.document_number = ?)
                                 order by n.request_hash = ? desc limit 1""")
                .params(entry.roundId(), entry.organisationId(), sender.name(), sentOn, hash)
                .params(entry.documentNumber(), hash)
                .query(Notice.class)
                .optional();
    }

    String hash(String id) {
        return jdbc.sql("select request_hash from rectification.supervision_notice where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** Numbers count within a case, whose row the caller has locked. */
    void insert(
            String id,
            NoticeSender sender,
            NoticeEntry entry,
            LocalDate dueOn,
            @Nullable String raisedFrom,
            String hash,
            String actor,
            LocalDate sentOn,
            OffsetDateTime at) {
        jdbc.sql(
                        """
                        insert into rectification.supervision_notice (id, round_id, organisation_id, number, village_code,
                            sender, document_number, title, demand, reply_due_on, state, since, raised_from, request_hash,
                            sent_by, sent_on, sent_at)
                        select ?, ?, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?, ?, ?, ?, ?
                          from rectification.supervision_notice where round_id = ? and organisation_id = ?""")
                .params(id, entry.roundId(), entry.organisationId(), entry.village(), sender.name())
                .params(entry.documentNumber(), entry.title().strip(), entry.demand(), dueOn, at, raisedFrom, hash)
                .params(actor, sentOn, at, entry.roundId(), entry.organisationId())
                .update();
        for (var finding : entry.findings()) {
            jdbc.sql("insert into rectification.supervision_notice_finding (notice_id, finding_id) values (?, ?)")
                    .params(id, finding)
                    .update();
        }
    }

    void started(String id, NoticeProcess.Started started) {
        jdbc.sql(
                        """
                        update rectification.supervision_notice set process_instance_id = ?, process_definition_id = ?
                         where id = ?""")
                .params(started.processInstanceId(), started.processDefinitionId(), id)
                .update();
    }

    void move(String id, NoticeState state, LocalDate dueOn, boolean toSecretary, OffsetDateTime at) {
        jdbc.sql(
                        """
                        update rectification.supervision_notice set state = ?, reply_due_on = ?, to_secretary = ?, since = ?
                         where id = ?""")
                .params(state.name(), dueOn, toSecretary, at, id)
                .update();
    }

    void reply(
            Notice notice, ReplyEntry entry, Collection<String> files, String behalf, String actor, OffsetDateTime at) {
        long reply = jdbc.sql(
                        """
                        insert into rectification.supervision_reply
                            (notice_id, text, on_behalf_of, due_on, replied_by, replied_at)
                        values (?, ?, ?, ?, ?, ?) returning id""")
                .params(notice.id(), entry.reply(), behalf, notice.replyDueOn(), actor, at)
                .query(Long.class)
                .single();
        for (var file : files) {
            jdbc.sql("insert into rectification.supervision_reply_file (reply_id, file_id) values (?, ?)")
                    .params(reply, file)
                    .update();
        }
    }

    /** About the last reply. */
    void judge(String id, JudgementEntry entry, String actor, OffsetDateTime at) {
        jdbc.sql(
                        """
                        update rectification.supervision_reply set decision = ?, reason = ?, decided_by = ?, decided_at = ?
                         where id = (select max(id) from rectification.supervision_reply where notice_id = ?)""")
                .params(entry.decision(), entry.reason(), actor, at, id)
                .update();
    }

    void change(Notice before, String kind, @Nullable String reason, LocalDate dueOn, String actor, OffsetDateTime at) {
        jdbc.sql(
                        """
                        insert into rectification.supervision_change
                            (notice_id, kind, reason, due_before, due_after, made_by, made_at) values (?, ?, ?, ?, ?, ?, ?)""")
                .params(before.id(), kind, reason, before.replyDueOn(), dueOn, actor, at)
                .update();
    }

    /** By notice, the earliest first. */
    Map<String, List<Reply>> replies(Collection<String> notices) {
        return notices.isEmpty()
                ? Map.of()
                : jdbc.sql(REPLIES).param("notices", notices).query(Reply.class).list().stream()
                        .collect(Collectors.groupingBy(Reply::noticeId));
    }

    /** Ids of files by reply. */
    Map<Long, List<String>> files(Collection<String> notices) {
        record File(long replyId, String fileId) {}
        return notices.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(
                                """
                                select f.reply_id, f.file_id from rectification.supervision_reply_file f
                                  join rectification.supervision_reply r on r.id = f.reply_id
                                 where r.notice_id in (:notices) order by f.reply_id, f.file_id""")
                        .param("notices", notices)
                        .query(File.class)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                File::replyId, Collectors.mapping(File::fileId, Collectors.toList())));
    }

    /** What happened besides replies, by notice, the earliest first. */
    Map<String, List<NoticeChange>> changes(Collection<String> notices) {
        return notices.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(
                                """
                                select c.*, p.name as made_by_name from rectification.supervision_change c
                                  join rectification.person p on p.id = c.made_by
                                 where c.notice_id in (:notices) order by c.id""")
                        .param("notices", notices)
                        .query(NoticeChange.class)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(NoticeChange::noticeId));
    }

    /** One row per notice and finding, in the order of the ledger. */
    Map<String, List<AboutFinding>> findings(Collection<String> notices) {
        return notices.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(
                                """
                                select n.notice_id, f.id,
                                       coalesce(v.name, '镇本级') || '第' || f.number || '号 ' || f.title as label
                                  from rectification.supervision_notice_finding n
                                  join rectification.finding f on f.id = n.finding_id
                                  left join rectification.village v on v.round_id = f.round_id
                                       and v.organisation_id = f.organisation_id and v.code = f.village_code
                                 where n.notice_id in (:notices) order by v.position nulls first, f.position""")
                        .param("notices", notices)
                        .query(AboutFinding.class)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(AboutFinding::noticeId));
    }
}
