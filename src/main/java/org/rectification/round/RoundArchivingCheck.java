package org.rectification.round;

import java.util.ArrayList;
import java.util.List;
import org.rectification.finding.FindingState;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the round itself knows: milestones, receipts, and each finding that is neither struck off nor on the long-term
 * list. Called by the gate under the lock on the organisation's row, which a recurrence takes too.
 */
@Component
@Order(1)
class RoundArchivingCheck implements ArchivingCheck {

    private final InspectedOrganisations organisations;
    private final FeedbackStore feedback;
    private final JdbcClient jdbc;

    RoundArchivingCheck(InspectedOrganisations organisations, FeedbackStore feedback, JdbcClient jdbc) {
        this.organisations = organisations;
        this.feedback = feedback;
        this.jdbc = jdbc;
    }

    @Override
    public List<Missing> missing(CaseKey key) {
        var missing = new ArrayList<Missing>();
        var organisation = organisations.get(key);
        for (var milestone : Milestone.values()) {
            var notDemanded = milestone == Milestone.ARCHIVED
                    || milestone == Milestone.HEARING_HELD && !organisation.hearingRequired();
            if (!notDemanded && !organisation.has(milestone)) {
                missing.add(new Missing(milestone.label(), where(milestone)));
            }
        }
        missing.addAll(feedback.missingReceipts(key));
        missing.addAll(openFindings(key));
        return missing;
    }

    private static String where(Milestone milestone) {
        return switch (milestone) {
            case FEEDBACK_HELD -> "巡察办的待办“登记反馈会议”";
            case PLAN_ISSUED -> "整改办的待办“印发整改方案”";
            case HEARING_HELD -> "巡察办的待办“登记集中听取整改进展情况”";
            case SIGNED -> "党委书记的待办“对整改真实性签字背书”";
            case PUBLISHED -> "整改办的待办“登记党内通报”至“登记社会公开情况”";
            case EVALUATED -> "巡察办的待办“评估整改成效”";
            case ARCHIVED -> "巡察办的待办“确认归档”";
        };
    }

    private List<Missing> openFindings(CaseKey key) {
        return jdbc.sql(
                        """
                        select coalesce(v.name, '镇本级') as place, f.number, f.title, f.state,
                               coalesce(p.name, '责任人员') as person, coalesce(l.name, '责任领导') as leader
                          from rectification.finding f
                          join rectification.sub_ledger s on s.id = f.sub_ledger_id
                          left join rectification.village v on v.round_id = f.round_id
                               and v.organisation_id = f.organisation_id and v.code = f.village_code
                          left join rectification.person p on p.id = f.responsible_person
                          left join rectification.person l on l.id = f.responsible_leader
                         where f.round_id = ? and f.organisation_id = ? and f.state not in ('STRUCK_OFF', 'LONG_TERM')
                         order by s.position, f.position""")
                .params(key.roundId(), key.organisationId())
                .query((row, number) -> {
                    var state = FindingState.valueOf(row.getString("state"));
                    var where =
                            switch (state) {
                                case LEADER_REVIEW -> row.getString("leader") + "等审核人的待办“审核整改结果”";
                                case VERIFICATION -> "核验单位的待办“核验整改结果”等；已核验的，方案印发后自动销号";
                                default -> row.getString("person") + "的待办“整改问题并报告结果”";
                            };
                    return new Missing(
                            row.getString("place") + "第" + row.getString("number") + "条“" + row.getString("title")
                                    + "”的销号，现为“" + state.label() + "”",
                            where);
                })
                .list();
    }
}
