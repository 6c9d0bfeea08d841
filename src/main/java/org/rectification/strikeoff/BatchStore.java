package org.rectification.strikeoff;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rectification.people.Visibility;
import org.rectification.round.CaseKey;
import org.rectification.strikeoff.Batch.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batch lists as rows. */
@Repository
class BatchStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    BatchStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Struck off and in no list yet, in the order of the ledger. */
    List<String> unlisted(CaseKey key) {
        return jdbc.sql(
                        """
                        select f.id from rectification.finding f join rectification.sub_ledger s on s.id = f.sub_ledger_id
                         where f.round_id = ? and f.organisation_id = ? and f.state = 'STRUCK_OFF'
                           and not exists (select from rectification.strike_off_batch_finding b where b.finding_id = f.id)
                         order by s.position, f.position""")
                .params(key.roundId(), key.organisationId())
                .query(String.class)
                .list();
    }

    /** The list that is still open, or a new one with the next number. Call it under the lock of the case. */
    String openBatch(CaseKey key, String actor) {
        return jdbc.sql(
                        "select id from rectification.strike_off_batch where round_id = ? and organisation_id = ? and met_on is null")
                .params(key.roundId(), key.organisationId())
                .query(String.class)
                .optional()
                .orElseGet(() -> {
                    var id = UUID.randomUUID().toString();
                    jdbc.sql(
                                    """
                                    insert into rectification.strike_off_batch (id, round_id, organisation_id, number, opened_by, opened_at)
                                    select :id, :round, :organisation, count(*) + 1, :actor, :now from rectification.strike_off_batch
                                     where round_id = :round and organisation_id = :organisation""")
                            .param("id", id)
                            .param("round", key.roundId())
                            .param("organisation", key.organisationId())
                            .param("actor", actor)
                            .param("now", OffsetDateTime.now(clock))
                            .update();
                    return id;
                });
    }

    void add(String batchId, List<String> findings) {
        jdbc.sql(
                        """
                        insert into rectification.strike_off_batch_finding (finding_id, batch_id, position)
                        select id, :batch, coalesce((select max(position) from rectification.strike_off_batch_finding
                                                      where batch_id = :batch), 0) + position
                          from unnest(:findings) with ordinality as listed (id, position)""")
                .param("batch", batchId)
                .param("findings", findings.toArray(String[]::new))
                .update();
    }

    /** Holds the list until the transaction ends; empty when there is none. */
    Optional<Locked> lock(String id) {
        return jdbc.sql(
                        """
                        select b.round_id, b.organisation_id, b.number, b.met_on is not null as noted,
                               (select max(f.struck_off_at) from rectification.strike_off_batch_finding l
                                  join rectification.finding f on f.id = l.finding_id where l.batch_id = b.id) as last_struck_off
                          from rectification.strike_off_batch b where b.id = ? for update of b""")
                .param(id)
                .query((row, number) -> new Locked(
                        new CaseKey(row.getString("round_id"), row.getString("organisation_id")),
                        row.getInt("number"),
                        row.getBoolean("noted"),
                        day(row.getObject("last_struck_off", OffsetDateTime.class))))
                .optional();
    }

    /**
     * A list whose row is held.
     *
     * @param lastStruckOffOn day of its newest strike-off
     */
    record Locked(CaseKey key, int number, boolean noted, LocalDate lastStruckOffOn) {}

    void note(String id, LocalDate metOn, String minutesNumber, String minutesFile, String actor) {
        jdbc.sql(
                        """
                        update rectification.strike_off_batch
                           set met_on = ?, minutes_number = ?, minutes_file = ?, noted_by = ?, noted_at = ? where id = ?""")
                .params(metOn, minutesNumber, minutesFile, actor, OffsetDateTime.now(clock), id)
                .update();
    }

    /** Of every case that the person sees, in which anything is struck off. */
    List<BatchCounts> counts(Visibility.Condition cases) {
        return jdbc.sql(
                        """
                        select c.round_id, c.organisation_id, c.name as organisation_name, count(*) as struck_off,
                               count(l.finding_id) as listed, count(b.met_on) as noted
                          from rectification.inspected_organisation c
                          join rectification.finding f on f.round_id = c.round_id
                               and f.organisation_id = c.organisation_id and f.state = 'STRUCK_OFF'
                          left join rectification.strike_off_batch_finding l on l.finding_id = f.id
                          left join rectification.strike_off_batch b on b.id = l.batch_id
                         where (%s) group by c.round_id, c.organisation_id, c.name, c.position
                         order by c.round_id, c.position"""
                                .formatted(cases.sql()))
                .params(cases.params())
                .query(BatchCounts.class)
                .list();
    }

    /** Names of struck-off findings that no meeting noted. */
    List<String> unnoted(CaseKey key) {
        return jdbc.sql(
                        """
                        select coalesce(v.name, '镇本级') || '第' || f.number || '号' from rectification.finding f
                          join rectification.sub_ledger s on s.id = f.sub_ledger_id
                          left join rectification.village v on v.round_id = f.round_id
                               and v.organisation_id = f.organisation_id and v.code = f.village_code
                          left join rectification.strike_off_batch_finding l on l.finding_id = f.id
                          left join rectification.strike_off_batch b on b.id = l.batch_id
                         where f.round_id = ? and f.organisation_id = ? and f.state = 'STRUCK_OFF' and b.met_on is null
                         order by s.position, f.position""")
                .params(key.roundId(), key.organisationId())
                .query(String.class)
                .list();
    }

    Optional<Batch> find(String id, Visibility.Condition cases) {
        return read("b.id = :batch", Map.of("batch", id), cases).stream().findFirst();
    }

    List<Batch> of(CaseKey key, Visibility.Condition cases) {
        return read(
                "b.round_id = :round and b.organisation_id = :organisation",
                Map.of("round", key.roundId(), "organisation", key.organisationId()),
                cases);
    }

    private List<Batch> read(String condition, Map<String, Object> params, Visibility.Condition cases) {
        var all = new HashMap<String, Object>(cases.params());
        all.putAll(params);
        var batches = new LinkedHashMap<String, Batch>();
        jdbc.sql(
                        """
                        select b.*, c.name as organisation_name, f.id as finding, f.village_code, coalesce(v.name, '镇本级') as place, f.number as finding_number,
                               f.title, f.struck_off_at, le.name as leader, pe.name as person, ve.name as verifier, co.name as confirmer
                          from rectification.strike_off_batch b
                          join rectification.inspected_organisation c using (round_id, organisation_id)
                          join rectification.strike_off_batch_finding l on l.batch_id = b.id
                          join rectification.finding f on f.id = l.finding_id
                          left join rectification.village v on v.round_id = f.round_id
                               and v.organisation_id = f.organisation_id and v.code = f.village_code
                          left join rectification.person le on le.id = f.responsible_leader
                          left join rectification.person pe on pe.id = f.responsible_person
                          left join rectification.person ve on ve.id = f.verified_by
                          left join rectification.person co on co.id = f.confirmed_by
                         where %s and (%s) order by b.number, l.position"""
                                .formatted(condition, cases.sql()))
                .params(all)
                .query(row -> {
                    var id = row.getString("id");
                    if (!batches.containsKey(id)) {
                        batches.put(
                                id,
                                new Batch(
                                        id,
                                        row.getString("round_id"),
                                        row.getString("organisation_id"),
                                        row.getString("organisation_name"),
                                        row.getInt("number"),
                                        row.getObject("met_on", LocalDate.class),
                                        row.getString("minutes_number"),
                                        row.getString("minutes_file"),
                                        new ArrayList<>()));
                    }
                    batches.get(id)
                            .rows()
                            .add(new Row(
                                    row.getString("finding"),
                                    row.getString("village_code"),
                                    row.getString("place"),
                                    row.getString("finding_number"),
                                    row.getString("title"),
                                    row.getString("leader"),
                                    row.getString("person"),
                                    row.getString("verifier"),
                                    row.getString("confirmer"),
                                    day(row.getObject("struck_off_at", OffsetDateTime.class))));
                });
        return List.copyOf(batches.values());
    }

    private LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(clock.getZone()).toLocalDate();
    }
}
