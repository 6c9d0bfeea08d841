package org.rectification.engine.clock;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.rectification.engine.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Sets the clock before the engine writes its first row, and therefore before any job can run: to the stored offset, in
 * a rehearsal on a new database to {@code rectification.rehearsal.start}, otherwise to the true time.
 */
@Component
class ClockStart extends AbstractProcessEnginePlugin {

    private final ClockOffset offset;
    private final boolean rehearsal;
    private final Optional<OffsetDateTime> start;

    ClockStart(
            ClockOffset offset,
            Environment environment,
            @Value("${rectification.rehearsal.start:}") Optional<String> start) {
        this.offset = offset;
        this.rehearsal = environment.acceptsProfiles(Profiles.of("rehearsal"));
        this.start = start.filter(text -> !text.isBlank()).map(Moments::parse);
    }

    /** @throws StartRefused when a database that a rehearsal has moved is opened without the rehearsal */
    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Optional<Duration> stored = offset.stored();
        if (!rehearsal && stored.isPresent()) {
            throw new StartRefused(
                    "该数据库的时间已被演练移动，只能以 rehearsal 配置启动 / The time of this database was moved by a rehearsal,"
                            + " so it can only be started with profile rehearsal.");
        }
        ClockOffset.apply(stored.orElse(Duration.ZERO));
        if (rehearsal && stored.isEmpty() && start.isPresent() && offset.databaseIsNew()) {
            offset.moveTo(start.get().toInstant());
        }
    }
}
