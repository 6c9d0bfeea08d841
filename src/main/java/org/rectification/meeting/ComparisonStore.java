package org.rectification.meeting;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Repository;

/** Who owes a comparison text, and what was handed in; nothing of it is ever overwritten. */
@Repository
class ComparisonStore {

    private static final String DUTY =
            """
            select d.id, d.round_id, d.organisation_id, d.member_id, p.name as member_name, p.office as member_office,
                   coalesce((select max(t.version) from rectification.comparison_text t where t.duty_id = d.id), 0)
                       as version, d.excuse
              from rectification.comparison_duty d join rectification.person p on p.id = d.member_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ComparisonStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param members in the order in which they are named from now on */
    void open(CaseKey key, List<String> members) {
        jdbc.sql(
                        """
                        insert into rectification.comparison_duty
                            (id, round_id, organisation_id, member_id, position, opened_at)
                        select duty.id, :round, :organisation, duty.member, duty.position, :now
                          from unnest(:ids, :members) with ordinality as duty (id, member, position)
                        on conflict (round_id, organisation_id, member_id) do nothing""")
                .param("round", key.roundId())
                .param("organisation", key.organisationId())
                .param(
                        "ids",
                        members.stream()
                                .map(member -> UUID.randomUUID().toString())
                                .toArray(String[]::new))
                .param("members", members.toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    List<ComparisonDuty> of(CaseKey key) {
        return jdbc.sql(DUTY + "where d.round_id = ? and d.organisation_id = ? order by d.position")
                .params(key.roundId(), key.organisationId())
                .query(ComparisonDuty.class)
                .list();
    }

    Optional<ComparisonDuty> find(String id) {
        return jdbc.sql(DUTY + "where d.id = ?")
                .param(id)
                .query(ComparisonDuty.class)
                .optional();
    }

    List<ComparisonDuty> of(String memberId) {
        return jdbc.sql(DUTY + "where d.member_id = ? order by d.opened_at, d.id")
                .param(memberId)
                .query(ComparisonDuty.class)
                .list();
    }

    void excuse(String actor, String id, String reason) {
        jdbc.sql(
                        """
                        update rectification.comparison_duty set excuse = ?, excused_by = ?, excused_at = ? where id = ?""")
                .params(reason, actor, OffsetDateTime.now(clock), id)
                .update();
    }

    void write(String id, int version, String content, String sha256) {
        jdbc.sql(
                        """
                        insert into rectification.comparison_text (duty_id, version, content, sha256, written_at)
                        values (?, ?, ?, ?, ?)""")
                .params(id, version, content, sha256, OffsetDateTime.now(clock))
                .update();
    }

    /** The version that counts. */
    record Written(int version, String content, String sha256, OffsetDateTime writtenAt) {}

    Optional<Written> text(String id) {
        return jdbc.sql(
                        """
                        select version, content, sha256, written_at from rectification.comparison_text
                         where duty_id = ? order by version desc limit 1""")
                .param(id)
                .query(Written.class)
                .optional();
    }

    /** @param on when the member wrote it down, Asia/Shanghai */
    record Criticism(int position, String critic, String content, LocalDateTime on) {}

    List<Criticism> criticisms(String id) {
        return jdbc.sql(
                        """
                        select position, critic, content, written_at from rectification.comparison_criticism
                         where duty_id = ? order by position""")
                .param(id)
                .query((row, number) -> new Criticism(
                        row.getInt("position"),
                        row.getString("critic"),
                        row.getString("content"),
                        row.getObject("written_at", OffsetDateTime.class)
                                .atZoneSameInstant(ShanghaiTime.ZONE)
                                .toLocalDateTime()))
                .list();
    }

    void criticise(String id, int position, String critic, String content) {
        jdbc.sql(
                        """
                        insert into rectification.comparison_criticism (duty_id, position, critic, content, written_at)
                        values (?, ?, ?, ?, ?)""")
                .params(id, position, critic, content, OffsetDateTime.now(clock))
                .update();
    }

    /** A finding of a member's portfolio, as the ledger names it. */
    record Finding(
            String id,
            String place,
            String number,
            String title,
            @Nullable String aspect,
            String area,
            String profile) {}

    /**
     * Those of which the member is the responsible leader, township first.
     *
     * @param visible condition on f and c, with its parameters in named
     */
    List<Finding> portfolio(ComparisonDuty duty, org.rectification.people.Visibility.Condition visible) {
        return jdbc.sql(
                        """
                        select f.id, coalesce(v.name, '镇本级') as place, f.number, f.title, f.aspect, f.area, r.profile
                          from rectification.finding f
                          join rectification.inspected_organisation c
                            on c.round_id = f.round_id and c.organisation_id = f.organisation_id
                          join rectification.round r on r.id = f.round_id
                          join rectification.sub_ledger s on s.id = f.sub_ledger_id
                          left join rectification.village v on v.round_id = f.round_id
                               and v.organisation_id = f.organisation_id and v.code = f.village_code
                         where f.round_id = :round and f.organisation_id = :organisation
                           and f.responsible_leader = :member and (%s)
                         order by s.position, f.position"""
                                .formatted(visible.sql()))
                .params(visible.params())
                .param("round", duty.roundId())
                .param("organisation", duty.organisationId())
                .param("member", duty.memberId())
                .query(Finding.class)
                .list();
    }
}
