package org.rectification.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * What one line of the plan says at one moment, word by word. Kept as JSON wherever a state of the plan is kept; what was
 * written by a later program is read without the fields that this one does not know.
 *
 * @param leader login; the name beside it is the name of that day
 * @param filledInBy name of who entered it for the drafter (代填)
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record LineContent(
        String number,
        @Nullable String village,
        @Nullable String villageName,
        String title,
        String problem,
        @Nullable String leader,
        @Nullable String leaderName,
        @Nullable String branch,
        @Nullable String person,
        @Nullable String personName,
        @Nullable String rootCause,
        @Nullable String similarCheck,
        @Nullable Integer similarChecked,
        @Nullable Integer similarFound,
        @Nullable String goal,
        @Nullable LocalDate dueOn,
        List<Measure> measures,
        @Nullable String noNowReason,
        @Nullable String noLastingReason,
        @Nullable String ownerReason,
        @Nullable String drafter,
        @Nullable String filledInBy) {

    LineContent {
        measures = measures == null ? List.of() : List.copyOf(measures);
    }

    static LineContent of(PlannedLine planned) {
        var line = planned.line();
        var subject = line.subject();
        return new LineContent(
                subject.number(),
                subject.villageCode(),
                subject.villageName(),
                subject.title(),
                subject.problem(),
                line.leader() == null ? null : line.leader().id(),
                line.leader() == null ? null : line.leader().name(),
                line.branch(),
                line.person() == null ? null : line.person().id(),
                line.person() == null ? null : line.person().name(),
                line.rootCause(),
                line.similarCheck(),
                line.similarChecked(),
                line.similarFound(),
                line.goal(),
                line.dueOn(),
                line.measures(),
                line.noNowReason(),
                line.noLastingReason(),
                line.ownerReason(),
                planned.drafter().id(),
                planned.filledInBy());
    }

    /** How people speak of it, such as 镇本级第3号问题“…”. */
    @JsonIgnore
    String label() {
        return (village == null ? "镇本级" : villageName == null ? village : villageName) + Subject.numbered(number) + "“"
                + title + "”";
    }
}
