package org.rectification.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.people.Duties;
import org.rectification.refusal.Refusal.Violation;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;

/** What people are shown of a plan while it is made. */
@Service
public class PlanReadings {

    private static final int SHORT = 60;

    private final PlanStore store;
    private final PlanLineStore lines;
    private final DraftingReadings drafting;
    private final Officers officers;
    private final Duties duties;
    private final JdbcClient jdbc;

    PlanReadings(
            PlanStore store,
            PlanLineStore lines,
            DraftingReadings drafting,
            Officers officers,
            Duties duties,
            JdbcClient jdbc) {
        this.store = store;
        this.lines = lines;
        this.drafting = drafting;
        this.officers = officers;
        this.duties = duties;
        this.jdbc = jdbc;
    }

    /** A choice in a form. */
    public record Option(String label, String value) {}

    /** Who answers for a finding as things stand. */
    public record Owned(String finding, String leader, String branch, String person) {}

    /**
     * @param leaders those who may lead, {@code people} all
     * @param common problems that several villages may have in common, one sentence each
     */
    public record Proposal(
            List<Owned> lines, List<Option> findings, List<Option> leaders, List<Option> people, List<Remark> common) {}

    /** A line in short. */
    public record Row(
            String finding,
            String problem,
            String leader,
            String branch,
            String person,
            @Nullable LocalDate dueOn,
            @Nullable String goal,
            String measures,
            String state) {}

    public record Drafting(List<Row> lines, List<Option> findings) {}

    public record Remark(String from, String text) {}

    /**
     * @param advice of the stress test, never a block
     * @param findings to choose from
     */
    public record Gaps(List<Remark> missing, List<Remark> bounced, List<Remark> advice, List<Option> findings) {}

    /** A line that was given back, for whoever divides it again. */
    public record GivenBack(String finding, String givenBack, @Nullable String leader, @Nullable String person) {}

    /** @param leaders those who may lead, {@code people} all */
    public record AllGivenBack(List<Option> findings, List<Option> leaders, List<Option> people) {}

    /** The proposed division: owners by duties (S16), with what may be chosen instead. */
    public Proposal proposal(CaseKey key) {
        var subjects = new ArrayList<Subject>();
        var findings = jdbc.sql(
                        """
                        select f.id, f.number, f.title, f.village_code, v.name as village_name, f.problem, f.opinion,
                               f.addressee = 'PRINCIPAL' as principal_only, ld.name as leader,
                               f.responsible_branch as branch, ps.name as person
                          from rectification.finding f
                          left join rectification.village v on v.round_id = f.round_id
                            and v.organisation_id = f.organisation_id and v.code = f.village_code
                          left join rectification.person ld on ld.id = f.responsible_leader
                          left join rectification.person ps on ps.id = f.responsible_person
                         where f.round_id = ? and f.organisation_id = ? order by v.position nulls first, f.position""")
                .params(key.roundId(), key.organisationId())
                .query((row, number) -> {
                    var subject = new Subject(
                            row.getString("id"),
                            row.getString("number"),
                            row.getString("title"),
                            row.getString("village_code"),
                            row.getString("village_name"),
                            row.getString("problem"),
                            row.getString("opinion"),
                            row.getBoolean("principal_only"));
                    subjects.add(subject);
                    return Map.entry(
                            subject.findingId(),
                            new Owned(
                                    subject.label(),
                                    orNone(row.getString("leader")),
                                    orNone(row.getString("branch")),
                                    orNone(row.getString("person"))));
                })
                .list();
        return new Proposal(
                findings.stream().map(Map.Entry::getValue).toList(),
                findings.stream()
                        .map(each -> new Option(each.getValue().finding(), each.getKey()))
                        .toList(),
                leaders(key.organisationId()),
                people(key.organisationId()),
                Similarity.groups(subjects).stream()
                        .map(group -> new Remark(
                                group.get(0).title(),
                                group.stream().map(Subject::label).collect(Collectors.joining("、"))))
                        .toList());
    }

    /** The lines that a person is to draft. */
    public Drafting drafting(CaseKey key, String drafter) {
        var own = lines.ofDrafter(key, drafter);
        return new Drafting(
                own.stream().map(each -> row(each, each.line().subject())).toList(),
                own.stream()
                        .map(each -> each.line().subject())
                        .map(subject -> new Option(subject.label(), subject.findingId()))
                        .toList());
    }

