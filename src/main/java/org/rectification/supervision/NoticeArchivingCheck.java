package org.rectification.supervision;

import java.util.List;
import org.rectification.round.ArchivingCheck;
import org.rectification.round.CaseKey;
import org.rectification.round.Missing;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Notices that are not settled hold up archiving; those sent afterwards hold up nothing (S36). */
@Component
@Order(2)
class NoticeArchivingCheck implements ArchivingCheck {

    private final NoticeStore store;

    NoticeArchivingCheck(NoticeStore store) {
        this.store = store;
    }

    @Override
    public List<Missing> missing(CaseKey key) {
        return store.of(key).stream()
                .filter(notice -> notice.state().open())
                .map(NoticeArchivingCheck::missing)
                .toList();
    }

    private static Missing missing(Notice notice) {
        var what = notice.label() + "“" + notice.title() + "”的";
        return switch (notice.state()) {
            case WAITING ->
                Missing.task(
                        what + "回复",
                        notice.toVillage() ? notice.place() : notice.toSecretary() ? "党委书记" : "整改办",
                        "回复督办");
            case ANSWERED -> Missing.task(what + "审核", notice.sender().label(), "审核督办回复");
            default -> Missing.task(what + "处理", "市级监督单位", "处理上报的督办事项");
        };
    }
}
