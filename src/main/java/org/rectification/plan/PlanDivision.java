package org.rectification.plan;

import java.util.List;
import org.rectification.finding.Findings;
import org.rectification.finding.Owners;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Changes to the proposed owners, each with its reason (S13, S16). */
@Component
class PlanDivision {

    private static final String SETTLED = "分解整改任务时调整";

    private final Findings findings;

    PlanDivision(Findings findings) {
        this.findings = findings;
    }

    void change(String actor, CaseKey key, List<DivisionChange> changes) {
        var own = changes.isEmpty() ? List.of() : findings.idsOf(key.roundId(), key.organisationId());
        for (var i = 0; i < changes.size(); i++) {
            var field = "changes[" + i + "].";
            var change = changes.get(i);
            if (change.finding() == null || !own.contains(change.finding())) {
                throw Refusal.of(field + "finding", "请选择本单位的问题。");
            }
            change(actor, change, field);
        }
    }

    private void change(String actor, DivisionChange change, String field) {
        var owners = findings.get(change.finding()).owners().orElse(new Owners(null, null, null));
        var othersAnswer = given(change.leader()) || given(change.person());
        if (othersAnswer && !given(change.reason())) {
            throw Refusal.of(field + "reason", "调整责任领导或责任人员须说明理由。");
        }
        findings.assign(
                actor,
                change.finding(),
                new Owners(
                        given(change.leader()) ? change.leader() : owners.leader(),
                        given(change.branch()) ? change.branch() : owners.branch(),
                        given(change.person()) ? change.person() : owners.person()),
                given(change.reason()) ? change.reason() : SETTLED);
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
