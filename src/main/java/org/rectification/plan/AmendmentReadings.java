package org.rectification.plan;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rectification.people.People;
import org.rectification.plan.PlanReadings.Option;
import org.rectification.plan.ReviewReadings.Change;
import org.rectification.plan.ReviewReadings.Line;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;

/** What people are shown of amendments. */
@Service
public class AmendmentReadings {

    private final AmendmentStore store;
    private final PlanAmendments amendments;
    private final AmendmentProcess process;
    private final PlanSubmissions submissions;
    private final PlanReadings readings;
    private final InspectedOrganisations organisations;
    private final People people;

    AmendmentReadings(
            AmendmentStore store,
            PlanAmendments amendments,
            AmendmentProcess process,
            PlanSubmissions submissions,
            PlanReadings readings,
            InspectedOrganisations organisations,
            People people) {
        this.store = store;
        this.amendments = amendments;
        this.process = process;
        this.submissions = submissions;
        this.readings = readings;
        this.organisations = organisations;
        this.people = people;
    }

    /** The plan as it stands, with what may be chosen. */
    public record Preparing(
            String roundId,
            String organisationId,
            String reason,
            String returned,
            List<Line> lines,
            List<Option> findings,
            List<Option> people) {}

    /** What the inspection office decides about. */
    public record Proposed(
            String roundId,
            String organisationId,
            String organisation,
            String reason,
            String proposer,
            boolean deliberated,
            String meeting,
            String minutesFile,
            List<Change> changes) {}

    /** An amendment as the list of a plan shows it. */
    public record Card(
            String id,
            String state,
            String reason,
            String startedBy,
            OffsetDateTime startedAt,
            @Nullable String remark,
            @Nullable Integer version,
            @Nullable String taskId) {}

    public Preparing preparing(String amendmentId) {
        var amendment = store.get(amendmentId);
        var key = amendment.key();
        var lines = submissions.current(key, amendment.startedBy());
        return new Preparing(
                key.roundId(),
                key.organisationId(),
                amendment.reason(),
                amendment.state() == AmendmentState.RETURNED ? "巡察办退回：" + amendment.remark() : "",
                lines.values().stream().map(ReviewReadings::line).toList(),
                lines.entrySet().stream()
                        .map(entry -> new Option(entry.getValue().label(), entry.getKey()))
                        .toList(),
                readings.people(key.organisationId()));
    }

    public Map<String, Object> written(String amendmentId) {
        var amendment = store.get(amendmentId);
        var written = new LinkedHashMap<String, Object>();
        written.put("action", "SUBMIT");
        written.put("changes", amendment.changes());
        var meeting = amendment.meeting();
        if (meeting != null) {
            written.put("meetingOn", meeting.meetingOn());
            written.put("minutesNumber", meeting.minutesNumber());
            written.put("minutesFile", meeting.minutesFile());
            written.put("paperPerson", meeting.paperPerson());
            written.put("paperOn", meeting.paperOn());
        }
        return written;
    }

    public Proposed proposed(String amendmentId) {
        var amendment = store.get(amendmentId);
        var key = amendment.key();
        var meeting = amendment.meeting();
        return new Proposed(
                key.roundId(),
                key.organisationId(),
                organisations.get(key).name(),
                amendment.reason(),
                people.name(amendment.submittedBy()),
                meeting != null,
                meeting == null ? "" : meeting.inWords(),
                meeting == null ? "" : meeting.minutesFile(),
                ReviewReadings.changes(amendments.changes(amendment.startedBy(), amendmentId)));
    }

    /** People who may be chosen as owners. */
    public List<Option> people(CaseKey key) {
        return readings.people(key.organisationId());
    }

    /** All amendments of a plan, latest first. */
    public List<Card> of(String personId, CaseKey key) {
        return store.of(key).stream()
                .map(each -> new Card(
                        each.id(),
                        each.state().label(),
                        each.reason(),
                        people.name(each.startedBy()),
                        each.startedAt(),
                        each.remark(),
                        each.version(),
                        each.state().open()
                                ? process.taskOf(each.id(), personId).orElse(null)
                                : null))
                .toList();
    }
}
