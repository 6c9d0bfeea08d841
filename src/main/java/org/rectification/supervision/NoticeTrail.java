package org.rectification.supervision;

import java.util.LinkedHashMap;
import java.util.List;
import org.rectification.trail.Trail;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Every act on a notice: on each finding that it is about, so that the finding's own story is complete, or else on the case. */
@Component
class NoticeTrail {

    private final Trail trail;
    private final NoticeStore store;

    NoticeTrail(Trail trail, NoticeStore store) {
        this.trail = trail;
        this.store = store;
    }

    void record(String actor, String noticeId, String kind, @Nullable String note) {
        var notice = store.get(noticeId);
        var after = new LinkedHashMap<String, Object>();
        after.put("notice", notice.id());
        after.put("noticeLabel", notice.label());
        after.put("noticeSender", notice.sender().label());
        after.put("replyDueOn", notice.replyDueOn().toString());
        var findings = store.findings(List.of(noticeId)).getOrDefault(noticeId, List.of());
        if (findings.isEmpty()) {
            if (note != null) {
                after.put("note", note);
            }
            trail.organisation(actor, notice.roundId(), notice.organisationId(), kind, after);
        } else {
            trail.findings(
                    actor,
                    kind,
                    findings.stream()
                            .map(each -> new Trail.OfFinding(
                                    notice.roundId(), notice.organisationId(), each.id(), null, after))
                            .toList(),
                    note);
        }
    }
}
