package org.rectification.round;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Violation;
import org.rectification.trail.Trail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The archiving gate: a case closes when nothing is missing, and whoever tries earlier gets the whole list (S44). */
@Service
public class Archiving {

    private static final int NUMBER = 64;
    private static final int NOTE = 2_000;

    private final ObjectProvider<ArchivingCheck> checks;
    private final InspectedOrganisations organisations;
    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    Archiving(
            ObjectProvider<ArchivingCheck> checks,
            InspectedOrganisations organisations,
            JdbcClient jdbc,
            Trail trail,
            Clock clock) {
        this.checks = checks;
        this.organisations = organisations;
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** Everything that is missing, whoever should deliver it, as of now. */
    public List<Missing> missing(CaseKey key) {
        return checks.orderedStream()
                .flatMap(check -> check.missing(key).stream())
                .distinct()
                .toList();
    }

    /**
     * The inspection office confirms that the case is complete; decided under the lock on the organisation's row.
     *
     * @throws Refusal listing everything that is missing
     */
    @Transactional
    public void confirm(CaseKey key, ArchiveEntry entry, String actor) {
        new EntryRules()
                .text("archiveNumber", "归档编号", entry.archiveNumber(), NUMBER)
                .optionalText("note", "备注", entry.note(), NOTE)
                .demand();
        organisations.lock(key);
        Refusal.ifAny(missing(key).stream()
                .map(each -> new Violation("", "不能归档，缺少：" + each + "。"))
                .collect(Collectors.toList()));
        jdbc.sql(
                        """
                        insert into rectification.archive
                            (round_id, organisation_id, archive_number, note, confirmed_by, confirmed_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        key.roundId(),
                        key.organisationId(),
                        entry.archiveNumber(),
                        entry.note(),
                        actor,
                        OffsetDateTime.now(clock))
                .update();
        trail.organisation(
                actor,
                key.roundId(),
                key.organisationId(),
                "ARCHIVING_CONFIRMED",
                Map.of("archiveNumber", entry.archiveNumber()));
    }

    /** Puts the confirmed case away. */
    @Transactional
    public void archive(CaseKey key, String actor) {
        organisations.reach(key, Milestone.ARCHIVED, actor);
    }

    /** What the inspection office enters at the gate; the note is optional. */
    public record ArchiveEntry(String archiveNumber, String note) {}
}
