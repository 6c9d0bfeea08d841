package org.rectification.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rectification.consultation.ConsultationStore.About;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.engine.InPlaceOf;
import org.rectification.file.FileIds;
import org.rectification.file.StoredFiles;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.people.Visibility;
import org.rectification.period.PersonalActs;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.round.CaseKey;
import org.rectification.trail.Trail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking a body for a talk about open findings (约请沟通, S34): the clerk, or whoever leads or does the work on each of
 * them. A talk never moves a finding by itself; what it changes is said in its effect.
 */
@Service("consultations")
public class Consultations {

    /** Local default, in working days. */
    static final int TO_ANSWER = 5;

    private final ConsultationStore store;
    private final Duties duties;
    private final Visibility visibility;
    private final PersonalActs acts;
    private final StoredFiles files;
    private final WorkingCalendar calendar;
    private final ObjectProvider<ConsultationProcess> process;
    private final Trail trail;
    private final Clock clock;

    Consultations(
            ConsultationStore store,
            Duties duties,
            Visibility visibility,
            PersonalActs acts,
            StoredFiles files,
            WorkingCalendar calendar,
            ObjectProvider<ConsultationProcess> process,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.duties = duties;
        this.visibility = visibility;
        this.acts = acts;
        this.files = files;
        this.calendar = calendar;
        this.process = process;
        this.trail = trail;
        this.clock = clock;
    }

    /** Open findings about which the person may ask for a talk. */
    @Transactional(readOnly = true)
    public List<Askable> askable(String person) {
        var seen = visibility.findings(person);
        return store.open(seen.params(), seen.sql()).stream()
                .filter(finding -> mayAskAbout(person, finding))
                .map(finding -> new Askable(finding.id(), finding.label()))
                .toList();
    }

    /**
     * Asks; the body's people get a task.
     *
     * @return id of the consultation
     * @throws Refusal for a finding that is settled, of another case or not the person's, or without a question
     */
    @Transactional
    public String request(String actor, RequestEntry entry) {
        var seen = visibility.findings(actor);
        var about = store.open(seen.params(), seen.sql()).stream()
                .filter(finding -> entry.findings().contains(finding.id()) && mayAskAbout(actor, finding))
                .toList();
        new Violations()
                .require(entry.body() != null, "body", "请选择约请的单位。")
                .require(!entry.findings().isEmpty(), "findings", "请至少选择一个问题。")
                .require(about.size() == entry.findings().size(), "findings", "只能就本人负责或者本单位整改办经办的未办结问题约请沟通。")
                .require(about.stream().map(About::key).distinct().count() <= 1, "findings", "一次约请只能涉及同一轮次同一单位的问题。")
                .requireText(entry.question(), "question", "约请沟通的事项", Consultation.LONGEST_TEXT)
                .require(
                        entry.preferredOn() == null || !entry.preferredOn().isBefore(today()),
                        "preferredOn",
                        "希望沟通的日期不得早于今日。")
                .refuseAny();
        return InPlaceOf.call(
                duties.capacity(actor, person -> about.stream().allMatch(finding -> isOf(person, finding))),
                () -> open(actor, about.get(0).key(), entry));
    }

    private String open(String actor, CaseKey key, RequestEntry entry) {
        var id = UUID.randomUUID().toString();
        store.insert(id, key, entry, actor, now(), calendar.plusWorkingDays(today(), TO_ANSWER));
        store.started(id, process.getObject().requested(key, id));
        record(actor, id, "CONSULTATION_REQUESTED", entry.question());
        return id;
    }

    /** Whether it is the person's own to ask about, in nobody's place. */
    private boolean isOf(String person, About finding) {
        return person.equals(finding.leader())
                || person.equals(finding.person())
                || duties.holds(person, Role.RECTIFICATION_OFFICE, finding.organisationId());
    }

    /**
     * The body accepts with a time, or says no with a reason.
     *
     * @return whether it was accepted
     */
    @Transactional
    public boolean answer(String actor, String id, AnswerEntry entry) {
        var consultation = store.lock(id);
        acts.demand(actor, consultation.body().role());
        consultation.checkAnswer(entry, today());
        var accepted = AnswerEntry.ACCEPT.equals(entry.decision());
        var at = accepted
                ? entry.talkOn()
                        .atTime(Consultation.time(entry.talkTime()).orElseThrow())
                        .atZone(ShanghaiTime.ZONE)
                        .toOffsetDateTime()
                : null;
        store.answer(id, accepted, at, entry, actor, now());
        record(actor, id, accepted ? "CONSULTATION_ACCEPTED" : "CONSULTATION_DECLINED", entry.reason());
        return accepted;
    }

