package org.rectification.signoff;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.period.PersonalActs;
import org.rectification.period.Recipient;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.round.CaseKey;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The receipts of both recipients for the signed reports (S44). */
@Service("deliveryReceipts")
public class DeliveryReceipts {

    private static final int LONGEST_NUMBER = 200;

    private final JdbcClient jdbc;
    private final Signatures signatures;
    private final PersonalActs acts;
    private final Trail trail;
    private final Clock clock;

    DeliveryReceipts(JdbcClient jdbc, Signatures signatures, PersonalActs acts, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.signatures = signatures;
        this.acts = acts;
        this.trail = trail;
        this.clock = clock;
    }

    /** Both bodies, as the model loops over them. */
    public List<String> recipients() {
        return Recipient.bodies();
    }

    /** @throws Refusal by somebody who is not of that body, without a number, or with a day before the signature */
    @Transactional
    public void acknowledge(String actor, CaseKey key, String body, DeliveryReceiptEntry entry) {
        acts.demand(actor, Recipient.of(body).role());
        var signature = signatures.latest(key).orElseThrow(() -> Refusal.of("两份整改报告尚未签字，不能签收。"));
        var signedOn = signature.signedAt().atZone(ShanghaiTime.ZONE).toLocalDate();
        var today = clock.instant().atZone(ShanghaiTime.ZONE).toLocalDate();
        new Violations()
                .requireText(entry.receiptNumber(), "receiptNumber", "收文编号", LONGEST_NUMBER)
                .require(
                        entry.receivedOn() != null
                                && !entry.receivedOn().isBefore(signedOn)
                                && !entry.receivedOn().isAfter(today),
                        "receivedOn",
                        "请填写收到日期，应在签字之后且不晚于今日。")
                .refuseAny();
        jdbc.sql(
                        """
                        insert into rectification.delivery_receipt
                            (round_id, organisation_id, edition, body, receipt_number, received_on, received_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        key.roundId(),
                        key.organisationId(),
                        signature.edition(),
                        body,
                        entry.receiptNumber(),
                        entry.receivedOn(),
                        actor,
                        OffsetDateTime.now(clock))
                .update();
        trail.organisation(
                actor,
                key.roundId(),
                key.organisationId(),
                "FINAL_REPORTS_RECEIVED",
                Map.of("body", body, "edition", signature.edition()));
    }

    /** Recipients of the latest signed edition that have not acknowledged it; all of them before the signature. */
    public List<Recipient> outstanding(CaseKey key) {
        var edition = signatures.latest(key).map(SignatureRecord::edition).orElse(0);
        var received = jdbc.sql(
                        """
                        select body from rectification.delivery_receipt
                         where round_id = ? and organisation_id = ? and edition = ?""")
                .params(key.roundId(), key.organisationId(), edition)
                .query(String.class)
                .set();
        return List.of(Recipient.values()).stream()
                .filter(recipient -> !received.contains(recipient.body()))
                .toList();
    }
}
