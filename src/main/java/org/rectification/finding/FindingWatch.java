package org.rectification.finding;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.deadline.WarningLadder;
import org.rectification.deadline.WarningLadder.Step;
import org.rectification.warning.RoundLadders;
import org.springframework.stereotype.Component;

/**
 * When a finding's due day wants attention (R25): the rungs up to red, and the morning after its last day. The rungs above red
 * are for {@link FindingItems}.
 */
@Component("findingWatch")
public class FindingWatch {

    private final FindingStore store;
    private final RoundLadders ladders;
    private final Clock clock;

    FindingWatch(FindingStore store, RoundLadders ladders, Clock clock) {
        this.store = store;
        this.ladders = ladders;
        this.clock = clock;
    }

    /** Whether anything is left to warn about: never for days long past. */
    public boolean goesOn(String findingId) {
        return next(store.get(findingId)).isPresent();
    }

    /**
     * 08:00 of the next day on which somebody is to be warned or asked, in Asia/Shanghai.
     *
     * @throws java.util.NoSuchElementException when {@link #goesOn} is false
     */
    public Date nextWarningAt(String findingId) {
        return Date.from(next(store.get(findingId)).orElseThrow());
    }

    /** 24:00 of the due day. */
    public Date dueAt(String findingId) {
        return ShanghaiTime.dueDate(store.get(findingId).dueOn());
    }

    /** Calendar days until the due day; negative when late. */
    public int daysLeft(String findingId) {
        return (int) ChronoUnit.DAYS.between(
                LocalDate.now(clock), store.get(findingId).dueOn());
    }

    /** Calendar days left on the morning of a rung, as the round's profile sets it. */
    public int rungAt(String findingId, String step) {
        return ladders.of(store.get(findingId).facts().roundId()).daysLeftAt(Step.valueOf(step));
    }

    /** Verified as done and only waiting for the plan to be issued. */
    public boolean awaitsStrikeOff(String findingId) {
        return store.get(findingId).awaitsStrikeOff();
    }

    /** Past the completion date of the case and past its own day, and not finished. */
    public boolean continuationDue(String findingId) {
        var finding = store.get(findingId);
        return !finding.awaitsStrikeOff() && !clock.instant().isBefore(afterLastDay(finding));
    }

    Optional<Instant> next(Finding finding) {
        // What waits for the plan is watched on: the plan may ask for more than was done.
        if (finding.state().settled()) {
            return Optional.empty();
        }
        var now = clock.instant();
        var start = finding.facts().openedOn();
        var rungs = ladders.of(finding.facts().roundId()).rungs(start, finding.dueOn()).stream()
                .filter(rung -> rung.step().compareTo(Step.RED) <= 0)
                .map(WarningLadder.Rung::at);
        return Stream.concat(rungs, Stream.of(afterLastDay(finding)))
                .filter(moment -> moment.isAfter(now))
                .min(Instant::compareTo);
    }

    private static Instant afterLastDay(Finding finding) {
        var completeBy = finding.facts().completeBy();
        var last = finding.dueOn().isAfter(completeBy) ? finding.dueOn() : completeBy;
        return ShanghaiTime.appearsAt(last.plusDays(1));
    }
}