    /** The body or the clerk says what came of it. */
    @Transactional
    public void minute(String actor, String id, MinutesEntry entry) {
        var consultation = store.lock(id);
        if (!duties.exercises(actor, consultation.body().role())
                && !duties.exercises(actor, Role.RECTIFICATION_OFFICE, consultation.organisationId())) {
            throw Refusal.of("沟通纪要由" + consultation.body().label() + "或者整改办登记，您没有这项职责。");
        }
        consultation.checkMinutes(entry, calendar.minusWorkingDays(consultation.answerDueOn(), TO_ANSWER), today());
        store.minute(id, entry, attach(entry.minutesFile(), consultation), actor, now());
        record(actor, id, "CONSULTATION_MINUTED", entry.advice());
    }

    /**
     * The body confirms the minutes, or gives them back with a reason.
     *
     * @return whether they are confirmed
     */
    @Transactional
    public boolean confirm(String actor, String id, ConfirmationEntry entry) {
        var consultation = store.lock(id);
        acts.demand(actor, consultation.body().role());
        var confirmed = ConfirmationEntry.CONFIRM.equals(entry.decision());
        var violations = new Violations()
                .require(confirmed || ConfirmationEntry.RETURN.equals(entry.decision()), "decision", "请选择确认纪要或退回修改。");
        if (!confirmed) {
            violations.requireText(entry.reason(), "reason", "退回理由", Consultation.LONGEST_TEXT);
        }
        violations.refuseAny();
        if (confirmed) {
            store.confirm(id, actor, now());
        } else {
            store.giveBack(id, entry.reason());
        }
        record(actor, id, confirmed ? "CONSULTATION_CONFIRMED" : "CONSULTATION_RETURNED", entry.reason());
        return confirmed;
    }

    public Consultation get(String id) {
        return store.find(id).orElseThrow(() -> new IllegalArgumentException("no consultation " + id));
    }

    /** Of the findings that it is about, with place and number. */
    public List<String> labels(String id) {
        return store.findings(id).stream().map(About::label).toList();
    }

    /** For the body that was asked, the inspection office, the clerk, the Secretary, and whoever answers for all its findings. */
    @Transactional(readOnly = true)
    public List<Row> of(String person) {
        return store.all().stream()
                .filter(each -> visibility.seesCase(person, each.roundId(), each.organisationId()))
                .filter(each -> mayRead(person, each, store.findings(each.id())))
                .map(each -> new Row(each, labels(each.id())))
                .toList();
    }

    private boolean mayRead(String person, Consultation each, List<About> findings) {
        return duties.exercises(person, each.body().role())
                || duties.exercises(person, Role.INSPECTION_OFFICE)
                || duties.exercises(person, Role.RECTIFICATION_OFFICE, each.organisationId())
                || duties.exercises(person, Role.PARTY_SECRETARY, each.organisationId())
                || findings.stream()
                        .allMatch(finding -> visibility.seesFinding(person, finding.id()) && owns(person, finding));
    }

    private boolean mayAskAbout(String person, About finding) {
        return duties.exercises(person, Role.RECTIFICATION_OFFICE, finding.organisationId()) || owns(person, finding);
    }

    private boolean owns(String person, About finding) {
        return finding.leader() != null && duties.actsFor(person, finding.leader())
                || finding.person() != null && duties.actsFor(person, finding.person());
    }

    @Nullable private String attach(@Nullable String given, Consultation consultation) {
        var id = FileIds.one(given).orElse(null);
        if (id != null) {
            try {
                files.demand(id, consultation.roundId(), consultation.organisationId());
            } catch (Refusal refusal) {
                throw Refusal.of("minutesFile", refusal.getMessage());
            }
            store.findings(consultation.id())
                    .forEach(finding -> files.attach(id, finding.id(), "CONSULTATION_MINUTES"));
        }
        return id;
    }

    /** On each finding that it is about, so that the finding's own story is complete. */
    private void record(String actor, String id, String kind, @Nullable String note) {
        var consultation = get(id);
        var after = new HashMap<String, Object>(
                Map.of("consultation", id, "body", consultation.body().name()));
        trail.findings(
                actor,
                kind,
                store.findings(id).stream()
                        .map(finding -> new Trail.OfFinding(
                                consultation.roundId(), consultation.organisationId(), finding.id(), null, after))
                        .toList(),
                note);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ShanghaiTime.ZONE);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    public record Askable(String id, String label) {}

    /** @param labels of the findings that it is about */
    public record Row(Consultation consultation, List<String> labels) {}
}
