package org.rectification.closure;

import java.time.LocalDate;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.springframework.lang.Nullable;

/**
 * Circular and publication of one case (党内通报和社会公开, R27), in this order: circulated, text proposed, approved or
 * returned, published. Each move gives a new value or refuses. What is published is exactly the text that was approved.
 *
 * @param circular as the clerk recorded it
 * @param draft the proposed text; null before the first proposal
 * @param returnReason why the last proposal was returned; null after a new one
 * @param approvedOn day of the inspection office's approval; null before it
 * @param place where it was published; null before publication
 */
public record Publication(
        CircularEntry circular,
        @Nullable String draft,
        int returns,
        @Nullable String returnReason,
        @Nullable LocalDate approvedOn,
        @Nullable PublicationEntry place) {

    private static final int NUMBER = 64;
    private static final int SCOPE = 500;
    private static final int TEXT = 20_000;
    private static final int REASON = 2_000;
    private static final int PLACE = 500;

    /** @throws Refusal for an incomplete entry, or a day before the reports passed or after today */
    static Publication circulate(CircularEntry entry, LocalDate passedOn, LocalDate today) {
        var day = entry.circulatedOn();
        new Violations()
                .requireText(entry.number(), "number", "通报文号", NUMBER)
                .require(day != null, "circulatedOn", "请填写通报日期。")
                .require(day == null || !day.isBefore(passedOn), "circulatedOn", "通报日期不得早于报告审核通过之日（" + passedOn + "）。")
                .require(day == null || !day.isAfter(today), "circulatedOn", "通报日期不得晚于今天。")
                .requireText(entry.scope(), "scope", "通报范围", SCOPE)
                .refuseAny();
        return new Publication(entry, null, 0, null, null, null);
    }

    /** @throws Refusal without a text, or once a text is approved */
    Publication propose(@Nullable String text) {
        if (approvedOn != null) {
            throw Refusal.of("公开内容已经审定，不能再修改。");
        }
        new Violations().requireText(text, "text", "公开内容", TEXT).refuseAny();
        return new Publication(circular, text, returns, null, null, null);
    }

    /** @throws Refusal when no proposal is open */
    Publication approve(LocalDate today) {
        demandOpenProposal();
        return new Publication(circular, draft, returns, null, today, null);
    }

    /** @throws Refusal without a reason, or when no proposal is open */
    Publication giveBack(@Nullable String reason) {
        demandOpenProposal();
        new Violations().requireText(reason, "reason", "退回理由", REASON).refuseAny();
        return new Publication(circular, draft, returns + 1, reason, null, null);
    }

    /**
     * Open findings do not hold it up.
     *
     * @throws Refusal before the approval, a second time, or for an incomplete or impossible entry
     */
    Publication publish(PublicationEntry entry, LocalDate today) {
        if (approvedOn == null) {
            throw Refusal.of("公开内容尚未经巡察办审定，不能公开。");
        }
        if (published()) {
            throw Refusal.of("整改情况已经公开，不能重复登记。");
        }
        var from = entry.from();
        var until = entry.until();
        new Violations()
                .requireText(entry.where(), "where", "公开载体", PLACE)
                .require(from != null, "from", "请填写公开起始日期。")
                .require(from == null || !from.isBefore(approvedOn), "from", "公开起始日期不得早于审定之日（" + approvedOn + "）。")
                .require(from == null || !from.isAfter(today), "from", "公开起始日期不得晚于今天。")
                .require(until != null, "until", "请填写公开截止日期。")
                .require(until == null || from == null || !until.isBefore(from), "until", "公开截止日期不得早于起始日期。")
                .refuseAny();
        return new Publication(circular, draft, returns, null, approvedOn, entry);
    }

    public boolean published() {
        return place != null;
    }

    private void demandOpenProposal() {
        if (draft == null || returnReason != null || approvedOn != null) {
            throw Refusal.of("没有待审定的公开内容。");
        }
    }
}
