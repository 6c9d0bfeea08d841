package org.rectification.plan;

import java.time.OffsetDateTime;
import java.util.List;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.springframework.lang.Nullable;

/**
 * An amendment of an issued plan where it stands.
 *
 * @param reason why the plan is amended
 * @param baseVersion the version that was the last one when it was written
 * @param changes empty until the clerk has handed it in
 * @param meeting null where only the inspection office takes it on file
 * @param version what it became, once it is effective
 */
record Amendment(
        String id,
        CaseKey key,
        AmendmentState state,
        String reason,
        int baseVersion,
        List<LineAmendment> changes,
        @Nullable Deliberation meeting,
        String startedBy,
        OffsetDateTime startedAt,
        @Nullable String submittedBy,
        @Nullable String decidedBy,
        @Nullable String remark,
        @Nullable Integer version) {

    void demandOpen() {
        if (!state.open()) {
            throw Refusal.of("方案调整" + state.label() + "，不能修改。");
        }
    }

    /** @throws Refusal when it is not with the inspection office, or the person wrote it */
    void demandDecidable(String actor) {
        if (state != AmendmentState.SUBMITTED) {
            throw Refusal.of("方案调整" + state.label() + "，不能办理此事项。");
        }
        if (actor.equals(submittedBy)) {
            throw Refusal.of("decision", "不能同意本人拟订的方案调整。");
        }
    }
}
