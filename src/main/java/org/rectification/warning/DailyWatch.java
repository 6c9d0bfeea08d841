package org.rectification.warning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.deadline.WarningLadder;
import org.rectification.deadline.WarningLadder.Step;
import org.rectification.engine.OwnTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Looks at everything open once a day, at 08:00 Asia/Shanghai. What passed while the application was down is made up for
 * with the highest rung reached, so that nobody gets three warnings in one morning. Each warning is a transaction of its
 * own: one that fails is put aside and holds up no other.
 */
@Service("dailyWatch")
public class DailyWatch {

    /** Warnings of one look, so that no job runs longer than its lock. */
    static final int AT_ONCE = 200;

    private static final Logger LOG = LoggerFactory.getLogger(DailyWatch.class);

    private final Map<String, WatchedItems> rooms;
    private final RoundLadders ladders;
    private final ObjectProvider<LadderRule> rule;
    private final Warnings warnings;
    private final ObjectProvider<FaultyItems> faulty;
    private final OwnTransaction ownTransaction;
    private final Clock clock;

    DailyWatch(
            Map<String, WatchedItems> rooms,
            RoundLadders ladders,
            ObjectProvider<LadderRule> rule,
            Warnings warnings,
            ObjectProvider<FaultyItems> faulty,
            OwnTransaction ownTransaction,
            Clock clock) {
        this.rooms = rooms;
        this.ladders = ladders;
        this.rule = rule;
        this.warnings = warnings;
        this.faulty = faulty;
        this.ownTransaction = ownTransaction;
        this.clock = clock;
    }

    /** The next 08:00 after now. */
    public Date nextAt() {
        var today = LocalDate.now(clock);
        Instant morning = ShanghaiTime.appearsAt(today);
        return Date.from(clock.instant().isBefore(morning) ? morning : ShanghaiTime.appearsAt(today.plusDays(1)));
    }

    /**
     * Raises what is due; safe to repeat.
     *
     * @return whether so much is due that another look is needed
     */
    public boolean look() {
        var aside = faulty.getObject().tryAgain();
        var due = new ArrayList<Due>();
        rooms.keySet().stream()
                .filter(room -> !aside.contains(room))
                .forEach(room -> attempt(room, "全部限时事项", () -> due.addAll(due(room))));
        due.removeIf(each -> aside.contains(each.key()));
        due.stream()
                .limit(AT_ONCE)
                .forEach(each -> attempt(each.key(), each.item().label(), () -> warn(each)));
        return due.size() > AT_ONCE;
    }

    /**
     * Raises what is due of that which was put aside: an item, or all of a room that could not say what is open. Nothing
     * happens when it is settled by now.
     */
    public void lookAgain(String key) {
        var room = key.split(" ", 2)[0];
        due(room).stream()
                .filter(each -> key.equals(room) || key.equals(each.key()))
                .forEach(this::warn);
    }

    private void attempt(String key, String label, Runnable act) {
        try {
            ownTransaction.run(act);
        } catch (RuntimeException fault) {
            LOG.warn("{} is put aside: {}", key, fault.getMessage());
            faulty.getObject().add(key, label);
        }
    }

    /** An item of a room that stands on a rung of which nobody has heard. */
    private record Due(String room, WatchedItem item, WarningLadder ladder) {

        String key() {
            return room + " " + item.id();
        }

        Optional<Step> step(LocalDate today) {
            return ladder.stepOn(item.start(), item.due(), today);
        }
    }

    private List<Due> due(String room) {
        var today = LocalDate.now(clock);
        var ladderOf = new HashMap<String, WarningLadder>();
        var standing = rooms.get(room).open().stream()
                .map(item -> new Due(room, item, ladderOf.computeIfAbsent(item.roundId(), ladders::of)))
                .filter(each -> each.step(today).isPresent())
                .toList();
        return warnings.notRaised(standing, Due::item, each -> each.step(today).orElseThrow());
    }

    private void warn(Due due) {
        var item = due.item();
        int daysLeft = (int) ChronoUnit.DAYS.between(LocalDate.now(clock), item.due());
        rule.getObject()
                .standing(due.ladder(), daysLeft)
                .ifPresent(standing -> warnings.raise(item, standing.step(), standing.audience()));
    }
}
