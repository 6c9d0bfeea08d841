package org.rectification.hearing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.period.CaseCalendar;
import org.rectification.period.PersonalActs;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.round.CaseKey;
import org.rectification.trail.Trail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What comes of the hearing's gaps and red conclusions (S35): somebody's work with a day, answered by its owner, accepted
 * or returned by the inspection office.
 */
@Service("followUps")
public class FollowUps {

    private static final int LONGEST_TEXT = 4_000;

    private static final String SELECT =
            """
            select u.*, p.name as owner_name, a.text as answer, a.evidence_file, a.accepted, a.remark
              from rectification.hearing_follow_up u
              join rectification.person p on p.id = u.owner
              left join lateral (select * from rectification.hearing_answer a where a.follow_up_id = u.id
                                  order by a.id desc limit 1) a on true
            """;

    private final JdbcClient jdbc;
    private final CaseCalendar calendar;
    private final Duties duties;
    private final PersonalActs acts;
    private final CaseFiles files;
    private final ObjectProvider<HearingProcess> process;
    private final Trail trail;
    private final Clock clock;

    FollowUps(
            JdbcClient jdbc,
            CaseCalendar calendar,
            Duties duties,
            PersonalActs acts,
            CaseFiles files,
            ObjectProvider<HearingProcess> process,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.duties = duties;
        this.acts = acts;
        this.files = files;
        this.process = process;
        this.trail = trail;
        this.clock = clock;
    }

    /** People of the organisation who can be given something to follow up. */
    public List<Owner> possibleOwners(CaseKey key) {
        return jdbc.sql(
                        """
                        select distinct p.id, p.name || '（' || p.office || '）' as name from rectification.person p
                          join rectification.duty d on d.person_id = p.id and d.organisation_id = :organisation
                           and d.since <= :today and (d.until is null or d.until >= :today)
                         where p.active order by p.id""")
                .param("organisation", key.organisationId())
                .param("today", calendar.today())
                .query(Owner.class)
                .list();
    }

    /** Begins a follow-up, with a task for its owner. */
    @Transactional
    void raise(
            CaseKey key,
            @Nullable Integer position,
            @Nullable String findingId,
            String description,
            String owner,
            LocalDate dueOn) {
        var id = UUID.randomUUID().toString();
        jdbc.sql(
                        """
                        insert into rectification.hearing_follow_up
                            (id, round_id, organisation_id, position, finding_id, description, owner, due_on, raised_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, key.roundId(), key.organisationId(), position, findingId, description, owner, dueOn)
                .param(OffsetDateTime.now(clock))
                .update();
        jdbc.sql("update rectification.hearing_follow_up set process_instance_id = ? where id = ?")
                .params(process.getObject().followUpRaised(key, id), id)
                .update();
    }

    public Item get(String id) {
        return jdbc.sql(SELECT + "where u.id = ?")
                .param(id)
                .query(Item.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no follow-up " + id));
    }

    public String owner(String id) {
        return get(id).owner();
    }

    /** Of all cases, what nobody has settled. */
    List<Item> open() {
        return jdbc.sql(SELECT + "where u.settled_at is null order by u.due_on, u.id")
                .query(Item.class)
                .list();
    }

    /** All of a case, the earliest day first. */
    public List<Item> of(CaseKey key) {
        return jdbc.sql(SELECT + "where u.round_id = ? and u.organisation_id = ? order by u.due_on, u.id")
                .params(key.roundId(), key.organisationId())
                .query(Item.class)
                .list();
    }

    /**
     * The owner answers; an evidence file may come with it.
     *
     * @param assignee whose task it is: the owner, or who took the owner's work over
     * @throws Refusal by anybody else, or without an answer
     */
    @Transactional
    public void answer(String actor, @Nullable String assignee, String id, AnswerEntry entry) {
        var item = get(id);
        if (!duties.actsFor(actor, assignee == null ? item.owner() : assignee)) {
            throw Refusal.of("此跟进事项由" + item.ownerName() + "办理，您没有这项职责。");
        }
        new Violations()
                .requireText(entry.answer(), "answer", "办理情况", LONGEST_TEXT)
                .refuseAny();
        var evidence = files.attach("evidenceFile", entry.evidenceFile(), item.key(), "HEARING_FOLLOW_UP");
        jdbc.sql(
                        """
                        insert into rectification.hearing_answer (follow_up_id, text, evidence_file, answered_by, answered_at)
                        values (?, ?, ?, ?, ?)""")
                .params(id, entry.answer(), evidence, actor, OffsetDateTime.now(clock))
                .update();
        var content = new HashMap<String, Object>(Map.of("followUp", id));
        content.put("evidenceFile", evidence);
        record(actor, item, "HEARING_FOLLOW_UP_ANSWERED", content);
    }

    /**
     * The inspection office accepts the answer, which is the outcome, or returns it with a reason.
     *
     * @return whether it was accepted
     */
    @Transactional
    public boolean decide(String actor, String id, DecisionEntry entry) {
        acts.demand(actor, Role.INSPECTION_OFFICE);
        var item = get(id);
        var accepted = DecisionEntry.ACCEPT.equals(entry.decision());
        var violations = new Violations()
                .require(accepted || DecisionEntry.RETURN.equals(entry.decision()), "decision", "请选择认可办理情况或退回继续办理。")
                .optionalText(entry.remark(), "remark", "意见", LONGEST_TEXT);
        if (!accepted) {
            violations.requireText(entry.remark(), "remark", "退回理由", LONGEST_TEXT);
        }
        violations.refuseAny();
        jdbc.sql(
                        """
                        update rectification.hearing_answer set accepted = ?, remark = ?, decided_by = ?, decided_at = ?
                         where id = (select max(id) from rectification.hearing_answer where follow_up_id = ?)""")
                .params(accepted, entry.remark(), actor, OffsetDateTime.now(clock), id)
                .update();
        if (accepted) {
            jdbc.sql("update rectification.hearing_follow_up set outcome = ?, settled_at = ? where id = ?")
                    .params(item.answer(), OffsetDateTime.now(clock), id)
                    .update();
        }
        record(
                actor,
                item,
                accepted ? "HEARING_FOLLOW_UP_SETTLED" : "HEARING_FOLLOW_UP_RETURNED",
                Map.of("followUp", id));
        return accepted;
    }

    private void record(String actor, Item item, String kind, Map<String, Object> content) {
        trail.organisation(actor, item.roundId(), item.organisationId(), kind, content);
    }

    /** Who may follow something up. */
    public record Owner(String id, String name) {}

    /**
     * @param position of the gap in the minutes; null: from a red conclusion
     * @param answer the last one
     * @param accepted whether the last answer was; null while nobody has looked at it
     * @param remark to the last answer
     */
    public record Item(
            String id,
            String roundId,
            String organisationId,
            @Nullable Integer position,
            @Nullable String findingId,
            String description,
            String owner,
            String ownerName,
            LocalDate dueOn,
            OffsetDateTime raisedAt,
            @Nullable OffsetDateTime settledAt,
            @Nullable String outcome,
            @Nullable String answer,
            @Nullable String evidenceFile,
            @Nullable Boolean accepted,
            @Nullable String remark) {

        CaseKey key() {
            return new CaseKey(roundId, organisationId);
        }

        /** In words: where it lies. */
        public String standing() {
            if (settledAt != null) {
                return "已办结";
            }
            if (answer != null && accepted == null) {
                return "待市委巡察办认可";
            }
            return Boolean.FALSE.equals(accepted) ? "已退回，待" + ownerName + "办理" : "待" + ownerName + "办理";
        }
    }
}
