package org.rectification.period;

import java.util.ArrayList;
import java.util.List;
import org.rectification.round.ArchivingCheck;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** What the period still owes before archiving: reports, their receipts, thematic meetings, follow-ups of the hearing. */
@Component
class PeriodArchivingCheck implements ArchivingCheck {

    private final ProgressReports reports;
    private final ReportReceipts receipts;
    private final ThematicMeetings meetings;
    private final Hearings hearings;

    PeriodArchivingCheck(
            ProgressReports reports, ReportReceipts receipts, ThematicMeetings meetings, Hearings hearings) {
        this.reports = reports;
        this.receipts = receipts;
        this.meetings = meetings;
        this.hearings = hearings;
    }

    @Override
    public List<String> missing(CaseKey key) {
        var missing = new ArrayList<String>();
        reports.unsent(key).forEach(report -> missing.add("第" + report.number() + "期整改进展报告"));
        receipts.unacknowledged(key).forEach(number -> missing.add("第" + number + "期整改进展报告的签收"));
        meetings.missing(key).forEach(meeting -> missing.add(meeting.name()));
        hearings.followUps(key).stream()
                .filter(followUp -> followUp.outcome() == null)
                .forEach(followUp -> missing.add("集中听取所提第" + followUp.position() + "个问题的办理情况"));
        return missing;
    }
}
