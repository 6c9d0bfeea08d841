package org.rectification.warning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.deadline.WarningLadder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at everything open once a day, at 08:00 Asia/Shanghai. What passed while the application was down is made up for
 * with the highest rung reached, so that nobody gets three warnings in one morning.
 */
@Service("dailyWatch")
public class DailyWatch {

    private final ObjectProvider<WatchedItems> rooms;
    private final RoundLadders ladders;
    private final ObjectProvider<LadderRule> rule;
    private final Warnings warnings;
    private final Clock clock;

    DailyWatch(
            ObjectProvider<WatchedItems> rooms,
            RoundLadders ladders,
            ObjectProvider<LadderRule> rule,
            Warnings warnings,
            Clock clock) {
        this.rooms = rooms;
        this.ladders = ladders;
        this.rule = rule;
        this.warnings = warnings;
        this.clock = clock;
    }

    /** The next 08:00 after now. */
    public Date nextAt() {
        var today = LocalDate.now(clock);
        Instant morning = ShanghaiTime.appearsAt(today);
        return Date.from(clock.instant().isBefore(morning) ? morning : ShanghaiTime.appearsAt(today.plusDays(1)));
    }

    /** Raises what is due; safe to repeat. */
    @Transactional
    public void look() {
        var ladderOf = new HashMap<String, WarningLadder>();
        rooms.orderedStream()
                .flatMap(room -> room.open().stream())
                .forEach(item -> warn(item, ladderOf.computeIfAbsent(item.roundId(), ladders::of)));
    }

    private void warn(WatchedItem item, WarningLadder ladder) {
        int daysLeft = (int) ChronoUnit.DAYS.between(LocalDate.now(clock), item.due());
        rule.getObject()
                .standing(ladder, daysLeft)
                .filter(standing -> ladder.rungs(item.start(), item.due()).stream()
                        .anyMatch(rung -> rung.step() == standing.step()))
                .ifPresent(standing -> warnings.raise(item, standing.step(), standing.audience()));
    }
}
