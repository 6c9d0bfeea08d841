package org.rectification.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.rectification.engine.InPlaceOf;
import org.rectification.file.FileIds;
import org.rectification.file.StoredFiles;
import org.rectification.people.Duties;
import org.rectification.people.Scope.Reach;
import org.rectification.people.Visibility;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.trail.Trail;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verifying body goes to a village once and looks at everything that waits there (R3, R4). The list is printed and taken
 * along, signed on site, scanned and handed in once; it then serves all its rows. A verdict is still given row by row.
 */
@Service
public class Visits {

    private static final int LONGEST_NAMES = 200;
    private static final int LONGEST_REASON = 500;

    private final VisitStore store;
    private final Duties duties;
    private final Visibility visibility;
    private final InspectedOrganisations organisations;
    private final StoredFiles files;
    private final Trail trail;
    private final Clock clock;

    Visits(
            VisitStore store,
            Duties duties,
            Visibility visibility,
            InspectedOrganisations organisations,
            StoredFiles files,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.duties = duties;
        this.visibility = visibility;
        this.organisations = organisations;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
    }

    /** Villages in which something waits for this person's body and stands on no list yet. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(String person) {
        return store.waiting(bodies(person, visibility.scopeOf(person).organisationId()));
    }

    /** Visits that are planned, or signed with rows still waiting; of the cases that the person sees. */
    @Transactional(readOnly = true)
    public List<Visit> open(String person) {
        return visibility.scopeOf(person).reach().compareTo(Reach.ORGANISATION) > 0
                ? List.of()
                : store.open(visibility.cases(person));
    }

    /** Empty when there is no such visit for this person. */
    @Transactional(readOnly = true)
    public Optional<Visit> find(String person, String visitId) {
        return visibility.scopeOf(person).reach().compareTo(Reach.ORGANISATION) > 0
                ? Optional.empty()
                : store.find(visitId, visibility.cases(person));
    }

    /**
     * Plans a visit: everything that waits in the village for the person's body is put on its list.
     *
     * @return id of the visit
     * @throws Refusal when nothing waits there, or the day lies in the past
     */
    @Transactional
    public String plan(String person, Plan plan) {
        new Violations()
                .require(plan.plannedOn() != null, "plannedOn", "请填写核验日期。")
                .require(
                        plan.plannedOn() == null || !plan.plannedOn().isBefore(LocalDate.now(clock)),
                        "plannedOn",
                        "拟去核验的日期不得早于今天。")
                .refuseAny();
        var key = new CaseKey(plan.round(), plan.organisation());
        var bodies = bodies(person, plan.organisation());
        if (bodies.none() || !organisations.contains(key)) {
            throw new NoSuchElementException();
        }
        // Two who plan at once would count the same number and list the same results.
        organisations.lock(key);
        var id = UUID.randomUUID().toString();
        if (store.waiting(bodies).stream()
                .noneMatch(waiting -> waiting.roundId().equals(plan.round())
                        && waiting.organisationId().equals(plan.organisation())
                        && waiting.villageCode().equals(plan.village()))) {
            throw Refusal.of("village", "该村目前没有等待现场核验、尚未列入清单的问题。");
        }
        store.insert(id, plan.round(), plan.organisation(), plan.village(), plan.plannedOn(), person);
        var listed = store.list(id, bodies);
        tell(
                person,
                plan.round(),
                plan.organisation(),
                "VISIT_PLANNED",
                Map.of("visit", id, "village", plan.village(), "plannedOn", plan.plannedOn(), "rows", listed));
        return id;
    }

    /**
     * Takes in what came to wait in the village since, and moves the day where one is given.
     *
     * @throws Refusal once the sheet is signed
     */
    @Transactional
    public void renew(String person, String visitId, @Nullable LocalDate plannedOn) {
        var visit = demandUnsigned(person, visitId);
        if (plannedOn != null && plannedOn.isBefore(LocalDate.now(clock))) {
            throw Refusal.of("plannedOn", "拟去核验的日期不得早于今天。");
        }
        var added = store.list(visitId, bodies(person, visit.organisationId()));
        if (plannedOn != null) {
            store.move(visitId, plannedOn);
        }
        tell(
                person,
                visit.roundId(),
                visit.organisationId(),
                "VISIT_RENEWED",
                Map.of("visit", visitId, "added", added, "plannedOn", String.valueOf(plannedOn)));
    }

    /** The visit does not take place; its rows wait for another. */
    @Transactional
    public void cancel(String person, String visitId, @Nullable String reason) {
        var visit = demandUnsigned(person, visitId);
        new Violations().requireText(reason, "reason", "取消的理由", LONGEST_REASON).refuseAny();
        store.cancel(visitId, reason);
        tell(
                person,
                visit.roundId(),
                visit.organisationId(),
                "VISIT_CANCELLED",
                Map.of("visit", visitId, "reason", reason));
    }

    /**
     * The signed sheet is handed in, once for all rows.
     *
     * @throws Refusal without day, names or file, or when it was handed in before
     */
    @Transactional
    public void sign(String person, String visitId, Signature signature) {
        var visit = demandUnsigned(person, visitId);
        var day = signature.visitedOn();
        new Violations()
                .require(day != null, "visitedOn", "请填写实际核验日期。")
                .require(day == null || !day.isAfter(LocalDate.now(clock)), "visitedOn", "实际核验日期不得晚于今天。")
                .require(day == null || !day.isBefore(visit.plannedDay()), "visitedOn", "实际核验日期不得早于清单生成的日期。")
                .requireText(signature.participants(), "participants", "现场签名人员", LONGEST_NAMES)
                .requireText(signature.sheetFile(), "sheetFile", "核验清单签名件", LONGEST_NAMES)
                .refuseAny();
        var file = FileIds.one(signature.sheetFile()).orElseThrow(() -> Refusal.of("sheetFile", "请上传核验清单签名件。"));
        files.demand(file, visit.roundId(), visit.organisationId());
        files.attach(file, null, "VISIT_SHEET");
        store.sign(visitId, day, signature.participants(), file, person);
        tell(
                person,
                visit.roundId(),
                visit.organisationId(),
                "VISIT_SIGNED",
                Map.of(
                        "visit",
                        visitId,
                        "visitedOn",
                        day,
                        "participants",
                        signature.participants(),
                        "sheetFile",
                        signature.sheetFile()));
    }

    /** With both names where the person acts in somebody's place (代行职责). */
    private void tell(String person, String roundId, String organisationId, String kind, Map<String, ?> content) {
        var capacity = duties.capacity(person, each -> Bodies.holdsAny(each, organisationId, duties));
        InPlaceOf.run(
                capacity.orElse(person), () -> trail.organisation(person, roundId, organisationId, kind, content));
    }

    private VisitStore.Locked demandUnsigned(String person, String visitId) {
        var visit = store.lock(visitId).orElseThrow(NoSuchElementException::new);
        if (bodies(person, visit.organisationId()).none()) {
            throw new NoSuchElementException();
        }
        if (visit.signed()) {
            throw Refusal.of("本次核验清单的签名件已经上传，清单不能再变动。");
        }
        return visit;
    }

    private Bodies bodies(String person, @Nullable String organisation) {
        return Bodies.of(person, organisation, duties);
    }

    /** A visit to one village on one day. */
    public record Plan(String round, String organisation, String village, @Nullable LocalDate plannedOn) {}

    /**
     * The sheet brought home.
     *
     * @param participants who signed on site
     * @param sheetFile id of the scan
     */
    public record Signature(@Nullable LocalDate visitedOn, @Nullable String participants, @Nullable String sheetFile) {}
}
