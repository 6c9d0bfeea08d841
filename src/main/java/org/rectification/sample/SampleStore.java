package org.rectification.sample;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rectification.people.Visibility.Condition;
import org.rectification.round.CaseKey;
import org.rectification.sample.Draw.Candidate;
import org.rectification.sample.Sample.Item;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Repository;

/** Draws as rows. */
@Repository
class SampleStore {

    private static final String KEY = "coalesce(f.village_code, '-') || '/' || f.number";

    private final JdbcClient jdbc;
    private final Clock clock;

    SampleStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Struck off, to be sampled by its rule, and not drawn from before; in the order of the ledger. */
    List<Candidate> candidates(CaseKey key) {
        return jdbc.sql(
                        """
                        select f.id, %s as draw_key, coalesce(f.village_code, '-') as village, f.county_sample,
                               coalesce(v.inspection = 'PINPOINT', false) as pin_point
                          from rectification.finding f
                          join rectification.sub_ledger s on s.id = f.sub_ledger_id
                          left join rectification.village v on v.round_id = f.round_id
                               and v.organisation_id = f.organisation_id and v.code = f.village_code
                         where f.round_id = ? and f.organisation_id = ? and f.state = 'STRUCK_OFF'
                           and f.county_sample in ('ALL', 'TEN_PERCENT')
                           and not exists (select from rectification.county_sample_finding d where d.finding_id = f.id)
                         order by s.position, f.position"""
                                .formatted(KEY))
                .params(key.roundId(), key.organisationId())
                .query((row, number) -> new Candidate(
                        row.getString("id"),
                        row.getString("draw_key"),
                        row.getString("village"),
                        row.getString("county_sample"),
                        row.getBoolean("pin_point")))
                .list();
    }

    /** The population of a draw, as it was. */
    List<Candidate> population(String sampleId) {
        return jdbc.sql(
                        """
                        select finding_id, draw_key as key, split_part(draw_key, '/', 1) as village, rule, pin_point
                          from rectification.county_sample_finding where sample_id = ? order by position""")
                .param(sampleId)
                .query(Candidate.class)
                .list();
    }

    /** Call it under the lock of the case. */
    void insert(String id, CaseKey key, String seed, List<Candidate> candidates, Set<String> drawn, String actor) {
        jdbc.sql(
                        """
                        insert into rectification.county_sample (id, round_id, organisation_id, number, seed, drawn_by, drawn_at)
                        select :id, :round, :organisation, count(*) + 1, :seed, :actor, :now from rectification.county_sample
                         where round_id = :round and organisation_id = :organisation""")
                .param("id", id)
                .param("round", key.roundId())
                .param("organisation", key.organisationId())
                .param("seed", seed)
                .param("actor", actor)
                .param("now", OffsetDateTime.now(clock))
                .update();
        jdbc.sql(
                        """
                        insert into rectification.county_sample_finding (finding_id, sample_id, position, draw_key, rule, pin_point, drawn)
                        select id, ?, position, draw_key, rule, pin_point, id = any (?)
                          from unnest(?::text[], ?::text[], ?::text[], ?::boolean[]) with ordinality
                               as candidate (id, draw_key, rule, pin_point, position)""")
                .params(
                        id,
                        drawn.toArray(String[]::new),
                        candidates.stream().map(Candidate::findingId).toArray(String[]::new),
                        candidates.stream().map(Candidate::key).toArray(String[]::new),
                        candidates.stream().map(Candidate::rule).toArray(String[]::new),
                        candidates.stream().map(Candidate::pinPoint).toArray(Boolean[]::new))
                .update();
    }

    /** The drawn finding's row, held until the transaction ends. */
    Optional<Locked> lock(String findingId) {
        return jdbc.sql(
                        """
                        select d.sample_id, s.number, s.round_id, s.organisation_id, d.outcome is not null as looked_at, f.number as finding_number,
                               f.title, f.struck_off_at
                          from rectification.county_sample_finding d
                          join rectification.county_sample s on s.id = d.sample_id
                          join rectification.finding f on f.id = d.finding_id
                         where d.finding_id = ? and d.drawn for update of d""")
                .param(findingId)
                .query((row, number) -> new Locked(
                        row.getString("sample_id"),
                        row.getInt("number"),
                        new CaseKey(row.getString("round_id"), row.getString("organisation_id")),
                        row.getBoolean("looked_at"),
                        "问题" + row.getString("finding_number") + "“" + row.getString("title") + "”",
                        row.getObject("struck_off_at", OffsetDateTime.class)
                                .atZoneSameInstant(clock.getZone())
                                .toLocalDate()))
                .optional();
    }

    /** @param words the finding as people name it */
    record Locked(String sampleId, int number, CaseKey key, boolean lookedAt, String words, LocalDate struckOffOn) {}

