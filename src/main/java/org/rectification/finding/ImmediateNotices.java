package org.rectification.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rectification.engine.InPlaceOf;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What came so far of a notice to put something right at once (立行立改, S24): told by those who hand it over with the feedback
 * (S03), later by those who answer for it. It says how things stand and settles nothing: the finding is reported, reviewed and
 * verified like every other.
 */
@Service
public class ImmediateNotices {

    private static final int LONGEST = 1_000;

    private final FindingStore store;
    private final FindingMoves moves;
    private final Duties duties;
    private final JdbcClient jdbc;
    private final Clock clock;

    ImmediateNotices(FindingStore store, FindingMoves moves, Duties duties, JdbcClient jdbc, Clock clock) {
        this.store = store;
        this.moves = moves;
        this.duties = duties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The notice of a finding that is to be put right at once.
     *
     * @param dueOn the notice's day, or the profile's where it names none; due at 24:00 of the day in Asia/Shanghai
     * @param result how things stand; null: nobody told yet
     * @param resultOn day on which that was told
     * @param mayRecord whether the person who asks may tell
     */
    public record Notice(
            @Nullable LocalDate issuedOn,
            @Nullable String number,
            @Nullable LocalDate dueOn,
            @Nullable String result,
            @Nullable LocalDate resultOn,
            boolean mayRecord) {}

    /** Empty for a finding that need not be put right at once. */
    @Transactional(readOnly = true)
    public Optional<Notice> of(String actor, String findingId) {
        var finding = store.get(findingId);
        if (!finding.facts().immediate()) {
            return Optional.empty();
        }
        var mayRecord = finding.state() != FindingState.STRUCK_OFF
                && capacity(actor, finding).isPresent();
        return jdbc.sql(
                        """
                        select immediate_notice_on, immediate_notice_number, immediate_due_on, immediate_result,
                               immediate_result_on from rectification.finding where id = ?""")
                .param(findingId)
                .query((row, number) -> new Notice(
                        row.getObject("immediate_notice_on", LocalDate.class),
                        row.getString("immediate_notice_number"),
                        row.getObject("immediate_due_on", LocalDate.class),
                        row.getString("immediate_result"),
                        row.getObject("immediate_result_on", LocalDate.class),
                        mayRecord))
                .optional();
    }

    /**
     * Tells how things stand; what was told before stays in the trail.
     *
     * @throws Refusal for anybody whose business it is not, for a finding that need not be put right at once or is struck off,
     *     and for a text that is missing, too long or unchanged
     */
    @Transactional
    public void record(String actor, String findingId, @Nullable String text) {
        var finding = store.lock(findingId);
        var facts = finding.facts();
        if (!facts.immediate()) {
            throw Refusal.of("text", "只有立行立改的问题才登记立行立改办理情况。");
        }
        var capacity = capacity(actor, finding)
                .orElseThrow(() -> Refusal.of("立行立改办理情况由巡察办、巡察组、整改办或者该问题的责任领导、责任人员登记，您没有这项职责。"));
        if (finding.state() == FindingState.STRUCK_OFF) {
            throw Refusal.of("问题已销号，不能再登记立行立改办理情况。");
        }
        new Violations().requireText(text, "text", "办理情况", LONGEST).refuseAny();
        var told = text.strip();
        var before = told(findingId);
        if (told.equals(before)) {
            throw Refusal.of("text", "办理情况没有变化。");
        }
        jdbc.sql("update rectification.finding set immediate_result = ?, immediate_result_on = ? where id = ?")
                .params(told, LocalDate.now(clock), findingId)
                .update();
        InPlaceOf.run(
                capacity,
                () -> moves.note(actor, finding, "IMMEDIATE_RESULT_RECORDED", field(before), field(told), null));
    }

    private String told(String findingId) {
        return jdbc.sql("select coalesce(immediate_result, '') from rectification.finding where id = ?")
                .param(findingId)
                .query(String.class)
                .single();
    }

    private static Map<String, String> field(String text) {
        return Map.of("immediateResult", text);
    }

    private Optional<String> capacity(String actor, Finding finding) {
        var organisation = finding.facts().organisationId();
        var owners = finding.owners();
        return duties.capacity(
                actor,
                person -> duties.holds(person, Role.INSPECTION_OFFICE)
                        || duties.holds(person, Role.INSPECTION_TEAM)
                        || duties.holds(person, Role.RECTIFICATION_OFFICE, organisation)
                        || owners.filter(each ->
                                        Objects.equals(each.leader(), person) || Objects.equals(each.person(), person))
                                .isPresent());
    }
}