    /** What is missing and what was bounced, as the clerk sees it. */
    public Gaps gaps(CaseKey key) {
        var all = lines.ofCase(key, duties.clerk(key.organisationId()));
        var missing = new Coverage(all, store.unlined(key), store.opinions(key))
                .missing().stream()
                        .map(Violation::message)
                        .map(text -> new Remark("", text))
                        .toList();
        var bounced = all.stream()
                .filter(each -> each.bounced() != null)
                .map(each -> new Remark(
                        each.bounced().by(),
                        each.line().subject().label() + "：" + each.bounced().reason()))
                .toList();
        var findings = all.stream()
                .map(each -> new Option(each.label(), each.line().subject().findingId()))
                .toList();
        return new Gaps(missing, bounced, advice(key), findings);
    }

    /** What the stress test advises, one sentence each; never a block. */
    public List<Remark> advice(CaseKey key) {
        return drafting.advice(key, duties.clerk(key.organisationId())).stream()
                .map(each -> new Remark(each.line(), each.text()))
                .toList();
    }

    /** What waits to be divided again, by the clerk or, given back twice, by the Secretary. */
    public List<GivenBack> givenBack(CaseKey key, boolean twice) {
        return waiting(key, twice).stream()
                .map(each -> new GivenBack(
                        each.line().subject().findingId(),
                        each.bounced().by() + "：" + each.bounced().reason(),
                        each.line().leader() == null
                                ? null
                                : each.line().leader().id(),
                        null))
                .toList();
    }

    /** As {@link #givenBack}, with what may be chosen. */
    public AllGivenBack choicesOfGivenBack(CaseKey key, boolean twice) {
        return new AllGivenBack(
                waiting(key, twice).stream()
                        .map(each ->
                                new Option(each.label(), each.line().subject().findingId()))
                        .toList(),
                leaders(key.organisationId()),
                people(key.organisationId()));
    }

    private List<PlannedLine> waiting(CaseKey key, boolean twice) {
        return lines.ofCase(key, duties.clerk(key.organisationId())).stream()
                .filter(each -> each.bounced() != null && each.bounces() >= LineDivision.TWICE == twice)
                .toList();
    }

    private List<Option> leaders(String organisationId) {
        return officers.of(organisationId).stream()
                .filter(each -> each.officer().leads())
                .map(each -> new Option(
                        each.officer().name() + "（" + each.office() + "）",
                        each.officer().id()))
                .toList();
    }

    /** The opinions of the feedback with the answers so far. */
    public List<Map<String, Object>> opinions(CaseKey key) {
        return store.opinions(key).stream()
                .map(opinion -> Map.<String, Object>of(
                        "number",
                        opinion.number(),
                        "text",
                        opinion.text(),
                        "answer",
                        opinion.answer() == null ? "" : opinion.answer(),
                        "findings",
                        opinion.findings()))
                .toList();
    }

    /** Those of the organisation who are in office, as choices. */
    List<Option> people(String organisationId) {
        return jdbc.sql(
                        """
                        select name || '(' || office || ')' as label, id as value from rectification.person
                         where organisation_id = ? and active order by id""")
                .param(organisationId)
                .query(Option.class)
                .list();
    }

    private static Row row(PlannedLine planned, Subject subject) {
        var line = planned.line();
        var state = planned.bounced() == null ? "" : "已退回；";
        return new Row(
                subject.label(),
                cut(subject.problem()),
                orNone(line.leader() == null ? null : line.leader().name()),
                orNone(line.branch()),
                orNone(line.person() == null ? null : line.person().name()),
                line.dueOn(),
                cut(line.goal()),
                count(line, Horizon.NOW) + "、" + count(line, Horizon.LASTING),
                state + (line.complete(planned.period()) ? "已填写" : "待填写"));
    }

    private static String count(PlanLine line, Horizon horizon) {
        return horizon.label()
                + line.measures().stream()
                        .filter(each -> each.horizon() == horizon)
                        .count()
                + "条";
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= SHORT ? text : text.substring(0, SHORT) + "…";
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "未明确" : text;
    }
}
