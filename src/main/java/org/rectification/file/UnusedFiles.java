package org.rectification.file;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.TreeMap;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.engine.CurrentPerson;
import org.rectification.trail.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Uploads that nobody used: picked, sent, and never handed in. After some days they are let go; the trail keeps that there
 * was such a file, and its hash. What anything refers to, a kept draft too, stays.
 */
@Service("unusedFiles")
public class UnusedFiles {

    /** Files of one step: 50 of the largest are gone within seconds. */
    static final int BATCH = 50;

    /** At night, when nobody is uploading. */
    private static final LocalTime AT = LocalTime.of(2, 30);

    private final FileStore store;
    private final UploadQuota quota;
    private final FileLimits limits;
    private final Trail trail;
    private final Clock clock;

    UnusedFiles(FileStore store, UploadQuota quota, FileLimits limits, Trail trail, Clock clock) {
        this.store = store;
        this.quota = quota;
        this.limits = limits;
        this.trail = trail;
        this.clock = clock;
    }

    /** The next 02:30 after now, in Asia/Shanghai; nights during which the application was down are passed over. */
    public Date nextAt() {
        var tonight = LocalDate.now(clock).atTime(AT).atZone(ShanghaiTime.ZONE);
        var next = tonight.toInstant().isAfter(clock.instant()) ? tonight : tonight.plusDays(1);
        return Date.from(next.toInstant());
    }

    /**
     * Lets go of files whose days are over, oldest first, at most {@link #BATCH}. A file that somebody is using at this very
     * moment is passed over; whoever comes a moment later is told that it is gone.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean letGo() {
        quota.forget();
        var candidates = store.lockUnused(OffsetDateTime.now(clock).minusDays(limits.unusedDays()), BATCH);
        // Once more, now that nobody can begin to use them: what was used since they were looked for stays.
        for (var file : store.stillUnused(candidates)) {
            store.delete(file.card().id());
            var facts = new TreeMap<String, Object>(StoredFiles.facts(file.card()));
            facts.put("size", file.card().size());
            facts.put("uploaded_by", file.card().uploadedBy());
            facts.put("uploaded_at", file.card().uploadedAt().toString());
            facts.put("unused_days", limits.unusedDays());
            trail.organisation(CurrentPerson.SYSTEM, file.roundId(), file.organisationId(), "FILE_LET_GO", facts);
        }
        return candidates.size() == BATCH;
    }
}
