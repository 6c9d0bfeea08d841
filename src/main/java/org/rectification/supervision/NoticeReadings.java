package org.rectification.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.deadline.WarningLadder;
import org.rectification.deadline.WarningLadder.Colour;
import org.rectification.file.FileCard;
import org.rectification.file.StoredFiles;
import org.rectification.people.Scope;
import org.rectification.people.Visibility;
import org.rectification.people.Visibility.Condition;
import org.rectification.supervision.NoticeViewers.Viewer;
import org.rectification.warning.RoundLadders;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who reads which notice: the county bodies all, the township its own and its villages', a village only what was sent to
 * it. However many there are, the number of statements is the same.
 */
@Service
public class NoticeReadings {

    private final NoticeStore store;
    private final NoticeViewers viewers;
    private final Visibility visibility;
    private final RoundLadders ladders;
    private final StoredFiles files;
    private final Clock clock;

    NoticeReadings(
            NoticeStore store,
            NoticeViewers viewers,
            Visibility visibility,
            RoundLadders ladders,
            StoredFiles files,
            Clock clock) {
        this.store = store;
        this.viewers = viewers;
        this.visibility = visibility;
        this.ladders = ladders;
        this.files = files;
        this.clock = clock;
    }

    /** The open ones first, the earliest day first; then what is over, the latest first. */
    @Transactional(readOnly = true)
    public List<Sheet> of(String person) {
        var seen = seen(person);
        var sheets = new ArrayList<>(sheets(viewers.of(person), store.where(seen.sql(), seen.params())));
        sheets.sort(
                Comparator.comparing((Sheet sheet) -> !sheet.notice().state().open())
                        .thenComparing(sheet -> sheet.notice().state().open()
                                ? sheet.notice().replyDueOn().toEpochDay()
                                : -sheet.notice().since().toEpochSecond()));
        return List.copyOf(sheets);
    }

    /** Those about a finding that the person reads, with nothing to do there. */
    @Transactional(readOnly = true)
    public List<Sheet> ofFinding(String person, String findingId) {
        var seen = seen(person);
        var params = new HashMap<String, Object>(seen.params());
        params.put("finding", findingId);
        return sheets(
                Viewer.NOBODY,
                store.where(
                        "(" + seen.sql()
                                + ") and n.id in (select notice_id from rectification.supervision_notice_finding"
                                + " where finding_id = :finding)",
                        params));
    }

    /** Empty for who may not read it. */
    public Optional<Notice> find(String person, String id) {
        var seen = seen(person);
        var params = new HashMap<String, Object>(seen.params());
        params.put("notice", id);
        return store.where("(" + seen.sql() + ") and n.id = :notice", params).stream()
                .findFirst();
    }

    /** As {@link #find}, with everything about it. */
    @Transactional(readOnly = true)
    public Optional<Sheet> sheet(String person, String id) {
        return find(person, id)
                .map(notice -> sheets(viewers.of(person), List.of(notice)).get(0));
    }

    /** For the forms of its own tasks: with everything about it, and nothing to do but the task. */
    @Transactional(readOnly = true)
    public Sheet sheet(String id) {
        return sheets(Viewer.NOBODY, List.of(store.get(id))).get(0);
    }

    private Condition seen(String person) {
        var scope = visibility.scopeOf(person);
        return switch (scope.reach()) {
            case COUNTY -> new Condition("true", Map.of());
            case ORGANISATION ->
                new Condition("n.organisation_id = :seerOrganisation", Map.of("seerOrganisation", organisation(scope)));
            case VILLAGES ->
                new Condition(
                        "n.organisation_id = :seerOrganisation and n.village_code in (:seerVillages)",
                        Map.of("seerOrganisation", organisation(scope), "seerVillages", List.copyOf(scope.villages())));
            case TEAM, OWN, NOTHING -> new Condition("false", Map.of());
        };
    }

    private static String organisation(Scope scope) {
        return String.valueOf(scope.organisationId());
    }

    private List<Sheet> sheets(Viewer viewer, List<Notice> notices) {
        if (notices.isEmpty()) {
            return List.of();
        }
        var ids = notices.stream().map(Notice::id).toList();
        var findings = store.findings(ids);
        var replies = store.replies(ids);
        var changes = store.changes(ids);
        var papers = papers(ids);
        var today = LocalDate.ofInstant(clock.instant(), ShanghaiTime.ZONE);
        var ladderOf = new HashMap<String, WarningLadder>();
        return notices.stream()
                .map(notice -> new Sheet(
                        notice,
                        colour(ladderOf.computeIfAbsent(notice.roundId(), ladders::of), notice, today),
                        notice.state() == NoticeState.WAITING && today.isAfter(notice.replyDueOn()),
                        findings.getOrDefault(notice.id(), List.of()),
                        replies.getOrDefault(notice.id(), List.of()).stream()
                                .map(reply -> new Answer(reply, papers.getOrDefault(reply.id(), List.of())))
                                .toList(),
                        changes.getOrDefault(notice.id(), List.of()),
                        viewer.mayReply(notice),
                        viewer.mayReply(notice) && viewer.nameNeeded(notice),
                        viewer.ofSender(notice) && notice.state().open()))
                .toList();
    }

    /** What was raised to the Secretary stays red until it is answered. */
    @Nullable private static Colour colour(WarningLadder ladder, Notice notice, LocalDate today) {
        if (notice.state() != NoticeState.WAITING) {
            return null;
        }
        return notice.toSecretary()
                ? Colour.RED
                : ladder.colourOn(today, notice.replyDueOn()).orElse(null);
    }

    private Map<Long, List<FileCard>> papers(List<String> notices) {
        var ids = store.files(notices);
        var cards = new HashMap<String, FileCard>();
        files.cards(ids.values().stream().flatMap(List::stream).toList()).forEach(card -> cards.put(card.id(), card));
        var papers = new HashMap<Long, List<FileCard>>();
        ids.forEach((reply, given) ->
                papers.put(reply, given.stream().map(cards::get).toList()));
        return papers;
    }

    /**
     * A notice with everything about it, for one reader.
     *
     * @param colour while it waits for a reply; null: nothing to warn about
     * @param late waits for a reply after its day
     * @param mayReply whether the reader may answer it here
     * @param nameNeeded whether the reader then has to write for whom
     * @param mayChange whether the reader belongs to its sender, while it is open
     */
    public record Sheet(
            Notice notice,
            @Nullable Colour colour,
            boolean late,
            List<AboutFinding> findings,
            List<Answer> replies,
            List<NoticeChange> changes,
            boolean mayReply,
            boolean nameNeeded,
            boolean mayChange) {}

    public record Answer(Reply reply, List<FileCard> files) {}
}
