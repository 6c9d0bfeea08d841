package org.rectification.period;

import java.util.ArrayList;
import java.util.List;
import org.rectification.round.ArchivingCheck;
import org.rectification.round.CaseKey;
import org.rectification.round.Missing;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the period still owes before archiving: reports, their receipts. */
@Component
@Order(2)
class PeriodArchivingCheck implements ArchivingCheck {

    private final ProgressReports reports;
    private final ReportReceipts receipts;

    PeriodArchivingCheck(ProgressReports reports, ReportReceipts receipts) {
        this.reports = reports;
        this.receipts = receipts;
    }

    @Override
    public List<Missing> missing(CaseKey key) {
        var missing = new ArrayList<Missing>();
        reports.unsent(key)
                .forEach(report -> missing.add(
                        Missing.task("第" + report.number() + "期整改进展报告", "整改办、党委书记", "起草整改进展报告”、“审定整改进展报告")));
        receipts.unacknowledged(key).forEach(number -> missing.add(receipt(number)));
        return missing;
    }

    private static Missing receipt(int number) {
        return Missing.task("第" + number + "期整改进展报告的签收", "纪检监察室、干监室", "签收整改进展报告");
    }
}
