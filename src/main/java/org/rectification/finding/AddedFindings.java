package org.rectification.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Violation;
import org.rectification.trail.Trail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds a finding to a running case: self-found when similar problems were looked for (S27), or the recurrence of a
 * struck-off one (S23). It has a number of its own series, its own list and its own life from work to strike-off; the
 * case is settled only when it is.
 */
@Service
public class AddedFindings {

    private static final int LONGEST_TITLE = 40;
    private static final int LONGEST_TEXT = 4_000;

    private final JdbcClient jdbc;
    private final FindingRegister register;
    private final DefaultOwners defaultOwners;
    private final AddedFindingProcess process;
    private final ApplicationEventPublisher events;
    private final Trail trail;
    private final Clock clock;

    AddedFindings(
            JdbcClient jdbc,
            FindingRegister register,
            DefaultOwners defaultOwners,
            AddedFindingProcess process,
            ApplicationEventPublisher events,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.register = register;
        this.defaultOwners = defaultOwners;
        this.process = process;
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    /** What came of it. */
    public record Entered(String findingId, String number) {}

    /** The finding it goes back to, with the case it stands in. */
    record Source(
            String roundId,
            String organisationId,
            String number,
            String area,
            String aspect,
            String source,
            LocalDate originDate,
            String originNumber,
            boolean keyConcern,
            List<String> special,
            String addressee,
            String topic) {}

    /**
     * Decided under the lock on the organisation's row, so that nothing is added to a case while it is archived. Who may
     * add what is for the caller to decide.
     *
     * @throws Refusal naming each wrong field, before feedback, or after archiving
     */
    @Transactional
    public Entered add(String actor, AddedFinding added) {
        if (added.origin() == FindingOrigin.INSPECTION) {
            throw new IllegalArgumentException("what the inspection finds comes with its feedback");
        }
        var source = source(added.from());
        var archived = lockCase(source.roundId(), source.organisationId());
        if (archived && added.origin() == FindingOrigin.SELF_FOUND) {
            throw Refusal.of("该单位的整改已经归档，不能再增加问题。");
        }
        Refusal.ifAny(violations(added, source));
        var number = added.origin().label() + (1 + countOf(source, added.origin()));
        var id = register.add(
                source.roundId(),
                source.organisationId(),
                finding(added, source, number),
                added.origin(),
                added.from());
        if (added.origin() == FindingOrigin.RECURRENCE) {
            inherit(added.from(), id, archived);
        }
        defaultOwners.give(source.roundId(), source.organisationId(), LocalDate.now(clock));
        var content = new LinkedHashMap<String, Object>();
        content.put("number", number);
        content.put("origin", added.origin().name());
        content.put("from", added.from());
        content.put("title", added.title());
        trail.finding(actor, source.roundId(), source.organisationId(), id, "FINDING_ADDED", null, content, null);
        events.publishEvent(
                new FindingAdded(id, source.roundId(), source.organisationId(), added.origin(), added.from(), actor));
        process.start(source.roundId(), source.organisationId(), listOf(id));
        return new Entered(id, number);
    }

    private List<Violation> violations(AddedFinding added, Source source) {
        var found = new ArrayList<Violation>();
        text("title", "问题概括", added.title(), LONGEST_TITLE, found);
        text("problem", "问题描述", added.problem(), LONGEST_TEXT, found);
        if (added.opinion() != null && added.opinion().length() > LONGEST_TEXT) {
            found.add(new Violation("opinion", "整改要求不得超过" + LONGEST_TEXT + "字。"));
        }
        if (added.villageCode() != null && !hasVillage(source, added.villageCode())) {
            found.add(new Violation("village", "请选择本单位的村（居）。"));
        }
        if (added.dueOn() == null) {
            found.add(new Violation("dueOn", "整改时限未填写。"));
        } else if (!added.dueOn().isAfter(LocalDate.now(clock))) {
            found.add(new Violation("dueOn", "整改时限须晚于今天。"));
        }
        return found;
    }

    private static void text(String field, String name, @Nullable String text, int longest, List<Violation> found) {
        if (text == null || text.isBlank()) {
            found.add(new Violation(field, name + "未填写。"));
        } else if (text.length() > longest) {
            found.add(new Violation(field, name + "不得超过" + longest + "字。"));
        }
    }

    private Source source(String findingId) {
        return jdbc.sql("select * from rectification.finding where id = ?")
                .param(findingId)
                .query((row, number) -> new Source(
                        row.getString("round_id"),
                        row.getString("organisation_id"),
                        row.getString("number"),
                        row.getString("area"),
                        row.getString("aspect"),
                        row.getString("source"),
                        row.getObject("origin_date", LocalDate.class),
                        row.getString("origin_number"),
                        row.getBoolean("key_concern"),
                        List.of((String[]) row.getArray("special").getArray()),
                        row.getString("addressee"),
                        row.getString("topic")))
                .optional()
                .orElseThrow(() -> Refusal.of("from", "请选择所对照的问题。"));
    }

    /**
     * Locks the case until the transaction ends: everything that is decided over all its findings takes this lock.
     *
     * @return whether its archiving is confirmed, so that what is added has a life of its own
     * @throws Refusal before the feedback meeting is recorded
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean lockCase(String roundId, String organisationId) {
        record Standing(boolean held, boolean archived) {}
        var standing = jdbc.sql(
                        """
                        select feedback_held_at is not null as held, archived_at is not null as archived
                          from rectification.inspected_organisation where round_id = ? and organisation_id = ? for update""")
                .params(roundId, organisationId)
                .query(Standing.class)
                .single();
        if (!standing.held()) {
            throw Refusal.of("反馈会议尚未登记，不能增加问题。");
        }
        // Read after the lock is held: whoever confirms the archiving holds it too.
        return standing.archived()
                || jdbc.sql(
                                "select exists (select from rectification.archive where round_id = ? and organisation_id = ?)")
                        .params(roundId, organisationId)
                        .query(Boolean.class)
                        .single();
    }

    /** Those who answered for what came back answer for it again, unless one of them has left. */
    private void inherit(String from, String id, boolean archived) {
        jdbc.sql(
                        """
                        update rectification.finding f set opened_on = ?, responsible_leader = o.responsible_leader,
                            responsible_branch = o.responsible_branch, responsible_person = o.responsible_person
                          from rectification.finding o
                          join rectification.person l on l.id = o.responsible_leader and l.active
                          join rectification.person p on p.id = o.responsible_person and p.active
                         where o.id = ? and f.id = ?""")
                .params(LocalDate.now(clock), from, id)
                .update();
        jdbc.sql("update rectification.finding set recurred_after_archiving = ? where id = ?")
                .params(archived, id)
                .update();
    }

    private int countOf(Source source, FindingOrigin origin) {
        return jdbc.sql(
                        """
                        select count(*) from rectification.finding
                         where round_id = ? and organisation_id = ? and origin = ?""")
                .params(source.roundId(), source.organisationId(), origin.name())
                .query(Integer.class)
                .single();
    }

    private boolean hasVillage(Source source, String village) {
        return jdbc.sql(
                        """
                        select exists (select from rectification.village
                         where round_id = ? and organisation_id = ? and code = ?)""")
                .params(source.roundId(), source.organisationId(), village)
                .query(Boolean.class)
                .single();
    }

    private String listOf(String findingId) {
        return jdbc.sql("select sub_ledger_id from rectification.finding where id = ?")
                .param(findingId)
                .query(String.class)
                .single();
    }

    private static NewFinding finding(AddedFinding added, Source source, String number) {
        return new NewFinding(
                number,
                added.title(),
                added.villageCode() == null ? "TOWN" : "VILLAGE",
                added.villageCode(),
                source.area(),
                source.aspect(),
                source.source(),
                source.originDate(),
                source.originNumber(),
                added.problem(),
                added.opinion() == null ? "" : added.opinion(),
                false,
                null,
                null,
                source.keyConcern(),
                source.special(),
                source.addressee(),
                source.topic(),
                added.dueOn());
    }
}
