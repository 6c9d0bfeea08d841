package org.rectification.engine.clock;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.rectification.engine.clock.RehearsalClock.Walk;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lets people read and move the clock of a rehearsal. Moments are answered in Shanghai time, cut to the second. */
@RestController
@RequestMapping("/api/clock")
@Profile("rehearsal")
class ClockController {

    /** A generous life of a round; beyond it a move is a typing mistake that would take for ever. */
    private static final Duration FARTHEST = Duration.ofDays(366L * 30);

    private final Clock clock;
    private final RehearsalClock rehearsal;

    ClockController(Clock clock, RehearsalClock rehearsal) {
        this.clock = clock;
        this.rehearsal = rehearsal;
    }

    record Now(OffsetDateTime now) {}

    /** Either a moment or a span of ISO 8601, such as {@code P1D}. */
    record Move(String now, String advance) {}

    record Moved(OffsetDateTime now, int jobsExecuted, int incidents) {}

    /** What time it is for the application. */
    @GetMapping
    Now now() {
        return new Now(seconds());
    }

    /**
     * Moves the rehearsal clock on and executes what falls due; for the inspection office and administrators, with
     * profile rehearsal only.
     */
    @PostMapping
    Moved move(@RequestBody Move move) {
        ZonedDateTime target = target(move);
        Walk walk = walkTo(target)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.CONFLICT, "时钟正在移动，请稍后再试 / The clock is being moved; try again later."));
        return new Moved(seconds(), walk.jobsExecuted(), walk.incidents());
    }

    private ZonedDateTime target(Move move) {
        if ((move.now() == null) == (move.advance() == null)) {
            throw refused("now 与 advance 须填写且只填写一个 / Give either now or advance.");
        }
        ZonedDateTime now = ZonedDateTime.now(clock);
        ZonedDateTime target = wanted(move, now);
        if (target.isAfter(now.plus(FARTHEST))) {
            throw refused("一次最多向前移动三十年 / One move covers thirty years at most.");
        }
        return target;
    }

    private Optional<Walk> walkTo(ZonedDateTime target) {
        try {
            return rehearsal.moveTo(target.toInstant());
        } catch (IllegalArgumentException past) {
            throw refused("时钟只能向前移动 / The clock never goes back.");
        }
    }

    private static ZonedDateTime wanted(Move move, ZonedDateTime now) {
        try {
            return move.now() != null
                    ? Moments.parse(move.now()).atZoneSameInstant(now.getZone())
                    : Moments.plus(now, move.advance());
        } catch (DateTimeException | ArithmeticException e) {
            throw refused("时间格式不正确，例如 2026-03-10T09:00:00+08:00 或 P1D / No ISO 8601 moment or span,"
                    + " for example 2026-03-10T09:00:00+08:00 or P1D.");
        }
    }

    private static ResponseStatusException refused(String sentence) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, sentence);
    }

    private OffsetDateTime seconds() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
