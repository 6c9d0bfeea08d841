package org.rectification.strikeoff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.rectification.engine.InPlaceOf;
import org.rectification.file.FileIds;
import org.rectification.file.StoredFiles;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.people.Scope.Reach;
import org.rectification.people.Visibility;
import org.rectification.people.Visibility.Condition;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.trail.Trail;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 销号清单: the clerk puts what was struck off on the next list, and records the meeting of the leading group that noted it
 * (S22). A noted list never changes; what is struck off later goes on the next one.
 */
@Service
public class Batches {

    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_FILE = 200;
    private static final Condition NONE = new Condition("false", Map.of());

    private final BatchStore store;
    private final InspectedOrganisations organisations;
    private final Visibility visibility;
    private final Duties duties;
    private final StoredFiles files;
    private final Trail trail;
    private final Clock clock;

    Batches(
            BatchStore store,
            InspectedOrganisations organisations,
            Visibility visibility,
            Duties duties,
            StoredFiles files,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.organisations = organisations;
        this.visibility = visibility;
        this.duties = duties;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
    }

    /** Counts of every case that the person sees as a whole. */
    @Transactional(readOnly = true)
    public List<BatchCounts> counts(String person) {
        return store.counts(whole(person));
    }

    /** Whether the person keeps the lists of this organisation. */
    public boolean mayList(String person, String organisationId) {
        return duties.exercises(person, Role.RECTIFICATION_OFFICE, organisationId);
    }

    /** The lists of a case in their order; none for who does not see the case as a whole. */
    @Transactional(readOnly = true)
    public List<Batch> of(String person, CaseKey key) {
        return store.of(key, whole(person));
    }

    /** Empty when there is no such list for this person. */
    @Transactional(readOnly = true)
    public Optional<Batch> find(String person, String batchId) {
        return store.find(batchId, whole(person));
    }

    /**
     * Puts struck-off findings on the next list: the one that is still open, or a new one.
     *
     * @param findings those that the clerk chose; null for all that stand on no list yet
     * @return id of the list
     * @throws Refusal when there is nothing to list, or one of them stands on a list already or is not struck off
     */
    @Transactional
    public String list(String actor, CaseKey key, @Nullable List<String> findings) {
        var clerk = clerk(actor, key);
        organisations.lock(key);
        var unlisted = store.unlisted(key);
        var chosen = findings == null
                ? unlisted
                : unlisted.stream().filter(findings::contains).toList();
        if (findings != null && chosen.size() != new HashSet<>(findings).size()) {
            throw Refusal.of("findings", "所选问题中有的尚未销号，或已列入其他批次；一个问题只能列入一个批次。");
        }
        if (chosen.isEmpty()) {
            throw Refusal.of("findings", "目前没有已销号、尚未列入清单的问题。");
        }
        var batch = store.openBatch(key, actor);
        store.add(batch, chosen);
        InPlaceOf.run(
                clerk,
                () -> trail.organisation(
                        actor,
                        key.roundId(),
                        key.organisationId(),
                        "STRIKE_OFF_LISTED",
                        Map.of("batch", batch, "findings", chosen)));
        return batch;
    }

    /**
     * The leading group of the township noted the list in a meeting.
     *
     * @throws Refusal without day, number and file of the minutes, for a day before the newest strike-off on the list or
     *     after today, or when it was noted before
     */
    @Transactional
    public void note(String actor, String batchId, Noting noting) {
        var batch = store.lock(batchId).orElseThrow(NoSuchElementException::new);
        var clerk = clerk(actor, batch.key());
        if (batch.noted()) {
            throw Refusal.of("本批销号清单已经会议通报，不能再变动。");
        }
        var day = noting.metOn();
        new Violations()
                .require(day != null, "metOn", "请填写会议日期。")
                .require(day == null || !day.isAfter(LocalDate.now(clock)), "metOn", "会议日期不得晚于今天。")
                .require(
                        day == null || !day.isBefore(batch.lastStruckOffOn()),
                        "metOn",
                        "会议日期不得早于清单中最后一个问题的销号日期（" + batch.lastStruckOffOn() + "）。")
                .requireText(noting.minutesNumber(), "minutesNumber", "会议纪要编号", LONGEST_NUMBER)
                .requireText(noting.minutesFile(), "minutesFile", "会议纪要", LONGEST_FILE)
                .refuseAny();
        var file = FileIds.one(noting.minutesFile()).orElseThrow(() -> Refusal.of("minutesFile", "请上传会议纪要。"));
        files.demand(file, batch.key().roundId(), batch.key().organisationId());
        files.attach(file, null, "BATCH_MINUTES");
        store.note(batchId, day, noting.minutesNumber(), file, actor);
        InPlaceOf.run(
                clerk,
                () -> trail.organisation(
                        actor,
                        batch.key().roundId(),
                        batch.key().organisationId(),
                        "STRIKE_OFF_NOTED",
                        Map.of(
                                "batch", batchId,
                                "number", batch.number(),
                                "metOn", day,
                                "minutesNumber", noting.minutesNumber(),
                                "minutesFile", file)));
    }

    /** The clerk, or in whose place the actor keeps the lists. */
    private String clerk(String actor, CaseKey key) {
        return duties.capacity(actor, Role.RECTIFICATION_OFFICE, key.organisationId())
                .filter(any -> visibility.seesCase(actor, key.roundId(), key.organisationId()))
                .orElseThrow();
    }

    /** A list tells about all villages: it is for who sees the whole organisation. */
    private Condition whole(String person) {
        return visibility.scopeOf(person).reach().compareTo(Reach.ORGANISATION) > 0 ? NONE : visibility.cases(person);
    }

    /**
     * How the leading group noted a list.
     *
     * @param minutesFile id of the minutes
     */
    public record Noting(@Nullable LocalDate metOn, @Nullable String minutesNumber, @Nullable String minutesFile) {}
}
