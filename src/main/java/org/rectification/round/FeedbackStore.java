package org.rectification.round;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of a feedback. */
@Component
class FeedbackStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    FeedbackStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    LocalDate fivePersonGroupHeardOn(String roundId) {
        return jdbc.sql("select five_person_group_heard_on from rectification.round where id = ?")
                .param(roundId)
                .query(LocalDate.class)
                .single();
    }

    /** Day of the meeting; it must be recorded. */
    LocalDate heldOn(CaseKey key) {
        return jdbc.sql("select held_on from rectification.feedback_meeting where round_id = ? and organisation_id = ?")
                .params(key.roundId(), key.organisationId())
                .query(LocalDate.class)
                .single();
    }

    /** Codes of the villages of the round in their order. */
    List<String> villages(CaseKey key) {
        return jdbc.sql(
                        """
                        select code from rectification.village where round_id = ? and organisation_id = ?
                         order by position""")
                .params(key.roundId(), key.organisationId())
                .query(String.class)
                .list();
    }

    /** The list as it is before anybody signed: a row for each village and body. */
    ReceiptList blank(CaseKey key) {
        var villages = jdbc.sql(
                        """
                        select code, name from rectification.village where round_id = ? and organisation_id = ?
                         order by position""")
                .params(key.roundId(), key.organisationId())
                .query((row, number) ->
                        new ReceiptList.VillageReceipt(row.getString("code"), row.getString("name"), null, null))
                .list();
        var usual = new HashMap<String, ReceiptList.LiaisonContact>();
        jdbc.sql("select body, office, contact, phone from rectification.liaison_register where organisation_id = ?")
                .param(key.organisationId())
                .query(row -> {
                    var body = LiaisonBody.valueOf(row.getString("body"));
                    usual.put(
                            body.name(),
                            new ReceiptList.LiaisonContact(
                                    body.name(),
                                    body.label(),
                                    row.getString("office"),
                                    row.getString("contact"),
                                    row.getString("phone")));
                });
        var contacts = new ArrayList<ReceiptList.LiaisonContact>();
        for (var body : LiaisonBody.values()) {
            contacts.add(usual.getOrDefault(
                    body.name(), new ReceiptList.LiaisonContact(body.name(), body.label(), null, null, null)));
        }
        return new ReceiptList(null, null, villages, contacts);
    }

    void meeting(CaseKey key, FeedbackMeeting meeting, String actor) {
        jdbc.sql(
                        """
                        insert into rectification.feedback_meeting
                            (round_id, organisation_id, held_on, place, host, attendance, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        key.roundId(),
                        key.organisationId(),
                        meeting.heldOn(),
                        meeting.place(),
                        meeting.host(),
                        meeting.attendance(),
                        actor,
                        OffsetDateTime.now(clock))
                .update();
    }

    void receipt(
            CaseKey key,
            String recipient,
            String villageCode,
            LocalDate receivedOn,
            String receivedBy,
            String statement,
            String actor) {
        jdbc.sql(
                        """
                        insert into rectification.feedback_receipt
                            (round_id, organisation_id, recipient, village_code, received_on, received_by, statement,
                             recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        key.roundId(),
                        key.organisationId(),
                        recipient,
                        villageCode,
                        receivedOn,
                        receivedBy,
                        statement,
                        actor,
                        OffsetDateTime.now(clock))
                .update();
    }

    void receipts(CaseKey key, ReceiptList list, String actor) {
        receipt(key, "TEAM", null, list.receivedOn(), list.receivedBy(), null, actor);
        for (var village : list.villages()) {
            receipt(key, "VILLAGE", village.code(), village.receivedOn(), village.receivedBy(), null, actor);
        }
        for (var contact : list.contacts()) {
            jdbc.sql(
                            """
                            insert into rectification.liaison_contact
                                (round_id, organisation_id, body, office, contact, phone) values (?, ?, ?, ?, ?, ?)""")
                    .params(
                            key.roundId(),
                            key.organisationId(),
                            contact.body(),
                            contact.office(),
                            contact.contact(),
                            contact.phone())
                    .update();
        }
    }

    /** What has not been signed for yet, in Chinese. */
    List<Missing> missingReceipts(CaseKey key) {
        var missing = new ArrayList<Missing>();
        if (received(key, "SECRETARY").isEmpty()) {
            missing.add(Missing.task("党委书记签收反馈意见", "党委书记", "签收反馈意见并表态"));
        }
        if (received(key, "TEAM").isEmpty()) {
            missing.add(Missing.task("领导班子和各村（居）签收反馈意见", "整改办", "汇总签收和对接联系人"));
        }
        return missing;
    }

    private Optional<LocalDate> received(CaseKey key, String recipient) {
        return jdbc.sql(
                        """
                        select received_on from rectification.feedback_receipt
                         where round_id = ? and organisation_id = ? and recipient = ?""")
                .params(key.roundId(), key.organisationId(), recipient)
                .query(LocalDate.class)
                .optional();
    }
}
