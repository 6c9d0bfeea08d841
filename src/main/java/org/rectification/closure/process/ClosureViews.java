package org.rectification.closure.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.rectification.closure.Publication;
import org.rectification.closure.Publications;
import org.rectification.closure.ReportReview;
import org.rectification.closure.ReportReviews;
import org.rectification.closure.ReviewBody;
import org.rectification.engine.TaskEntries;
import org.rectification.period.CaseLedger;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.signoff.FinalReports;
import org.rectification.signoff.Signatures;
import org.springframework.stereotype.Component;

/** What the forms of the closure show: the case, the ledger at this moment, and what was done before. */
@Component("closureViews")
public class ClosureViews {

    private final InspectedOrganisations organisations;
    private final CaseLedger ledger;
    private final FinalReports reports;
    private final Signatures signatures;
    private final ReportReviews reviews;
    private final Publications publications;
    private final TaskEntries entries;

    ClosureViews(
            InspectedOrganisations organisations,
            CaseLedger ledger,
            FinalReports reports,
            Signatures signatures,
            ReportReviews reviews,
            Publications publications,
            TaskEntries entries) {
        this.organisations = organisations;
        this.ledger = ledger;
        this.reports = reports;
        this.signatures = signatures;
        this.reviews = reviews;
        this.publications = publications;
        this.entries = entries;
    }

    /** The signed reports word by word, and why an earlier edition was returned. */
    public JsonValue review(String roundId, String organisationId) {
        var key = new CaseKey(roundId, organisationId);
        var view = summary(key);
        var signature = signatures.latest(key).orElseThrow();
        var sections = reports.sections(key, signature.edition());
        view.put("a", sections.get("A"));
        view.put("b", sections.get("B"));
        view.put("signer", signature.signerName());
        view.put("unfinished", signature.unfinished());
        view.put(
                "returned",
                reviews.all(key).stream()
                        .reduce((earlier, later) -> later)
                        .map(ReportReview::reason)
                        .orElse("无"));
        return entries.of(view);
    }

    /** The case in a few lines. */
    public JsonValue overview(String roundId, String organisationId) {
        return entries.of(summary(new CaseKey(roundId, organisationId)));
    }

    /** The case, the circular and the public text as it stands. */
    public JsonValue publication(String roundId, String organisationId) {
        var key = new CaseKey(roundId, organisationId);
        var view = summary(key);
        publications.find(key).ifPresent(publication -> put(view, publication));
        return entries.of(view);
    }

    /** The text that was returned, to be worked over; nothing before the first proposal. */
    public JsonValue draftText(String roundId, String organisationId) {
        var draft = publications.find(new CaseKey(roundId, organisationId)).map(Publication::draft);
        return entries.of(draft.map(text -> Map.of("text", text)).orElse(Map.of()));
    }

    private static void put(Map<String, Object> view, Publication publication) {
        var circular = publication.circular();
        view.put("circular", circular.number() + "，" + circular.circulatedOn() + "，范围：" + circular.scope());
        view.put("text", publication.draft());
        view.put("returnReason", publication.returnReason() == null ? "无" : publication.returnReason());
        var place = publication.place();
        if (place != null) {
            view.put("published", place.where() + "，" + place.from() + "至" + place.until());
        }
    }

    private Map<String, Object> summary(CaseKey key) {
        var organisation = organisations.get(key);
        var view = new LinkedHashMap<String, Object>();
        view.put("organisation", organisation.name());
        view.put("completeBy", organisation.completeBy().toString());
        view.put("ledger", figures(key));
        view.put("reviewed", reviewed(key));
        return view;
    }

    private String figures(CaseKey key) {
        var figures = ledger.figures(key);
        return "共有问题%d个：已销号%d个，长期坚持%d个，未完成%d个（其中持续整改%d个、逾期%d个）"
                .formatted(
                        figures.total(),
                        figures.struckOff(),
                        figures.longTerm(),
                        figures.unfinished(),
                        figures.continued(),
                        figures.overdue());
    }

    private String reviewed(CaseKey key) {
        return reviews.all(key).stream()
                .filter(ReportReview::accepted)
                .map(review -> review.reviewedOn() + "审核通过（参加单位：巡察办、"
                        + String.join(
                                "、",
                                review.bodies().stream().map(ReviewBody::label).toList())
                        + "）")
                .findFirst()
                .orElse("未审核");
    }
}
