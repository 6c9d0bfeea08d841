package org.rectification.meeting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.file.FileIds;
import org.rectification.file.StoredFiles;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.people.Scope.Reach;
import org.rectification.people.Visibility;
import org.rectification.period.CaseCalendar;
import org.rectification.period.PersonalActs;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of study and deployment meetings (S29), kept by the clerk; report A is written from it. What was recorded
 * stays: a correction is added beside it, with the reason.
 */
@Service
public class StudyMeetings {

    private final StudyStore store;
    private final PersonalActs acts;
    private final Duties duties;
    private final Visibility visibility;
    private final CaseCalendar calendar;
    private final InspectedOrganisations organisations;
    private final StoredFiles files;
    private final Trail trail;
    private final JdbcClient jdbc;

    StudyMeetings(
            StudyStore store,
            PersonalActs acts,
            Duties duties,
            Visibility visibility,
            CaseCalendar calendar,
            InspectedOrganisations organisations,
            StoredFiles files,
            Trail trail,
            JdbcClient jdbc) {
        this.store = store;
        this.acts = acts;
        this.duties = duties;
        this.visibility = visibility;
        this.calendar = calendar;
        this.organisations = organisations;
        this.files = files;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /** The register of a case as somebody may see it. */
    public record OfCase(
            String roundId,
            String roundName,
            String organisationId,
            String organisation,
            boolean mayRecord,
            String summary,
            List<StudyMeeting> meetings) {}

    /** Of every case that the township's leadership or a county body sees; the newest round first. */
    @Transactional(readOnly = true)
    public List<OfCase> of(String person) {
        if (visibility.scopeOf(person).reach().compareTo(Reach.ORGANISATION) > 0) {
            return List.of();
        }
        var cases = visibility.cases(person);
        return jdbc.sql(
                        """
                        select c.round_id, c.organisation_id, c.name, r.round_number || r.batch as round_name
                          from rectification.inspected_organisation c join rectification.round r on r.id = c.round_id
                         where c.feedback_held_at is not null and (%s)
                         order by c.archived_at nulls first, r.registered_at desc, c.position"""
                                .formatted(cases.sql()))
                .params(cases.params())
                .query((row, number) -> {
                    var key = new CaseKey(row.getString("round_id"), row.getString("organisation_id"));
                    return new OfCase(
                            key.roundId(),
                            row.getString("round_name"),
                            key.organisationId(),
                            row.getString("name"),
                            duties.exercises(person, Role.RECTIFICATION_OFFICE, key.organisationId()),
                            summary(key),
                            store.of(key));
                })
                .list();
    }

    /** What counts, by day: for report A. */
    @Transactional(readOnly = true)
    public List<StudyMeeting> counting(CaseKey key) {
        return store.of(key).stream().filter(StudyMeeting::current).toList();
    }

    /** How many of each kind since the feedback; a warning where there was none (S29). */
    @Transactional(readOnly = true)
    public String summary(CaseKey key) {
        var counting = counting(key);
        if (counting.isEmpty()) {
            return "提示：反馈以来没有登记过传达学习、党委会研究或领导小组会，请核对后在“学习部署”页登记。";
        }
        return "反馈以来共组织学习部署%d次：%s。"
                .formatted(
                        counting.size(),
                        Stream.of(StudyKind.values())
                                .map(kind -> kind.label()
                                        + counting.stream()
                                                .filter(each -> each.kind().equals(kind.name()))
                                                .count()
                                        + "次")
                                .collect(Collectors.joining("、")));
    }

    /**
     * Adds a meeting.
     *
     * @throws Refusal by anybody but the clerk, or naming each field that is missing or wrong
     */
    @Transactional
    public String record(String actor, CaseKey key, StudyEntry entry) {
        return acts.done(actor, Role.RECTIFICATION_OFFICE, key.organisationId(), () -> write(actor, key, entry, null));
    }

    /**
     * Adds what is right beside what was wrong.
     *
     * @throws Refusal by anybody but the clerk, without a reason, or when that row was corrected before
     */
    @Transactional
    public String correct(String actor, String id, StudyEntry entry) {
        var key = store.caseOf(id).orElseThrow(NoSuchElementException::new);
        if (!visibility.seesCase(actor, key.roundId(), key.organisationId())) {
            throw new NoSuchElementException();
        }
        return acts.done(actor, Role.RECTIFICATION_OFFICE, key.organisationId(), () -> {
            organisations.lock(key);
            if (store.of(key).stream().noneMatch(row -> row.id().equals(id) && row.current())) {
                throw Refusal.of("这条登记已经更正过，请更正最新的一条。");
            }
            return write(actor, key, entry, id);
        });
    }

    private String write(String actor, CaseKey key, StudyEntry entry, @Nullable String corrects) {
        var violations = new Violations();
        entry.check(violations, calendar.feedbackOn(key), calendar.today());
        if (corrects != null) {
            entry.checkCorrection(violations);
        }
        var findings = entry.findings().stream().distinct().toList();
        violations.require(store.known(key, findings) == findings.size(), "findings", "所选问题不属于本单位，请重新选择。");
        violations.refuseAny();
        var minutes = FileIds.one(entry.minutesFile()).orElse(null);
        if (minutes != null) {
            attach(key, minutes);
        }
        var id = store.insert(actor, key, entry, minutes, corrects);
        var facts = new LinkedHashMap<String, Object>();
        facts.put("id", id);
        facts.put("kind", entry.kind());
        facts.put("heldOn", String.valueOf(entry.heldOn()));
        facts.put("topic", entry.topic());
        if (corrects != null) {
            facts.put("corrects", corrects);
            facts.put("reason", entry.correctionReason());
            facts.put("withdrawn", entry.takesBack());
        }
        trail.organisation(
                actor,
                key.roundId(),
                key.organisationId(),
                corrects == null ? "STUDY_MEETING_RECORDED" : "STUDY_MEETING_CORRECTED",
                facts);
        return id;
    }

    private void attach(CaseKey key, String minutes) {
        try {
            files.demand(minutes, key.roundId(), key.organisationId());
        } catch (Refusal refusal) {
            throw Refusal.of("minutesFile", refusal.getMessage());
        }
        files.attach(minutes, null, "STUDY_MEETING");
    }
}
