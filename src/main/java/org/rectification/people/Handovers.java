package org.rectification.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.trail.Trail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 工作交接: all duties, findings that are not settled and open tasks of a person pass to another, once both have confirmed.
 * Accountability is lifelong (R17): the days in office and the paper stay for ever.
 */
@Service("handovers")
public class Handovers {

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_REMARK = 1_000;
    private static final int NAME = 32;
    private static final int FILE = 64;

    private final JdbcClient jdbc;
    private final People people;
    private final Duties duties;
    private final HandoverItems items;
    private final HandoverProcess process;
    private final HandoverCarrier carrier;
    private final ApplicationEventPublisher events;
    private final Trail trail;
    private final ObjectMapper json;
    private final Clock clock;

    Handovers(
            JdbcClient jdbc,
            People people,
            Duties duties,
            HandoverItems items,
            HandoverProcess process,
            HandoverCarrier carrier,
            ApplicationEventPublisher events,
            Trail trail,
            ObjectMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.duties = duties;
        this.items = items;
        this.process = process;
        this.carrier = carrier;
        this.events = events;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    record Row(
            String id,
            String organisationId,
            String fromId,
            String toId,
            String reason,
            boolean onPaper,
            String startedBy,
            String content,
            String handedOverBy,
            OffsetDateTime handedOverAt,
            String paperPerson,
            LocalDate paperOn,
            OffsetDateTime takenOverAt,
            String refusedReason,
            LocalDate inOfficeFrom) {}

    /**
     * The clerk, the Secretary or the person asks for it; the Secretary's own is asked for by the inspection office.
     *
     * @return id of the hand-over
     */
    @Transactional
    public String start(String actor, HandoverEntry entry) {
        new Violations()
                .requireText(entry.from(), "from", "移交人", FILE)
                .requireText(entry.to(), "to", "接收人", FILE)
                .requireText(entry.reason(), "reason", "交接事由", LONGEST_REASON)
                .refuseAny();
        var from = active(entry.from(), "from");
        var to = active(entry.to(), "to");
        if (from.organisationId() == null || !from.organisationId().equals(to.organisationId())) {
            throw Refusal.of("to", "接收人必须是同一单位的在岗人员。");
        }
        if (from.id().equals(to.id())) {
            throw Refusal.of("to", "移交人和接收人不能是同一人。");
        }
        if (!mayStart(actor, from)) {
            throw Refusal.of("from", "工作交接由本人、党委书记或者整改办提出；党委书记的工作交接由市委巡察办提出。");
        }
        if (pending(from.id()) || pending(to.id())) {
            throw Refusal.of("from", "该同志已有正在办理的工作交接。");
        }
        var id = UUID.randomUUID().toString();
        jdbc.sql(
                        """
                        insert into rectification.handover (id, organisation_id, from_id, to_id, reason, on_paper, started_by, started_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        from.organisationId(),
                        from.id(),
                        to.id(),
                        entry.reason().strip(),
                        entry.onPaper(),
                        actor)
                .param(OffsetDateTime.now(clock))
                .update();
        trace(actor, id, "HANDOVER_STARTED", Map.of("to", to.id(), "onPaper", entry.onPaper()), entry.reason());
        jdbc.sql("update rectification.handover set process_instance_id = ? where id = ?")
                .params(process.start(id, from.organisationId()), id)
                .update();
        return id;
    }

    private boolean mayStart(String actor, Person from) {
        if (duties.holds(from.id(), Role.PARTY_SECRETARY, from.organisationId())) {
            return duties.holds(actor, Role.INSPECTION_OFFICE);
        }
        return actor.equals(from.id())
                || duties.holds(actor, Role.PARTY_SECRETARY, from.organisationId())
                || duties.holds(actor, Role.RECTIFICATION_OFFICE, from.organisationId());
    }

    private boolean pending(String person) {
        return jdbc.sql(
                        """
                        select exists (select from rectification.handover where ? in (from_id, to_id)
                          and in_office_from is null and refused_reason is null)""")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    private Person active(String id, String field) {
        return people.find(id).filter(Person::active).orElseThrow(() -> Refusal.of(field, "没有这个在岗人员：" + id + "。"));
    }

    /** Whoever hands over confirms what passes. */
    @Transactional
    public void confirmHandingOver(String actor, String id, boolean confirmed, @Nullable String remark) {
        var row = get(id);
        if (!actor.equals(row.fromId())) {
            throw Refusal.of("移交工作须由移交人本人确认。");
        }
        new Violations()
                .require(confirmed, "confirmed", "请核对后确认移交。")
                .optionalText(remark, "remark", "需要说明的情况", LONGEST_REMARK)
                .refuseAny();
        handedOver(actor, id, "HANDOVER_CONFIRMED", remark);
    }

    /**
     * Whoever hands over has left: the clerk records the signed sheet (纸面).
     *
     * @param sheetFile the scanned sheet
     */
    @Transactional
    public void recordHandingOver(
            String actor,
            String id,
            @Nullable String paperPerson,
            @Nullable LocalDate paperOn,
            @Nullable String sheetFile) {
        if (!actor.equals(recorder(id))) {
            throw Refusal.of("纸面移交须由整改办登记。");
        }
        new Violations()
                .requireText(paperPerson, "paperPerson", "交接单签字人", NAME)
                .require(paperOn != null, "paperOn", "请填写签字日期。")
                .require(paperOn == null || !paperOn.isAfter(LocalDate.now(clock)), "paperOn", "签字日期不能晚于今天。")
                .requireText(sheetFile, "sheetFile", "交接单扫描件", FILE)
                .refuseAny();
        jdbc.sql("update rectification.handover set paper_person = ?, paper_on = ?, sheet_file = ? where id = ?")
                .params(paperPerson.strip(), paperOn, sheetFile.strip(), id)
                .update();
        items.runningRound(get(id).organisationId())
                .ifPresent(round -> events.publishEvent(
                        new HandoverSheetFiled(sheetFile.strip(), round, get(id).organisationId())));
        handedOver(actor, id, "HANDOVER_RECORDED_ON_PAPER", paperPerson.strip());
    }

    private void handedOver(String actor, String id, String kind, @Nullable String note) {
        jdbc.sql("update rectification.handover set handed_over_by = ?, handed_over_at = ? where id = ?")
                .params(actor, OffsetDateTime.now(clock), id)
                .update();
        trace(actor, id, kind, null, note);
    }

    /** Whoever takes over confirms, or says why not. */
    @Transactional
    public void confirmTakingOver(String actor, String id, @Nullable String answer, @Nullable String reason) {
        var row = get(id);
        if (!actor.equals(row.toId())) {
            throw Refusal.of("接收工作须由接收人本人确认。");
        }
        var agrees = "AGREE".equals(answer);
        new Violations()
                .require(agrees || "RETURN".equals(answer), "answer", "请选择办理意见。")
                .require(agrees || reason != null && !reason.isBlank(), "reason", "请写明不予接收的理由。")
                .optionalText(reason, "reason", "理由", LONGEST_REMARK)
                .refuseAny();
        if (agrees) {
            jdbc.sql("update rectification.handover set taken_over_at = ? where id = ?")
                    .params(OffsetDateTime.now(clock), id)
                    .update();
        } else {
            jdbc.sql("update rectification.handover set refused_reason = ? where id = ?")
                    .params(reason.strip(), id)
                    .update();
        }
        trace(actor, id, agrees ? "HANDOVER_ACCEPTED" : "HANDOVER_REFUSED", null, reason);
    }

    /** Everything passes at once; carrying it out a second time changes nothing. */
    @Transactional
    public void carryOut(String id) {
        var row = lock(id);
        if (row.inOfficeFrom() != null) {
            return;
        }
        if (row.handedOverAt() == null || row.takenOverAt() == null) {
            throw new IllegalStateException("not confirmed by both: " + id);
        }
        var content = content(id);
        var today = LocalDate.now(clock);
        jdbc.sql("update rectification.handover set in_office_from = ?, content = ?::jsonb where id = ?")
                .params(today, asJson(content), id)
                .update();
        carrier.carry(row.toId(), row.organisationId(), row.fromId(), row.toId(), "工作交接：" + row.reason());
        trace(
                row.toId(),
                id,
                "OFFICE_HANDED_OVER",
                Map.of(
                        "from", row.fromId(),
                        "to", row.toId(),
                        "inOfficeFrom", today.toString(),
                        "duties", content.duties().size(),
                        "findings", content.findings().size(),
                        "tasks", content.tasks().size()),
                row.reason());
    }

    /** What passes, as it is now. */
    @Transactional(readOnly = true)
    public HandoverContent content(String id) {
        var row = get(id);
        var how = row.handedOverAt() == null
                ? ""
                : row.onPaper()
                        ? "移交人已于" + row.paperOn() + "在交接单上签字（纸面，" + people.name(row.handedOverBy()) + "登记）。"
                        : "移交人已确认移交。";
        return new HandoverContent(
                people.name(row.fromId()),
                people.name(row.toId()),
                row.reason(),
                how,
                items.runningRound(row.organisationId()).orElse(null),
                row.organisationId(),
                items.duties(row.fromId()),
                items.findings(row.fromId()),
                items.tasks(row.fromId()));
    }

    public String from(String id) {
        return get(id).fromId();
    }

    public String to(String id) {
        return get(id).toId();
    }

    public boolean onPaper(String id) {
        return get(id).onPaper();
    }

    public boolean takenOver(String id) {
        return get(id).takenOverAt() != null;
    }

    /** Who records a paper: the clerk, unless it is the clerk's own office; then the Secretary, then whoever asked for it. */
    public String recorder(String id) {
        var row = get(id);
        return Stream.of(
                        duties.holders(row.organisationId(), Role.RECTIFICATION_OFFICE).stream()
                                .findFirst(),
                        duties.holders(row.organisationId(), Role.PARTY_SECRETARY).stream()
                                .findFirst(),
                        Optional.of(row.startedBy()))
                .flatMap(Optional::stream)
                .filter(person -> !person.equals(row.fromId()) && !person.equals(row.toId()))
                .findFirst()
                .orElse(row.startedBy());
    }

    /** Hand-overs of the reader's organisation, the latest first; the inspection office sees those of every Secretary. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> of(String reader) {
        return jdbc.sql(
                        """
                        select h.id, a.name as from_name, b.name as to_name, h.reason, h.on_paper, h.started_at, h.in_office_from,
                               h.refused_reason, h.handed_over_at
                          from rectification.handover h
                          join rectification.person a on a.id = h.from_id join rectification.person b on b.id = h.to_id
                         where h.organisation_id = (select organisation_id from rectification.person where id = :reader)
                            or (:office and h.started_by = :reader)
                         order by h.started_at desc limit 100""")
                .param("reader", reader)
                .param("office", duties.holds(reader, Role.INSPECTION_OFFICE))
                .query((row, number) -> {
                    Map<String, Object> line = new LinkedHashMap<>();
                    line.put("fromName", row.getString("from_name"));
                    line.put("toName", row.getString("to_name"));
                    line.put("reason", row.getString("reason"));
                    line.put("onPaper", row.getBoolean("on_paper"));
                    line.put(
                            "startedOn",
                            row.getObject("started_at", OffsetDateTime.class)
                                    .atZoneSameInstant(clock.getZone())
                                    .toLocalDate());
                    line.put("inOfficeFrom", row.getObject("in_office_from", LocalDate.class));
                    line.put("refusedReason", row.getString("refused_reason"));
                    line.put("handedOver", row.getObject("handed_over_at") != null);
                    return line;
                })
                .list();
    }

    /** Whose hand-over the person may ask for. */
    @Transactional(readOnly = true)
    public List<Person> mayStartFor(String actor) {
        var self = people.find(actor).filter(Person::active);
        if (self.isEmpty()) {
            return List.of();
        }
        if (self.get().organisationId() == null) {
            return duties.holds(actor, Role.INSPECTION_OFFICE) ? duties.secretaries() : List.of();
        }
        return people.of(self.get().organisationId()).stream()
                .filter(person -> mayStart(actor, person))
                .toList();
    }

    private void trace(String actor, String id, String kind, @Nullable Map<String, ?> after, @Nullable String note) {
        var row = get(id);
        trail.person(actor, row.organisationId(), row.fromId(), kind, null, after, note);
    }

    private Row get(String id) {
        return select("select * from rectification.handover where id = ?", id);
    }

    private Row lock(String id) {
        return select("select * from rectification.handover where id = ? for update", id);
    }

    private Row select(String sql, String id) {
        return jdbc.sql(sql).param(id).query(Row.class).single();
    }

    private String asJson(HandoverContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
