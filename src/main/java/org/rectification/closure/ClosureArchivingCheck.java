package org.rectification.closure;

import java.util.ArrayList;
import java.util.List;
import org.rectification.round.ArchivingCheck;
import org.rectification.round.CaseKey;
import org.rectification.round.Missing;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What closure still owes before archiving, step by step: review, circular, approved text, publication, evaluation. */
@Component
@Order(4)
class ClosureArchivingCheck implements ArchivingCheck {

    private final ReportReviews reviews;
    private final Publications publications;
    private final Evaluations evaluations;

    ClosureArchivingCheck(ReportReviews reviews, Publications publications, Evaluations evaluations) {
        this.reviews = reviews;
        this.publications = publications;
        this.evaluations = evaluations;
    }

    @Override
    public List<Missing> missing(CaseKey key) {
        var missing = new ArrayList<Missing>();
        if (reviews.all(key).stream().noneMatch(ReportReview::accepted)) {
            missing.add(Missing.task("两份整改报告的联合审核", "巡察办", "登记联合审核整改报告"));
        }
        var publication = publications.find(key);
        if (publication.isEmpty()) {
            missing.add(Missing.task("党内通报", "整改办", "登记党内通报"));
        }
        if (publication.map(Publication::approvedOn).isEmpty()) {
            missing.add(Missing.task("社会公开内容的审定", "整改办、巡察办", "拟写社会公开内容”、“审定社会公开内容"));
        }
        if (publication.map(Publication::place).isEmpty()) {
            missing.add(Missing.task("社会公开", "整改办", "登记社会公开情况"));
        }
        if (evaluations.find(key).isEmpty()) {
            missing.add(Missing.task("整改成效评估的打分和理由", "巡察办", "评估整改成效"));
        }
        return missing;
    }
}
