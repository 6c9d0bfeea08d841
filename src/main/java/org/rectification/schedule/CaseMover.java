package org.rectification.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.rectification.deadline.DateMove;
import org.rectification.deadline.Deadline;
import org.rectification.deadline.DeadlineId;
import org.rectification.deadline.Deadlines;
import org.rectification.deadline.KeptDates;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.trail.Trail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves every date of cases when what they are computed from changes: ledger, tasks and timers together. */
@Component
class CaseMover {

    private final InspectedOrganisations organisations;
    private final ObjectProvider<KeptDates> rooms;
    private final EngineDates engine;
    private final Trail trail;
    private final Clock clock;

    CaseMover(
            InspectedOrganisations organisations,
            ObjectProvider<KeptDates> rooms,
            EngineDates engine,
            Trail trail,
            Clock clock) {
        this.organisations = organisations;
        this.rooms = rooms;
        this.engine = engine;
        this.trail = trail;
        this.clock = clock;
    }

    /** What moved, in words and in numbers. */
    record Outcome(List<DateMove> moves, EngineDates.Moved engine) {}

    private record Before(Deadlines dates, EngineDates.Snapshot engine) {}

    /**
     * Carries the change out around the moves of these cases, whose rows are held until the transaction ends.
     *
     * @param change runs what it is given at the moment at which the new dates hold
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome move(List<CaseKey> cases, Consumer<Runnable> change, String actor, String reason) {
        var before = new LinkedHashMap<CaseKey, Before>();
        for (var key : cases) {
            organisations.lock(key);
            before.put(key, new Before(organisations.deadlines(key), engine.of(key)));
        }
        var moves = new ArrayList<DateMove>();
        var moved = new EngineDates.Moved[] {new EngineDates.Moved(0, 0)};
        change.accept(() -> before.forEach((key, was) -> {
            moves.addAll(follow(key, was.dates(), actor, reason));
            // Also where no date of the case moved: some are counted from an act, such as the answers to a plan.
            moved[0] = moved[0].and(engine.follow(was.engine()));
        }));
        return new Outcome(moves, moved[0]);
    }

    private List<DateMove> follow(CaseKey key, Deadlines before, String actor, String reason) {
        var after = organisations.deadlines(key);
        var moves = differences(key, before, after);
        rooms.orderedStream()
                .forEach(room ->
                        moves.addAll(room.follow(key.roundId(), key.organisationId(), before, after, actor, reason)));
        var ofCase = moves.stream().filter(each -> !each.ofFinding()).toList();
        if (!ofCase.isEmpty()) {
            trail.organisation(actor, key.roundId(), key.organisationId(), "DATES_MOVED", content(ofCase, reason));
        }
        return moves;
    }

    /** Every date that is another one, came or went; what is over already is history. */
    private List<DateMove> differences(CaseKey key, Deadlines before, Deadlines after) {
        var today = LocalDate.ofInstant(clock.instant(), ShanghaiTime.ZONE);
        var old = byName(before);
        var now = byName(after);
        var names = new ArrayList<>(old.keySet());
        now.keySet().stream().filter(name -> !old.containsKey(name)).forEach(names::add);
        var moves = new ArrayList<DateMove>();
        for (var name : names) {
            var from = old.containsKey(name) ? old.get(name).date() : null;
            var to = now.containsKey(name) ? now.get(name).date() : null;
            var running = from != null && !from.isBefore(today) || to != null && !to.isBefore(today);
            if (running && !Objects.equals(from, to)) {
                var provisional = to != null && now.get(name).provisional();
                moves.add(new DateMove(key.roundId(), key.organisationId(), name, from, to, provisional));
            }
        }
        return moves;
    }

    /** Without the progress reports: those that are sent, or written already, are for their own room to tell. */
    private static Map<String, Deadline> byName(Deadlines dates) {
        return dates.all().stream()
                .filter(each -> each.id() != DeadlineId.PROGRESS_REPORT)
                .collect(Collectors.toMap(
                        each -> each.id().label(each.index()), each -> each, (one, other) -> one, LinkedHashMap::new));
    }

    private static Map<String, Object> content(List<DateMove> moves, String reason) {
        return Map.of(
                "reason",
                reason,
                "dates",
                moves.stream()
                        .map(each -> each.what() + "：" + word(each.from()) + "→" + word(each.to()))
                        .toList());
    }

    private static String word(LocalDate day) {
        return day == null ? "无" : day.toString();
    }
}