    void record(
            String findingId,
            Outcome outcome,
            String remark,
            LocalDate lookedOn,
            String actor,
            @Nullable String consequence) {
        jdbc.sql(
                        """
                        update rectification.county_sample_finding
                           set outcome = ?, remark = ?, looked_on = ?, looked_by = ?, recorded_at = ?, consequence = ?
                         where finding_id = ?""")
                .params(outcome.name(), remark, lookedOn, actor, OffsetDateTime.now(clock), consequence, findingId)
                .update();
    }

    Optional<Sample> find(String id, Condition cases) {
        return read("s.id = :sample", Map.of("sample", id), cases).stream().findFirst();
    }

    List<Sample> of(CaseKey key, Condition cases) {
        return read(
                "s.round_id = :round and s.organisation_id = :organisation",
                Map.of("round", key.roundId(), "organisation", key.organisationId()),
                cases);
    }

    /** How many struck-off findings still have to be drawn from, and how many drawn ones to be looked at. */
    Open open(CaseKey key) {
        return new Open(
                candidates(key).size(),
                jdbc.sql(
                                """
                                select count(*) from rectification.county_sample_finding d
                                  join rectification.county_sample s on s.id = d.sample_id
                                 where s.round_id = ? and s.organisation_id = ? and d.drawn and d.outcome is null""")
                        .params(key.roundId(), key.organisationId())
                        .query(Integer.class)
                        .single());
    }

    record Open(int toDrawFrom, int toLookAt) {}

    /** Every case that the person sees, with what is open. */
    List<CaseSample> cases(Condition cases) {
        return jdbc.sql(
                        """
                        select c.round_id, c.organisation_id, c.name as organisation_name,
                               count(*) filter (where f.state = 'STRUCK_OFF' and f.county_sample in ('ALL', 'TEN_PERCENT')
                                                  and d.finding_id is null) as to_draw_from,
                               count(*) filter (where d.drawn) as drawn,
                               count(*) filter (where d.drawn and d.outcome is null) as to_look_at
                          from rectification.inspected_organisation c
                          join rectification.finding f on f.round_id = c.round_id and f.organisation_id = c.organisation_id
                          left join rectification.county_sample_finding d on d.finding_id = f.id
                         where (%s) group by c.round_id, c.organisation_id, c.name, c.position
                         order by c.round_id, c.position"""
                                .formatted(cases.sql()))
                .params(cases.params())
                .query(CaseSample.class)
                .list();
    }

    private List<Sample> read(String condition, Map<String, Object> params, Condition cases) {
        var all = new HashMap<String, Object>(cases.params());
        all.putAll(params);
        var samples = new LinkedHashMap<String, Sample>();
        jdbc.sql(
                        """
                        select s.*, c.name as organisation_name, p.name as drawn_by_name, d.*, l.name as looked_by_name,
                               coalesce(v.name, '镇本级') as place, f.number as finding_number, f.title,
                               count(*) over (partition by s.id) as population
                          from rectification.county_sample s
                          join rectification.inspected_organisation c using (round_id, organisation_id)
                          join rectification.county_sample_finding d on d.sample_id = s.id
                          join rectification.finding f on f.id = d.finding_id
                          left join rectification.village v on v.round_id = f.round_id
                               and v.organisation_id = f.organisation_id and v.code = f.village_code
                          left join rectification.person p on p.id = s.drawn_by
                          left join rectification.person l on l.id = d.looked_by
                         where %s and (%s) order by s.number, d.position"""
                                .formatted(condition, cases.sql()))
                .params(all)
                .query(row -> {
                    var id = row.getString("sample_id");
                    var seed = row.getString("seed");
                    if (!samples.containsKey(id)) {
                        samples.put(
                                id,
                                new Sample(
                                        id,
                                        row.getString("round_id"),
                                        row.getString("organisation_id"),
                                        row.getString("organisation_name"),
                                        row.getInt("number"),
                                        seed,
                                        row.getString("drawn_by_name"),
                                        row.getObject("drawn_at", OffsetDateTime.class)
                                                .atZoneSameInstant(clock.getZone())
                                                .toLocalDate(),
                                        row.getInt("population"),
                                        new ArrayList<>()));
                    }
                    var outcome = row.getString("outcome");
                    var key = row.getString("draw_key");
                    samples.get(id)
                            .items()
                            .add(new Item(
                                    row.getString("finding_id"),
                                    row.getString("place"),
                                    row.getString("finding_number"),
                                    row.getString("title"),
                                    row.getString("rule"),
                                    row.getBoolean("pin_point"),
                                    key,
                                    Draw.hash(seed, key),
                                    row.getBoolean("drawn"),
                                    outcome,
                                    outcome == null
                                            ? null
                                            : Outcome.valueOf(outcome).label(),
                                    row.getString("remark"),
                                    row.getObject("looked_on", LocalDate.class),
                                    row.getString("looked_by_name"),
                                    row.getString("consequence")));
                });
        return List.copyOf(samples.values());
    }
}
