package org.rectification.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.rectification.demo.Playbill.Progress;
import org.rectification.engine.clock.PastClock;
import org.rectification.engine.clock.PastClock.Past;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plays the demo round at the first start: every act by the person whose act it is, on its day. Each step and the note
 * that it was done are one transaction, so a start after a crash goes on with the next step. Until it is over
 * {@link WaitingRoom} keeps visitors out.
 */
@Component
@Profile("demo")
@Order(40)
class DemoRound implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoRound.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(3);

    private final Playbill playbill;
    private final StoryBook book;
    private final Days days;
    private final DemoScript script;
    private final PastClock past;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final WaitingRoom waitingRoom;
    private final boolean wanted;

    DemoRound(
            Playbill playbill,
            StoryBook book,
            Days days,
            DemoScript script,
            PastClock past,
            TransactionTemplate transaction,
            Clock clock,
            WaitingRoom waitingRoom,
            @Value("${rectification.demo.round}") boolean wanted) {
        this.playbill = playbill;
        this.book = book;
        this.days = days;
        this.script = script;
        this.past = past;
        this.transaction = transaction;
        this.clock = clock;
        this.waitingRoom = waitingRoom;
        this.wanted = wanted;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var begun = playbill.progress();
        if (begun.isPresent() ? !begun.get().finished() : wanted && !playbill.anyRound()) {
            play(begun.orElseGet(this::open));
        }
        waitingRoom.open();
    }

    private Progress open() {
        var today = LocalDate.now(clock);
        var calendar = days.calendar(days.feedbackFor(today), today);
        playbill.open(calendar.feedbackOn(), today, script.start(calendar));
        return playbill.progress().orElseThrow();
    }

    private void play(Progress progress) {
        LOG.info("正在准备演示轮次，约需一分钟 / preparing the demo round, about a minute");
        var steps = script.of(book.read(), days.calendar(progress.feedbackOn(), progress.playedOn()));
        past.play(progress.clockAt().toInstant(), clockOfThePast -> play(steps, progress.stepsDone(), clockOfThePast));
        playbill.finish();
        LOG.info("演示轮次已就绪 / the demo round is ready: {} steps", steps.size());
    }

    private void play(List<Step> steps, int done, Past clockOfThePast) {
        var lastLine = System.nanoTime();
        for (int next = done; next < steps.size(); next++) {
            var step = steps.get(next);
            clockOfThePast.advanceTo(step.at());
            play(step, next + 1);
            if (System.nanoTime() - lastLine > BETWEEN_LINES.toNanos()) {
                LOG.info("  {}/{} {}", next + 1, steps.size(), step.label());
                lastLine = System.nanoTime();
            }
        }
    }

    private void play(Step step, int number) {
        try {
            transaction.executeWithoutResult(status -> {
                step.act().run();
                playbill.done(number, later(step.at()));
            });
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "演示轮次在第" + number + "步“" + step.label()
                            + "”中断，再次启动会从这一步继续；也可删除数据文件夹重新生成 / The demo round stopped at step " + number
                            + "; the next start goes on from there.",
                    e);
        }
    }

    /** Work may have taken the running clock past the step's moment; time must not go back after a crash. */
    private Instant later(Instant planned) {
        var now = clock.instant();
        return now.isAfter(planned) ? now : planned;
    }
}
