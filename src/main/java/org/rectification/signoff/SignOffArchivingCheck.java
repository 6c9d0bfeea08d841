package org.rectification.signoff;

import java.util.ArrayList;
import java.util.List;
import org.rectification.round.ArchivingCheck;
import org.rectification.round.CaseKey;
import org.rectification.round.Missing;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the sign-off still owes before archiving: the signature on the latest reports and both receipts. */
@Component
@Order(3)
class SignOffArchivingCheck implements ArchivingCheck {

    private final FinalReports reports;
    private final Signatures signatures;
    private final DeliveryReceipts receipts;

    SignOffArchivingCheck(FinalReports reports, Signatures signatures, DeliveryReceipts receipts) {
        this.reports = reports;
        this.signatures = signatures;
        this.receipts = receipts;
    }

    @Override
    public List<Missing> missing(CaseKey key) {
        var missing = new ArrayList<Missing>();
        var signed = signatures.latest(key).map(SignatureRecord::edition).orElse(0);
        if (signed == 0 || signed < reports.edition(key)) {
            missing.add(Missing.task("两份整改报告的签字背书", "党委书记", "对整改真实性签字背书"));
        }
        receipts.outstanding(key)
                .forEach(recipient ->
                        missing.add(Missing.task(recipient.label() + "对两份整改报告的签收", recipient.label(), "签收两份整改报告")));
        return missing;
    }
}
